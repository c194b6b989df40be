import express from 'express';

const tokens = new Map([['toy-token-of-ada', 'ada']]);
const drafts = new Map([
  ['7', { owner: 'ada' }],
  ['8', { owner: 'grace' }],
]);

const app = express();
app.use((request, response, next) => {
  const sent = request.get('Authorization') ?? '';
  request.principal = tokens.get(/^Bearer +(\S+)$/i.exec(sent)?.[1]);
  if (request.principal) return next();
  response.set('WWW-Authenticate', 'Bearer realm="drafts"');
  response.sendStatus(401);
});
app.get('/drafts/:id', (request, response) => {
  const draft = drafts.get(request.params.id);
  if (!draft) return response.sendStatus(404);
  // The owner comes from our records, not from the request.
  if (draft.owner !== request.principal) return response.sendStatus(403);
  response.json(draft);
});
app.listen(process.env.PORT ?? 8080);
