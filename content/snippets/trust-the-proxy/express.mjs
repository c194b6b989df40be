import express from 'express';

const app = express();
// X-Forwarded-Proto counts only if the connection comes from here.
app.set('trust proxy', 'loopback');

app.get('/', (request, response) => {
  // request.secure decides whether express-session sets a Secure cookie.
  response.json({
    address: `${request.protocol}://${request.host}`,
    secure: request.secure,
  });
});
app.listen(process.env.PORT ?? 8080);
