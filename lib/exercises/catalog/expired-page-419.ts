import { anyone } from '@/lib/http-auth/policies';
import { guarded } from '@/lib/http-auth/schemes/csrf/csrf';
import { cookieLogin } from '../cookie-login';
import { get, send } from '../drafts';
import { type Ask, defineExercise } from '../exercise';
import { person } from '../people';

const tokenOf = async (cookie: string, ask: Ask) =>
  (JSON.parse((await ask(get('/csrf', ['Cookie', cookie]))).body) as { csrf: string }).csrf;

export default defineExercise({
  title: 'Page Expired',
  task: 'Grace left a form open over lunch, and now POST /letter answers 419, a number that is in no registry. Her session is still good. Send the letter.',
  level: 2,
  cookies: true,
  goal: { status: 200, method: 'POST', path: '/letter' },
  hints: [
    'Which gates are green? Grace was recognised, and the token once belonged to her session.',
    'Two things expire here: the session after hours, the token in the form after ten minutes.',
    'GET /csrf with the same cookie, then X-CSRF-Token: ____ with what it answers.',
  ],
  async resource(attempt) {
    const grace = { ...(await person(attempt, 'grace')), principal: { name: 'grace' } };
    const realm = 'letters';
    const login = await cookieLogin(attempt, realm, [grace]);
    return {
      realm,
      schemes: [login.sessions.scheme],
      routes: {
        '/': { policy: anyone },
        '/letter': {
          policy: guarded(login.sessions, anyone),
          methods: ['POST'],
          content: { sent: 'One letter, still warm.' },
        },
        ...login.routes,
      },
      wallet: async () => ({
        cookie: { label: "Grace's cookie", value: await login.begun(grace, 90 * 60) },
        'token-of-the-form': {
          label: 'Token of the form, 90 minutes old',
          value: await login.token(grace, 90 * 60),
        },
        'yesterdays-cookie': {
          label: "Grace's cookie of yesterday",
          value: await login.begun(grace, 24 * 3600),
        },
        username: { label: "Grace's user name", value: grace.username },
        password: { label: "Grace's password", value: grace.password },
      }),
    };
  },
  start: (w) => send('POST', '/letter', ['Cookie', w.cookie], ['X-CSRF-Token', w['token-of-the-form']]),
  solution: async ({ cookie }, ask) =>
    send('POST', '/letter', ['Cookie', cookie], ['X-CSRF-Token', await tokenOf(cookie, ask)]),
  reasons: [
    'The old token of the form has expired, so a new one is needed for the same session.',
    'The session is still good, and the CSRF token is new.',
  ],
  mistakes: [
    {
      name: 'the same again',
      draft: (w) =>
        send(
          'POST',
          '/letter',
          ['Cookie', w.cookie],
          ['X-CSRF-Token', w['token-of-the-form']],
          ['Cache-Control', 'no-cache'],
        ),
      status: 419,
      fails: 'the page has not expired',
      misconception: 'retry-until-it-works',
    },
    {
      name: 'no token at all',
      draft: ({ cookie }) => send('POST', '/letter', ['Cookie', cookie]),
      status: 403,
      fails: 'the CSRF token belongs to the session',
    },
    {
      name: 'the age in the token changed',
      draft: (w) => {
        const [made = '', signature] = w['token-of-the-form'].split('.');
        const token = `${Number(made) + 5400}.${signature}`;
        return send('POST', '/letter', ['Cookie', w.cookie], ['X-CSRF-Token', token]);
      },
      status: 403,
      fails: 'the CSRF token belongs to the session',
    },
    {
      name: 'cookies deleted, as the page of help said',
      draft: (w) => send('POST', '/letter', ['X-CSRF-Token', w['token-of-the-form']]),
      status: 401,
      fails: 'credentials are presented',
      misconception: 'clear-history',
    },
    {
      name: 'the cookie of yesterday',
      draft: async (w, ask) =>
        send(
          'POST',
          '/letter',
          ['Cookie', w['yesterdays-cookie']],
          ['X-CSRF-Token', await tokenOf(w.cookie, ask)],
        ),
      status: 401,
      fails: 'the session has not expired',
    },
    {
      name: 'a new sign-in and the old token',
      draft: async (w, ask) => {
        const { fields } = await ask({
          method: 'POST',
          path: '/login',
          fields: [['Content-Type', 'application/x-www-form-urlencoded']],
          body: new URLSearchParams({ username: w.username, password: w.password }).toString(),
        });
        const cookie = fields.find(([name]) => name === 'Set-Cookie')?.[1].split(';')[0] ?? '';
        return send('POST', '/letter', ['Cookie', cookie], ['X-CSRF-Token', w['token-of-the-form']]);
      },
      status: 403,
      fails: 'the CSRF token belongs to the session',
      misconception: 'log-in-again',
    },
  ],
});
