import { anyone } from '@/lib/http-auth/policies';
import { basic, basicCredentials } from '@/lib/http-auth/schemes/basic/basic';
import { authorization, get } from '../drafts';
import { defineExercise } from '../exercise';
import { person } from '../people';

export default defineExercise({
  title: 'A locked door',
  task: 'Send the request without credentials, and the server asks who you are. Answer as Ada.',
  level: 1,
  goal: { status: 200 },
  hints: [
    'Read the response. One header tells you how to sign in.',
    'The second gate refused you: it does not know who is asking.',
    'Authorization: Basic ____, where the blank is the Base64 of username:password.',
  ],
  async resource(attempt) {
    const ada = await person(attempt, 'ada');
    return {
      realm: 'front door',
      schemes: [basic({ accounts: [{ ...ada, principal: { name: 'ada' } }] })],
      routes: { '/': { policy: anyone, content: { message: 'Good evening, Ada. Come in.' } } },
      wallet: async () => ({
        username: { label: "Ada's user name", value: ada.username },
        password: { label: "Ada's password", value: ada.password },
      }),
    };
  },
  start: () => get('/'),
  solution: ({ username, password }) => get('/', authorization(basicCredentials(username, password))),
  reasons: ['The challenge names the scheme Basic, so Ada’s user name and password are sent with it.'],
  mistakes: [
    {
      name: 'knocking again',
      draft: () => get('/', ['Accept', 'application/json']),
      status: 401,
      fails: 'credentials are presented',
      misconception: 'retry-until-it-works',
    },
    {
      name: 'user name and password in the clear',
      draft: ({ username, password }) => get('/', authorization(`Basic ${username}:${password}`)),
      status: 401,
      fails: 'Basic is followed by one token68',
    },
    {
      name: 'scheme word missing',
      draft: ({ username, password }) => get('/', authorization(`${username}:${password}`)),
      status: 400,
      fails: 'Authorization is a scheme with its credentials',
      misconception: 'the-tool-adds-it',
    },
    {
      name: 'credentials in a field called Authentication',
      draft: ({ username, password }) => get('/', ['Authentication', basicCredentials(username, password)]),
      status: 401,
      fails: 'credentials are presented',
      misconception: 'any-field-will-do',
    },
    {
      name: 'another scheme than the one that was offered',
      draft: ({ password }) => get('/', authorization(`Bearer ${password}`)),
      status: 401,
      fails: 'credentials are presented',
      misconception: 'any-scheme-will-do',
    },
    {
      name: 'the user name alone',
      draft: ({ username }) => get('/', authorization(`Basic ${btoa(username)}`)),
      status: 401,
      fails: 'a colon ends the user name',
    },
  ],
});
