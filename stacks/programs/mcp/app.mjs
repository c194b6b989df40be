// An MCP server's door: requireBearerAuth of the TypeScript SDK.
import { InvalidTokenError } from '@modelcontextprotocol/sdk/server/auth/errors.js';
import { requireBearerAuth } from '@modelcontextprotocol/sdk/server/auth/middleware/bearerAuth.js';
import express from 'express';
import { jwtVerify } from 'jose';

const secret = new TextEncoder().encode('a-toy-secret-that-opens-nothing-else-0123456789');
const verifier = {
  async verifyAccessToken(token) {
    const { payload } = await jwtVerify(token, secret, {
      audience: 'https://api.example',
      issuer: 'https://login.example',
    }).catch((error) => {
      throw new InvalidTokenError(error.message);
    });
    return { token, clientId: payload.sub, scopes: payload.scope.split(' '), expiresAt: payload.exp };
  },
};
const metadata =
  process.env.VARIANT === 'configured'
    ? { resourceMetadataUrl: 'https://api.example/.well-known/oauth-protected-resource' }
    : {};
const app = express();
app.get('/private', requireBearerAuth({ verifier, ...metadata }), (request, response) =>
  response.send('Come in.\n'),
);
app.get(
  '/admin',
  requireBearerAuth({ verifier, requiredScopes: ['admin'], ...metadata }),
  (request, response) => response.send('Come in.\n'),
);
app.listen(process.env.PORT);
