import express from 'express';

const tokens = new Map([['toy-token', 'ada']]);
const app = express();
app.use((request, response, next) => {
  response.set({
    'Access-Control-Allow-Origin': 'https://shop.example',
    'Access-Control-Allow-Methods': 'GET, HEAD, PUT',
    'Access-Control-Allow-Headers': 'Authorization',
    'Access-Control-Expose-Headers': 'WWW-Authenticate',
  });
  const preflight = request.get('Access-Control-Request-Method');
  if (request.method !== 'OPTIONS' || !preflight) return next();
  response.sendStatus(204);
});
// Authentication comes after that. A 401 has the headers above, too.
app.use((request, response, next) => {
  const [, token] = /^Bearer +(\S+)$/i.exec(request.get('Authorization')) ?? [];
  if (tokens.has(token)) return next();
  response.set('WWW-Authenticate', 'Bearer realm="shelf"').sendStatus(401);
});
app.get('/shelf', (_request, response) => response.json(['a kettle']));
app.put('/shelf', (_request, response) => response.sendStatus(204));
app.listen(process.env.PORT ?? 8080);
