import { createServer } from 'node:http';

const tokens = new Map([
  ['toy-reader', { scopes: ['drafts'], expires: 4102444800 }],
  ['toy-auditor', { scopes: ['reports'], expires: 4102444800 }],
  ['toy-old', { scopes: ['reports'], expires: 1 }],
]);

createServer(({ headers: { authorization = '' } }, response) => {
  const refuse = (status, params = '') => {
    response.setHeader('WWW-Authenticate', `Bearer realm="office"${params}`);
    response.writeHead(status).end();
  };
  if (!/^Bearer( |$)/i.test(authorization)) return refuse(401); // No code.
  const [, token] = /^Bearer +([\w.~+/-]+=*)$/i.exec(authorization) ?? [];
  if (!token) return refuse(400, ', error="invalid_request"');
  const stored = tokens.get(token);
  const isValid = stored && stored.expires > Date.now() / 1000;
  if (!isValid) return refuse(401, ', error="invalid_token"');
  if (!stored.scopes.includes('reports'))
    return refuse(403, ', error="insufficient_scope", scope="reports"');
  response.end('March, April\n');
}).listen(process.env.PORT ?? 8080);
