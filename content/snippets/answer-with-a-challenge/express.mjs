import express from 'express';

const tokens = new Map([['toy-token-of-ada', 'ada']]);

function signedIn(request, response, next) {
  const sent = request.get('Authorization') ?? '';
  const [, token] = /^Bearer +(\S+)$/i.exec(sent) ?? [];
  request.principal = tokens.get(token);
  if (request.principal) return next();
  // An error only if a token was sent (RFC 6750 §3.1).
  const error = token ? ', error="invalid_token"' : '';
  response.set('WWW-Authenticate', `Bearer realm="drafts"${error}`);
  response.sendStatus(401);
}

const app = express();
app.get('/drafts', signedIn, (request, response) => {
  response.json({ of: request.principal });
});
app.listen(process.env.PORT ?? 8080);
