// Feathers with its authentication service and JWT.
import { AuthenticationService, authenticate, JWTStrategy } from '@feathersjs/authentication';
import { Forbidden, NotFound } from '@feathersjs/errors';
import express, { errorHandler, notFound, parseAuthentication, rest } from '@feathersjs/express';
import { feathers } from '@feathersjs/feathers';

const app = express(feathers());
app.set('authentication', {
  secret: 'a-toy-secret-that-opens-nothing-else-0123456789',
  entity: null,
  authStrategies: ['jwt'],
  jwtOptions: { audience: 'https://api.example', issuer: 'https://login.example', algorithm: 'HS256' },
});
const authentication = new AuthenticationService(app);
authentication.register('jwt', new JWTStrategy());

app.use(parseAuthentication({ strategies: ['jwt'] }));
app.configure(rest());
app.use('/authentication', authentication);
const user = (params) => params.authentication.payload.sub;
app.use('/private', { find: async () => 'Come in.' });
app.use('/admin', {
  async find(params) {
    if (user(params) !== 'ada') throw new Forbidden();
    return 'Come in.';
  },
});
app.use('/hidden', {
  async find(params) {
    if (user(params) !== 'ada') throw new NotFound();
    return 'Come in.';
  },
});
for (const name of ['private', 'admin', 'hidden'])
  app.service(name).hooks({ before: { all: [authenticate('jwt')] } });
app.use(notFound());
app.use(errorHandler({ logger: false }));
await app.listen(Number(process.env.PORT));
