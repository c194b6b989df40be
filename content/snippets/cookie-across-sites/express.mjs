import express from 'express';

const app = express();
const pages = ['https://shop.example'];

app.use((request, response, next) => {
  const { origin } = request.headers;
  response.vary('Origin');
  // Compare with a list. A star does not count where cookies are sent.
  if (pages.includes(origin)) {
    response.set('Access-Control-Allow-Origin', origin);
    response.set('Access-Control-Allow-Credentials', 'true');
  }
  next();
});
app.all('/login', (_, response) => {
  const flags = { path: '/', httpOnly: true, secure: true, sameSite: 'none' };
  response.cookie('__Host-sid', 'toy', flags).json({ signedIn: true });
});
app.get('/invoices', (request, response) => {
  if (request.headers.cookie?.includes('sid=toy')) return response.json([]);
  response.set('WWW-Authenticate', 'Session realm="invoices"');
  response.status(401).end();
});
app.listen(process.env.PORT ?? 8080);
