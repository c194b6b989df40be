import { anyone } from '@/lib/http-auth/policies';
import { guarded } from '@/lib/http-auth/schemes/csrf/csrf';
import { cookieLogin } from '../cookie-login';
import { get, send } from '../drafts';
import { type Ask, defineExercise } from '../exercise';
import { person } from '../people';

const tokenOf = async (cookie: string, ask: Ask) =>
  (JSON.parse((await ask(get('/csrf', ['Cookie', cookie]))).body) as { csrf: string }).csrf;

export default defineExercise({
  title: 'A missing CSRF token',
  task: 'Ada is signed in, her cookie is fine, and POST /transfer is still refused. Send the token that shows that a page of this site made the request.',
  level: 2,
  cookies: true,
  goal: { status: 200, method: 'POST', path: '/transfer' },
  hints: [
    'In this 403 Ada was recognised, so signing in again does not help.',
    'Unless SameSite forbids it, a browser attaches the cookie also to requests that other sites cause. So the third gate asks for a token that a page of another site cannot read. GET /csrf gives it.',
    'X-CSRF-Token: ____, beside the Cookie header.',
  ],
  async resource(attempt) {
    const ada = { ...(await person(attempt, 'ada')), principal: { name: 'ada' } };
    const realm = 'teapots';
    const login = await cookieLogin(attempt, realm, [ada]);
    return {
      realm,
      schemes: [login.sessions.scheme],
      routes: {
        '/': { policy: anyone },
        '/transfer': {
          policy: guarded(login.sessions, anyone),
          methods: ['POST'],
          content: { moved: '1 teapot' },
        },
        ...login.routes,
      },
      wallet: async () => ({
        cookie: { label: "Ada's cookie", value: await login.begun(ada, 60) },
        username: { label: "Ada's user name", value: ada.username },
        password: { label: "Ada's password", value: ada.password },
      }),
    };
  },
  start: ({ cookie }) => send('POST', '/transfer', ['Cookie', cookie]),
  solution: async ({ cookie }, ask) =>
    send('POST', '/transfer', ['Cookie', cookie], ['X-CSRF-Token', await tokenOf(cookie, ask)]),
  reasons: [
    'The server gives out a CSRF token for the session of this cookie.',
    'The token in X-CSRF-Token shows that the request comes from a page of this site.',
  ],
  mistakes: [
    {
      name: 'no token',
      draft: ({ cookie }) => send('POST', '/transfer', ['Cookie', cookie]),
      status: 403,
      fails: 'the CSRF token belongs to the session',
      misconception: 'the-cookie-proves-intent',
    },
    {
      name: 'the session as its own token',
      draft: ({ cookie }) =>
        send('POST', '/transfer', ['Cookie', cookie], ['X-CSRF-Token', cookie.replace('__Host-sid=', '')]),
      status: 403,
      fails: 'the CSRF token belongs to the session',
      misconception: 'the-cookie-proves-intent',
    },
    {
      name: 'the token in a field of another name',
      draft: async ({ cookie }, ask) =>
        send('POST', '/transfer', ['Cookie', cookie], ['X-XSRF-Token', await tokenOf(cookie, ask)]),
      status: 403,
      fails: 'the CSRF token belongs to the session',
      misconception: 'any-field-will-do',
    },
    {
      name: 'the token without the cookie',
      draft: async ({ cookie }, ask) =>
        send('POST', '/transfer', ['X-CSRF-Token', await tokenOf(cookie, ask)]),
      status: 401,
      fails: 'credentials are presented',
    },
    {
      name: 'the token of another session',
      draft: async ({ cookie, username, password }, ask) => {
        const { fields } = await ask({
          method: 'POST',
          path: '/login',
          fields: [['Content-Type', 'application/x-www-form-urlencoded']],
          body: new URLSearchParams({ username, password }).toString(),
        });
        const other = fields.find(([name]) => name === 'Set-Cookie')?.[1].split(';')[0] ?? '';
        return send('POST', '/transfer', ['Cookie', cookie], ['X-CSRF-Token', await tokenOf(other, ask)]);
      },
      status: 403,
      fails: 'the CSRF token belongs to the session',
    },
    {
      name: 'a right token on a page of another site',
      draft: async ({ cookie }, ask) =>
        send(
          'POST',
          '/transfer',
          ['Cookie', cookie],
          ['X-CSRF-Token', await tokenOf(cookie, ask)],
          ['Origin', 'https://elsewhere.example'],
        ),
      status: 403,
      fails: 'the request comes from a page of this origin',
    },
    {
      name: 'a form on a page of another site',
      draft: ({ cookie }) => ({
        method: 'POST',
        path: '/transfer',
        fields: [
          ['Origin', 'https://elsewhere.example'],
          ['Content-Type', 'application/x-www-form-urlencoded'],
          ['Cookie', cookie],
        ],
        body: 'teapots=1',
      }),
      status: 403,
      fails: 'the request comes from a page of this origin',
      misconception: 'the-cookie-proves-intent',
    },
    {
      name: 'a GET in place of the POST',
      draft: async ({ cookie }, ask) =>
        get('/transfer', ['Cookie', cookie], ['X-CSRF-Token', await tokenOf(cookie, ask)]),
      status: 405,
    },
  ],
});
