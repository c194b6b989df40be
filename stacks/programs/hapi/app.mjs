// hapi with @hapi/basic and @hapi/jwt.
import Basic from '@hapi/basic';
import Boom from '@hapi/boom';
import Hapi from '@hapi/hapi';
import Jwt from '@hapi/jwt';

const passwords = new Map([
  ['ada', 'toy-teapot'],
  ['grace', 'toy-kettle'],
]);
const server = Hapi.server({ port: Number(process.env.PORT) });

await server.register([Basic, Jwt]);
server.auth.strategy('password', 'basic', {
  validate: (request, name, password) => ({
    isValid: passwords.get(name) === password,
    credentials: { name, scope: name === 'ada' ? ['read', 'admin'] : ['read'] },
  }),
});
server.auth.strategy('token', 'jwt', {
  keys: 'a-toy-secret-that-opens-nothing-else-0123456789',
  verify: { aud: 'https://api.example', iss: 'https://login.example', sub: false },
  validate: ({ decoded: { payload } }) => ({
    isValid: true,
    credentials: { name: payload.sub, scope: payload.scope.split(' ') },
  }),
});
server.auth.default({ strategies: ['password', 'token'] });

const handler = () => 'Come in.\n';
const hidden = ({ auth }) => (auth.credentials.name === 'ada' ? handler() : Boom.notFound());
server.route({ method: 'GET', path: '/private', handler });
server.route({ method: 'GET', path: '/admin', handler, options: { auth: { access: { scope: 'admin' } } } });
server.route({ method: 'GET', path: '/hidden', handler: hidden });

if (process.env.VARIANT === 'configured') {
  server.route({
    method: '*',
    path: '/{any*}',
    options: { auth: { mode: 'try' } },
    handler: (request, h) => {
      if (!['/private', '/admin', '/hidden'].includes(request.path)) return Boom.notFound();
      return h.response().code(405).header('Allow', 'GET, HEAD');
    },
  });
}
await server.start();
