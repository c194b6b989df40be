// Fastify with @fastify/basic-auth and @fastify/jwt, either of which opens the door, by @fastify/auth.
import auth from '@fastify/auth';
import basicAuth from '@fastify/basic-auth';
import jwt from '@fastify/jwt';
import Fastify from 'fastify';

const passwords = new Map([
  ['ada', 'toy-teapot'],
  ['grace', 'toy-kettle'],
]);
const configured = process.env.VARIANT === 'configured';
const app = Fastify();

await app.register(auth);
await app.register(basicAuth, {
  async validate(name, password, request) {
    if (passwords.get(name) !== password) return new Error('Wrong password');
    request.user = { sub: name };
  },
  authenticate: { realm: 'api' },
});
await app.register(jwt, {
  secret: 'a-toy-secret-that-opens-nothing-else-0123456789',
  verify: { allowedAud: 'https://api.example', allowedIss: 'https://login.example' },
});

const bearer = async (request) => request.jwtVerify();
const login = app.auth([app.basicAuth, bearer]);
const onRequest = login;
const ada = async (request, reply) => request.user.sub === 'ada' || reply.code(403).send();
const hidden = async (request, reply) => request.user.sub === 'ada' || reply.callNotFound();

app.get('/private', { onRequest }, async () => 'Come in.\n');
app.get('/admin', { onRequest, preHandler: ada }, async () => 'Come in.\n');
app.get('/hidden', { onRequest, preHandler: hidden }, async () => 'Come in.\n');

if (configured) {
  app.addHook('onSend', async (request, reply) => {
    if (reply.statusCode !== 401) return;
    const sent = /^Bearer /i.test(request.headers.authorization ?? '');
    const bearer = `Bearer realm="api"${sent ? ', error="invalid_token"' : ''}`;
    reply.header('WWW-Authenticate', [reply.getHeader('WWW-Authenticate'), bearer]);
  });
}

await app.listen({ port: Number(process.env.PORT) });
