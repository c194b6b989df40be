// Hono on Node.js, with its jwt middleware.
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { jwt } from 'hono/jwt';

const app = new Hono();
const authenticated = jwt({
  secret: 'a-toy-secret-that-opens-nothing-else-0123456789',
  alg: 'HS256',
  verification: { aud: 'https://api.example', iss: 'https://login.example' },
});
const isAda = (context) => context.get('jwtPayload').sub === 'ada';

app.get('/private', authenticated, (context) => context.text('Come in.\n'));
app.get('/admin', authenticated, (context) => {
  if (!isAda(context)) throw new HTTPException(403);
  return context.text('Come in.\n');
});
app.get('/hidden', authenticated, (context) => (isAda(context) ? context.text('Come in.\n') : context.notFound()));

if (process.env.VARIANT === 'configured') {
  app.all('/:door{private|admin|hidden}', (context) =>
    context.text('Not here\n', 405, { Allow: 'GET, HEAD' }),
  );
}
serve({ fetch: app.fetch, port: Number(process.env.PORT) });
