// Express with express-session, and CSRF tokens by csrf-sync.
import { csrfSync } from 'csrf-sync';
import express from 'express';
import session from 'express-session';

const passwords = new Map([
  ['ada', 'toy-teapot'],
  ['grace', 'toy-kettle'],
]);
const configured = process.env.VARIANT === 'configured';
const app = express();
const { csrfSynchronisedProtection } = csrfSync();

app.use(express.urlencoded({ extended: false }));
app.use(session({ secret: 'toy-session-secret', resave: false, saveUninitialized: false }));

app.post('/login', (request, response, next) => {
  const { username, password } = request.body;
  if (passwords.get(username) !== password) return response.sendStatus(401);
  request.session.regenerate((error) => {
    if (error) return next(error);
    request.session.user = username;
    response.redirect('/private');
  });
});

const login = (request, response, next) => {
  if (request.session.user) return next();
  if (configured) response.set('WWW-Authenticate', 'Session realm="api"');
  response.sendStatus(401);
};
const ada = (request, response, next) => (request.session.user === 'ada' ? next() : response.sendStatus(403));
const hidden = (request, response, next) =>
  request.session.user === 'ada' ? next() : response.sendStatus(404);

app.get('/private', login, (request, response) => response.send('Come in.\n'));
app.get('/admin', login, ada, (request, response) => response.send('Come in.\n'));
app.get('/hidden', login, hidden, (request, response) => response.send('Come in.\n'));
app.post('/transfer', login, csrfSynchronisedProtection, (request, response) => response.send('Done.\n'));

app.listen(process.env.PORT);
