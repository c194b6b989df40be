import { timingSafeEqual } from 'node:crypto';
import express from 'express';

const sessions = new Map([['toy-session', { csrf: Buffer.from('toy-csrf') }]]);

function signedIn(request, response, next) {
  const [, id] = /(?:^|; )__Host-sid=([^;]+)/.exec(request.get('Cookie')) ?? [];
  request.session = sessions.get(id);
  if (request.session) return next();
  response.set('WWW-Authenticate', 'Session realm="desk"').sendStatus(401);
}
// First who, then whether it was meant: an ended session is a 401.
function meant({ session, headers }, response, next) {
  const sent = Buffer.from(headers['x-csrf-token'] ?? '');
  const long = sent.length === session.csrf.length;
  if (long && timingSafeEqual(sent, session.csrf)) return next();
  response.sendStatus(403);
}
const app = express();
app.post('/transfer', signedIn, meant, (_request, response) => {
  response.json({ moved: '1 teapot' });
});
app.listen(process.env.PORT ?? 8080);
