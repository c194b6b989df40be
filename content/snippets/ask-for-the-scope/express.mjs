import express from 'express';

const scopes = new Map([
  ['toy-reader', ['drafts:read']],
  ['toy-editor', ['drafts:read', 'drafts:delete']],
]);

const needs = (scope) => (request, response, next) => {
  const [, token] = /^Bearer +(\S+)$/i.exec(request.get('Authorization')) ?? [];
  const granted = scopes.get(token);
  if (granted?.includes(scope)) return next();
  const lacks = `error="insufficient_scope", scope="${scope}"`;
  const unknown = token ? ', error="invalid_token"' : '';
  const more = granted ? `, ${lacks}` : unknown;
  response.set('WWW-Authenticate', `Bearer realm="drafts"${more}`);
  response.sendStatus(granted ? 403 : 401);
};

const app = express();
app.delete('/drafts/:id', needs('drafts:delete'), (request, response) => {
  response.json({ deleted: request.params.id });
});
app.listen(process.env.PORT ?? 8080);
