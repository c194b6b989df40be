import express from 'express';

const app = express();

// In place of express-jwt: it refuses with such an error.
app.use((request, _response, next) => {
  if (request.get('Authorization') === 'Bearer toy-token-of-ada') return next();
  next(Object.assign(new Error('No valid token'), { status: 401 }));
});

app.get('/drafts', (_request, response) => response.send('ada'));

// After every route: each 401 brings a challenge.
app.use((error, _request, response, next) => {
  if (error.status === 401)
    response.set('WWW-Authenticate', 'Bearer realm="drafts"');
  next(error);
});

app.listen(process.env.PORT);
