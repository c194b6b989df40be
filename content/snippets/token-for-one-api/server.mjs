import { createServer } from 'node:http';
import { jwtVerify } from 'jose';

// A toy. Usually: createRemoteJWKSet with the jwks_uri of the issuer.
const key = new TextEncoder().encode('a-toy-secret-that-opens-nothing-at-all');
const terms = {
  issuer: 'https://login.example/harbour/',
  audience: 'https://parcels.example',
  typ: 'at+jwt',
};

createServer(async (request, response) => {
  const [, token] =
    /^Bearer +(\S+)$/i.exec(request.headers.authorization) ?? [];
  try {
    const { payload } = await jwtVerify(token ?? '', key, terms);
    response.end(JSON.stringify({ principal: payload.sub }));
  } catch {
    const fault = token ? ', error="invalid_token"' : '';
    response.setHeader('WWW-Authenticate', `Bearer realm="parcels"${fault}`);
    response.writeHead(401).end();
  }
}).listen(process.env.PORT ?? 8080);
