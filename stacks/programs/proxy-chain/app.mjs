// proxy-chain, a forward proxy that asks for a password.
import { Server } from 'proxy-chain';

const passwords = new Map([
  ['ada', 'toy-teapot'],
  ['grace', 'toy-kettle'],
]);
const server = new Server({
  port: Number(process.env.PORT),
  host: '127.0.0.1',
  authRealm: 'proxy',
  prepareRequestFunction: ({ username, password, request }) => ({
    requestAuthentication: passwords.get(username) !== password,
    customResponseFunction: () => ({
      statusCode: request.url.endsWith('/nothing-here') ? 404 : 200,
      body: 'Come in.\n',
    }),
  }),
});
await server.listen();
