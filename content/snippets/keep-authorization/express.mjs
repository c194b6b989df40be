import express from 'express';

const app = express();
// Trust X-Forwarded-Proto only from a proxy on this machine.
app.set('trust proxy', 'loopback');

app.get('/shelf/', (request, response) => {
  if (!request.path.endsWith('/')) {
    // A path alone keeps the scheme and host that the client used.
    return response.redirect(308, `${request.path}/`);
  }
  response.json({ protocol: request.protocol });
});
app.listen(process.env.PORT ?? 8080);
