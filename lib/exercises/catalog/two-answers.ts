import { anyone } from '@/lib/http-auth/policies';
import { basic, basicCredentials } from '@/lib/http-auth/schemes/basic/basic';
import { tokenService } from '../api-tokens';
import { authorization, get } from '../drafts';
import { defineExercise } from '../exercise';
import { person } from '../people';

export default defineExercise({
  title: 'Two responses to one question',
  task: 'The server accepts two schemes. Alan’s library adds credentials for one, his code adds the other, and both headers are sent. Send only one.',
  level: 2,
  goal: { status: 200, path: '/jobs' },
  hints: [
    'Count the Authorization headers in the request that was sent.',
    'The first gate refused you: it does not guess which of the two was meant.',
    'One header: Authorization: ____, with the credentials of one scheme.',
  ],
  async resource(attempt) {
    const { scheme, issuer } = await tokenService(attempt);
    const ada = await person(attempt, 'ada');
    return {
      realm: 'jobs',
      schemes: [scheme, basic({ accounts: [{ ...ada, principal: { name: 'ada' } }] })],
      routes: { '/jobs': { policy: anyone, content: { running: 4 } } },
      wallet: async () => ({
        username: { label: "Ada's user name", value: ada.username },
        password: { label: "Ada's password", value: ada.password },
        token: { label: "Ada's access token", value: await issuer.token({ sub: 'ada', scope: 'jobs:read' }) },
      }),
    };
  },
  start: ({ username, password, token }) =>
    get('/jobs', authorization(basicCredentials(username, password)), authorization(`Bearer ${token}`)),
  solution: ({ token }) => get('/jobs', authorization(`Bearer ${token}`)),
  reasons: ['A request has one Authorization header, so choose one of the two schemes.'],
  mistakes: [
    {
      name: 'the other order',
      draft: ({ username, password, token }) =>
        get('/jobs', authorization(`Bearer ${token}`), authorization(basicCredentials(username, password))),
      status: 400,
      fails: 'at most one Authorization header',
      misconception: 'more-is-safer',
    },
    {
      name: 'both in one line',
      draft: ({ username, password, token }) =>
        get('/jobs', authorization(`Bearer ${token}, ${basicCredentials(username, password)}`)),
      status: 400,
      fails: 'Authorization is a scheme with its credentials',
    },
    {
      name: 'the same line twice',
      draft: ({ token }) => get('/jobs', authorization(`Bearer ${token}`), authorization(`Bearer ${token}`)),
      status: 400,
      fails: 'at most one Authorization header',
      misconception: 'more-is-safer',
    },
    {
      name: 'a third way that was not offered',
      draft: ({ password }) => get('/jobs', ['X-API-Key', password]),
      status: 401,
      fails: 'credentials are presented',
      misconception: 'any-field-will-do',
    },
    {
      name: 'the token handed in as a password',
      draft: ({ username, token }) => get('/jobs', authorization(basicCredentials(username, token))),
      status: 401,
      fails: 'user name and password belong together',
      misconception: 'any-scheme-will-do',
    },
    {
      name: 'neither',
      draft: () => get('/jobs'),
      status: 401,
      fails: 'credentials are presented',
    },
    {
      name: 'one line empty',
      draft: ({ token }) => get('/jobs', authorization(''), authorization(`Bearer ${token}`)),
      status: 400,
      fails: 'at most one Authorization header',
    },
  ],
});
