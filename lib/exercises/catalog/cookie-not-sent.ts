import { anyone } from '@/lib/http-auth/policies';
import { cookieLogin } from '../cookie-login';
import { authorization, cookieFrom, get, sendJson } from '../drafts';
import { defineExercise } from '../exercise';
import { person } from '../people';

export default defineExercise({
  title: 'A cookie that was not sent',
  task: 'Ada never gets past 401 at /desk: her requests carry no session. Sign in with POST /login and {"username": "…", "password": "…"}; then read /desk with the cookie that came back.',
  level: 2,
  cookies: true,
  goal: { status: 200, path: '/desk' },
  hints: [
    'A session begins with a sign-in. Which header of the response brings the session?',
    'The second gate reads the Cookie header. A browser adds it automatically after the sign-in; curl does with -c jar -b jar.',
    'POST /login with Content-Type: application/json and {"username": "ada", "password": "____"}; then GET /desk.',
  ],
  async resource(attempt) {
    const ada = { ...(await person(attempt, 'ada')), principal: { name: 'ada' } };
    const realm = 'desk';
    const { sessions, routes } = await cookieLogin(attempt, realm, [ada]);
    return {
      realm,
      schemes: [sessions.scheme],
      routes: {
        '/desk': { policy: anyone, content: { drawer: ['ink', 'stamps', 'a spare key'] } },
        ...routes,
      },
      wallet: async () => ({
        username: { label: "Ada's user name", value: ada.username },
        password: { label: "Ada's password", value: ada.password },
      }),
    };
  },
  start: () => get('/desk'),
  solution: async ({ username, password }, ask) =>
    get('/desk', cookieFrom(await ask(sendJson('/login', { username, password })))),
  reasons: [
    'The sign-in answers with Set-Cookie, which holds the session.',
    'The cookie goes back in the header Cookie, so the server knows whose request it is.',
  ],
  mistakes: [
    {
      name: 'the cookie in Set-Cookie',
      draft: async ({ username, password }, ask) => {
        const [, value] = cookieFrom(await ask(sendJson('/login', { username, password })));
        return get('/desk', ['Set-Cookie', value]);
      },
      status: 401,
      fails: 'credentials are presented',
      misconception: 'any-field-will-do',
    },
    {
      name: 'the cookie under a shorter name',
      draft: async ({ username, password }, ask) => {
        const [, value] = cookieFrom(await ask(sendJson('/login', { username, password })));
        return get('/desk', ['Cookie', value.replace('__Host-', '')]);
      },
      status: 401,
      fails: 'credentials are presented',
    },
    {
      name: 'quotation marks around the value',
      draft: async ({ username, password }, ask) => {
        const [, value] = cookieFrom(await ask(sendJson('/login', { username, password })));
        return get('/desk', ['Cookie', value.replace('=', '="').concat('"')]);
      },
      status: 401,
      fails: 'the session id has the form that this server writes',
    },
    {
      name: 'the name changed to somebody else',
      draft: async ({ username, password }, ask) => {
        const [, value] = cookieFrom(await ask(sendJson('/login', { username, password })));
        return get('/desk', ['Cookie', value.replace('=ada.', '=grace.')]);
      },
      status: 401,
      fails: 'the session was signed by this server',
      misconception: 'the-client-says-who-it-is',
    },
    {
      name: 'the password with every request',
      draft: ({ username, password }) =>
        get('/desk', authorization(`Basic ${btoa(`${username}:${password}`)}`)),
      status: 401,
      fails: 'credentials are presented',
      misconception: 'any-scheme-will-do',
    },
    {
      name: 'a fetch from a page of another site',
      draft: () => get('/desk', ['Origin', 'https://shop.example']),
      status: 401,
      fails: 'credentials are presented',
    },
    {
      name: 'a sign-in that is not read back',
      draft: ({ username, password }) => sendJson('/login', { username, password }),
      status: 200,
    },
    {
      name: 'a sign-in without Content-Type',
      draft: ({ username, password }) => ({
        method: 'POST',
        path: '/login',
        fields: [],
        body: JSON.stringify({ username, password }),
      }),
      status: 415,
      fails: 'the sign-in is a form or JSON',
    },
  ],
});
