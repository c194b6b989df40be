import { anyone, requireRole } from '@/lib/http-auth/policies';
import { guarded } from '@/lib/http-auth/schemes/csrf/csrf';
import { cookieLogin } from '../cookie-login';
import { cookieFrom, get, send, sendJson } from '../drafts';
import { type Ask, defineExercise, type Wallet } from '../exercise';
import { person } from '../people';

type Names = 'username' | 'password' | 'reader-username' | 'reader-password';

const login = (username: string, password: string) => sendJson('/login', { username, password });
const loggedIn = async (w: Wallet<Names>, ask: Ask) => cookieFrom(await ask(login(w.username, w.password)));

export default defineExercise<Names>({
  title: 'Open door: cookie session',
  task: 'A sign-in, a session in the cookie __Host-sid, a CSRF token for what changes something. Sign in with POST /login, as JSON or as a form; then /, GET /csrf, POST /transfer, /admin and POST /logout.',
  level: 1,
  open: true,
  cookies: true,
  goal: { status: 200 },
  hints: [
    'POST /login answers with Set-Cookie.',
    'No session gets 401; no CSRF token, or a foreign Origin, gets 403; an old token 419.',
    'Cookie: __Host-sid=____, and X-CSRF-Token: ____ from GET /csrf.',
  ],
  async resource(attempt) {
    const ada = { ...(await person(attempt, 'ada')), principal: { name: 'ada', roles: ['administrator'] } };
    const grace = { ...(await person(attempt, 'grace')), principal: { name: 'grace', roles: ['reader'] } };
    const realm = 'open door';
    const { sessions, routes } = await cookieLogin(attempt, realm, [ada, grace]);
    return {
      realm,
      schemes: [sessions.scheme],
      routes: {
        '/': { policy: anyone },
        ...routes,
        '/transfer': {
          policy: guarded(sessions, anyone),
          methods: ['POST'],
          content: { moved: '1 teapot' },
        },
        '/admin': { policy: requireRole('administrator') },
      },
      wallet: async () => ({
        username: { label: "Ada's user name (administrator)", value: ada.username },
        password: { label: "Ada's password", value: ada.password },
        'reader-username': { label: "Grace's user name (reader)", value: grace.username },
        'reader-password': { label: "Grace's password", value: grace.password },
      }),
    };
  },
  start: () => get('/'),
  solution: async (w, ask) => get('/', await loggedIn(w, ask)),
  mistakes: [
    { name: 'no cookie', draft: () => get('/'), status: 401, fails: 'credentials are presented' },
    {
      name: 'a wrong password',
      draft: (w) => login(w.username, 'let-me-in'),
      status: 401,
      fails: 'user name and password belong together',
    },
    {
      name: 'a sign-in as plain text',
      draft: (w) => ({ ...login(w.username, w.password), fields: [['Content-Type', 'text/plain']] }),
      status: 415,
      fails: 'the sign-in is a form or JSON',
    },
    {
      name: 'a sign-in without a password',
      draft: (w) => sendJson('/login', { username: w.username }),
      status: 400,
      fails: 'user name and password are there, once each',
    },
    {
      name: 'a sign-in sent by another site',
      draft: (w) => ({
        ...login(w.username, w.password),
        fields: [
          ['Content-Type', 'application/json'],
          ['Origin', 'https://elsewhere.example'],
        ],
      }),
      status: 403,
      fails: 'the request comes from a page of this origin',
    },
    {
      name: 'a session id that the client made up',
      draft: () => get('/', ['Cookie', '__Host-sid=my-own-session']),
      status: 401,
      fails: 'the session id has the form that this server writes',
    },
    {
      name: 'two session cookies',
      draft: async (w, ask) => {
        const [name, value] = await loggedIn(w, ask);
        return get('/', [name, `${value}; ${value}`]);
      },
      status: 400,
      fails: 'the session cookie comes once',
    },
    {
      name: 'a transfer without a token',
      draft: async (w, ask) => send('POST', '/transfer', await loggedIn(w, ask)),
      status: 403,
      fails: 'the CSRF token belongs to the session',
    },
    {
      name: 'a transfer that another site asked for',
      draft: async (w, ask) => {
        const cookie = await loggedIn(w, ask);
        const { csrf } = JSON.parse((await ask(get('/csrf', cookie))).body) as { csrf: string };
        const foreign = ['Sec-Fetch-Site', 'cross-site'] as const;
        return send('POST', '/transfer', cookie, ['X-CSRF-Token', csrf], foreign);
      },
      status: 403,
      fails: 'the request comes from a page of this origin',
    },
    {
      name: 'the reader as administrator',
      draft: async (w, ask) =>
        get('/admin', cookieFrom(await ask(login(w['reader-username'], w['reader-password'])))),
      status: 403,
      fails: 'role administrator is held',
    },
    {
      name: 'a session after sign-out',
      draft: async (w, ask) => {
        const cookie = await loggedIn(w, ask);
        const { csrf } = JSON.parse((await ask(get('/csrf', cookie))).body) as { csrf: string };
        await ask(send('POST', '/logout', cookie, ['X-CSRF-Token', csrf]));
        return get('/', cookie);
      },
      status: 401,
      fails: 'the session was not ended',
    },
  ],
});
