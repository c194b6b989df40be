import { createServer } from 'node:http';

const now = () => Date.now() / 1000;
const tokens = new Map([
  // What a real server reads from a verified token.
  ['toy-password', { scope: 'payments', acr: 'password', auth_time: now() }],
  ['toy-yesterday', { scope: 'payments', acr: 'strong', auth_time: 1 }],
  ['toy-reader', { scope: 'read', acr: 'strong', auth_time: now() }],
  ['toy-strong', { scope: 'payments', acr: 'strong', auth_time: now() }],
]);
const step = 'insufficient_user_authentication';

createServer(({ headers: { authorization = '' } }, response) => {
  const refuse = (status, params = '') => {
    response.setHeader('WWW-Authenticate', `Bearer realm="bank"${params}`);
    response.writeHead(status).end();
  };
  const claims = tokens.get(/^Bearer +(\S+)$/i.exec(authorization)?.[1]);
  if (!claims) return refuse(401);
  if (claims.acr !== 'strong' || now() - claims.auth_time > 300)
    return refuse(401, `, error="${step}", acr_values="strong", max_age=300`);
  if (!claims.scope.split(' ').includes('payments'))
    return refuse(403, ', error="insufficient_scope", scope="payments"');
  response.end('paid\n');
}).listen(process.env.PORT ?? 8080);
