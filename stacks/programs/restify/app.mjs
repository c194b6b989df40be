// restify with its authorizationParser.
import restify from 'restify';
import errors from 'restify-errors';

const passwords = new Map([
  ['ada', 'toy-teapot'],
  ['grace', 'toy-kettle'],
]);
const server = restify.createServer({ name: 'api' });
server.use(restify.plugins.authorizationParser());

const authenticated = (request, response, next) => {
  const { basic } = request.authorization;
  if (!basic || passwords.get(basic.username) !== basic.password) return next(new errors.UnauthorizedError());
  request.user = basic.username;
  return next();
};
const ada = (request, response, next) =>
  next(request.user === 'ada' ? undefined : new errors.ForbiddenError());
const hidden = (request, response, next) =>
  next(request.user === 'ada' ? undefined : new errors.NotFoundError());
const welcome = (request, response, next) => {
  response.send('Come in.');
  next();
};
server.get('/private', authenticated, welcome);
server.get('/admin', authenticated, ada, welcome);
server.get('/hidden', authenticated, hidden, welcome);
server.listen(process.env.PORT);
