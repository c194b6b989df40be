// Express with Passport: passwords by passport-http, tokens by passport-http-bearer.
import express from 'express';
import passport from 'passport';
import { BasicStrategy } from 'passport-http';
import { Strategy as BearerStrategy } from 'passport-http-bearer';

const passwords = new Map([
  ['ada', 'toy-teapot'],
  ['grace', 'toy-kettle'],
]);
const tokens = new Map([
  ['ada-toy-token', 'ada'],
  ['grace-toy-token', 'grace'],
]);

passport.use(
  new BasicStrategy((name, password, done) => done(null, passwords.get(name) === password ? name : false)),
);
passport.use(new BearerStrategy((token, done) => done(null, tokens.get(token) ?? false)));

const app = express();
const login = passport.authenticate(['basic', 'bearer'], { session: false });
const ada = (request, response, next) => (request.user === 'ada' ? next() : response.sendStatus(403));
const hidden = (request, response, next) => (request.user === 'ada' ? next() : response.sendStatus(404));

app.get('/private', login, (request, response) => response.send('Come in.\n'));
app.get('/admin', login, ada, (request, response) => response.send('Come in.\n'));
app.get('/hidden', login, hidden, (request, response) => response.send('Come in.\n'));

if (process.env.VARIANT === 'configured') {
  app.disable('x-powered-by');
  app.all(['/private', '/admin', '/hidden'], (request, response) =>
    response.set('Allow', 'GET, HEAD').sendStatus(405),
  );
  app.use((request, response) => response.sendStatus(404));
}

app.listen(process.env.PORT);
