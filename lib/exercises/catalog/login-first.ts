import { anyone } from '@/lib/http-auth/policies';
import { cookieLogin } from '../cookie-login';
import { cookieFrom, get, sendJson } from '../drafts';
import { type Ask, defineExercise } from '../exercise';
import { person } from '../people';

type Ada = Readonly<Record<'username' | 'password' | 'kept-cookie', string>>;

/** Logs in with the cookie that was kept, as a browser does: that session ends, and another begins. */
const again = async ({ username, password, 'kept-cookie': session }: Ada, ask: Ask) =>
  cookieFrom(await ask(sendJson('/login', { username, password }, ['Cookie', session])));

const sessionCookie = async (w: Ada, ask: Ask) => {
  await again(w, ask);
  return get('/desk', ['Cookie', w['kept-cookie']]);
};

export default defineExercise({
  title: 'An old session cookie',
  task: 'Ada’s script wrote down her cookie this morning. Then it signed in once more, but it still sends the old cookie and gets 401 at /desk. Open the desk. POST /login takes {"username": "…", "password": "…"}.',
  level: 2,
  cookies: true,
  goal: { status: 200, path: '/desk' },
  hints: [
    'The Cookie header arrives. Read in the trace which check fails.',
    'The second gate refused you: this server ends the old session when somebody signs in again. Which header of the response brings the new one?',
    'POST /login as JSON, then GET /desk with Cookie: __Host-sid=____, up to the first semicolon of Set-Cookie.',
  ],
  async resource(attempt) {
    const ada = { ...(await person(attempt, 'ada')), principal: { name: 'ada' } };
    const realm = 'desk';
    const login = await cookieLogin(attempt, realm, [ada]);
    return {
      realm,
      schemes: [login.sessions.scheme],
      routes: {
        '/desk': { policy: anyone, content: { drawer: ['a ruler', 'two letters', 'the key of the cellar'] } },
        ...login.routes,
      },
      wallet: async () => ({
        'kept-cookie': { label: 'The cookie of this morning', value: await login.begun(ada, 2 * 3600) },
        username: { label: "Ada's user name", value: ada.username },
        password: { label: "Ada's password", value: ada.password },
      }),
    };
  },
  start: sessionCookie,
  solution: async (w, ask) => get('/desk', await again(w, ask)),
  reasons: [
    'A sign-in ends the old session and answers with a new cookie in Set-Cookie.',
    'The new cookie is sent in place of the old one.',
  ],
  mistakes: [
    {
      name: 'the kept cookie once more',
      draft: async (w, ask) => {
        const { method, path, fields } = await sessionCookie(w, ask);
        return { method, path, fields: [...fields, ['Cache-Control', 'no-cache']] };
      },
      status: 401,
      fails: 'the session was not ended',
      misconception: 'the-first-cookie-stays-good',
    },
    {
      name: 'the old cookie and the new one',
      draft: async (w, ask) => {
        const [, fresh] = await again(w, ask);
        return get('/desk', ['Cookie', `${w['kept-cookie']}; ${fresh}`]);
      },
      status: 400,
      fails: 'the session cookie comes once',
      misconception: 'more-is-safer',
    },
    {
      name: 'the cookie of the sign-in before the last',
      draft: async (w, ask) => {
        const first = await again(w, ask);
        await ask(sendJson('/login', { username: w.username, password: w.password }, first));
        return get('/desk', first);
      },
      status: 401,
      fails: 'the session was not ended',
      misconception: 'the-first-cookie-stays-good',
    },
    {
      name: 'the time in the kept cookie moved on',
      draft: (w) => {
        const value = w['kept-cookie'].replace(
          /\.(\d{10})\./,
          (_, made: string) => `.${Number(made) + 7200}.`,
        );
        return get('/desk', ['Cookie', value]);
      },
      status: 401,
      fails: 'the session was signed by this server',
      misconception: 'the-client-says-who-it-is',
    },
    {
      name: 'the value without its name',
      draft: async (w, ask) => {
        const [, fresh] = await again(w, ask);
        return get('/desk', ['Cookie', fresh.replace('__Host-sid=', '')]);
      },
      status: 401,
      fails: 'credentials are presented',
      misconception: 'any-field-will-do',
    },
    {
      name: 'no cookie at all',
      draft: () => get('/desk'),
      status: 401,
      fails: 'credentials are presented',
      misconception: 'i-set-it-so-it-was-sent',
    },
    {
      name: 'a sign-in with a wrong password',
      draft: ({ username }) => sendJson('/login', { username, password: 'tea at four' }),
      status: 401,
      fails: 'user name and password belong together',
    },
    {
      name: 'the sign-in alone',
      draft: ({ username, password }) => sendJson('/login', { username, password }),
      status: 200,
      misconception: 'signing-in-is-enough',
    },
  ],
});
