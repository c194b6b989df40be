// Koa with koa-jwt and @koa/router.
import Router from '@koa/router';
import Koa from 'koa';
import jwt from 'koa-jwt';

const configured = process.env.VARIANT === 'configured';
const app = new Koa();
const router = new Router();

app.silent = true;
if (configured) {
  app.use(async (context, next) => {
    try {
      await next();
    } catch (error) {
      if (error.status !== 401) throw error;
      const sent = /^Bearer /i.test(context.get('Authorization'));
      context.status = 401;
      context.set('WWW-Authenticate', `Bearer realm="api"${sent ? ', error="invalid_token"' : ''}`);
      context.body = 'Authentication Error\n';
    }
  });
}
app.use(
  jwt({
    secret: 'a-toy-secret-that-opens-nothing-else-0123456789',
    audience: 'https://api.example',
    issuer: 'https://login.example',
  }),
);

const ada = (context, next) => (context.state.user.sub === 'ada' ? next() : context.throw(403));
const hidden = (context, next) => (context.state.user.sub === 'ada' ? next() : context.throw(404));
const welcome = (context) => {
  context.body = 'Come in.\n';
};

router.get('/private', welcome);
router.get('/admin', ada, welcome);
router.get('/hidden', hidden, welcome);
app.use(router.routes());
app.use(router.allowedMethods());

app.listen(process.env.PORT);
