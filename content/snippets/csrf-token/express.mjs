import { timingSafeEqual } from 'node:crypto';
import express from 'express';

const sessions = new Map([['toy-session', { csrf: Buffer.from('toy-csrf') }]]);

function requireSession(request, response, next) {
  const [, id] = /(?:^|; )__Host-sid=([^;]+)/.exec(request.get('Cookie')) ?? [];
  request.session = sessions.get(id);
  if (request.session) return next();
  response.set('WWW-Authenticate', 'Session realm="desk"').sendStatus(401);
}
// The session is checked first: if it has ended, the answer is 401.
function requireToken({ session, headers }, response, next) {
  const sent = Buffer.from(headers['x-csrf-token'] ?? '');
  const sameLength = sent.length === session.csrf.length;
  if (sameLength && timingSafeEqual(sent, session.csrf)) return next();
  response.sendStatus(403);
}
const app = express();
app.post('/transfer', requireSession, requireToken, (_request, response) => {
  response.json({ moved: '1 teapot' });
});
app.listen(process.env.PORT ?? 8080);
