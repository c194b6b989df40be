// Express with express-jwt: a signed token in Authorization.
import express from 'express';
import { expressjwt } from 'express-jwt';

const app = express();
app.use(
  expressjwt({
    secret: 'a-toy-secret-that-opens-nothing-else-0123456789',
    algorithms: ['HS256'],
    audience: 'https://api.example',
    issuer: 'https://login.example',
  }),
);
const ada = (request, response, next) => (request.auth.sub === 'ada' ? next() : response.sendStatus(403));
const hidden = (request, response, next) => (request.auth.sub === 'ada' ? next() : response.sendStatus(404));

app.get('/private', (request, response) => response.send('Come in.\n'));
app.get('/admin', ada, (request, response) => response.send('Come in.\n'));
app.get('/hidden', hidden, (request, response) => response.send('Come in.\n'));

if (process.env.VARIANT === 'configured') {
  app.use((error, request, response, next) => {
    if (error.name !== 'UnauthorizedError') return next(error);
    const { authorization } = request.headers;
    if (!/^Bearer /i.test(authorization ?? '')) {
      return response.set('WWW-Authenticate', 'Bearer realm="api"').sendStatus(401);
    }
    const malformed = error.code === 'credentials_bad_format';
    response.set(
      'WWW-Authenticate',
      `Bearer realm="api", error="${malformed ? 'invalid_request' : 'invalid_token'}"`,
    );
    response.sendStatus(malformed ? 400 : 401);
  });
}

app.listen(process.env.PORT);
