// h3, the server of Nitro and Nuxt, with its basicAuth.
import { basicAuth, H3, HTTPError, serve } from 'h3';

const passwords = new Map([
  ['ada', 'toy-teapot'],
  ['grace', 'toy-kettle'],
]);
const authenticated = basicAuth({ validate: (name, password) => passwords.get(name) === password });
const only = (status) => (event) => {
  if (event.context.basicAuth.username !== 'ada') throw new HTTPError({ status });
  return 'Come in.\n';
};

const app = new H3();
app.get('/private', () => 'Come in.\n', { middleware: [authenticated] });
app.get('/admin', only(403), { middleware: [authenticated] });
app.get('/hidden', only(404), { middleware: [authenticated] });
serve(app, { port: Number(process.env.PORT), silent: true });
