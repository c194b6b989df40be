// Hono on Node.js, with its basicAuth and bearerAuth middleware one or the other.
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { basicAuth } from 'hono/basic-auth';
import { bearerAuth } from 'hono/bearer-auth';

const app = new Hono();
if (process.env.VARIANT === 'default')
  app.use(
    basicAuth({ username: 'ada', password: 'toy-teapot' }, { username: 'grace', password: 'toy-kettle' }),
  );
else app.use(bearerAuth({ token: ['ada-toy-token', 'grace-toy-token'] }));
app.get('/private', (context) => context.text('Come in.\n'));
serve({ fetch: app.fetch, port: Number(process.env.PORT) });
