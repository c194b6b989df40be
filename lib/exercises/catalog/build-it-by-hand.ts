import { anyone } from '@/lib/http-auth/policies';
import { basic, basicCredentials } from '@/lib/http-auth/schemes/basic/basic';
import { authorization, get } from '../drafts';
import { defineExercise } from '../exercise';
import { toyWords } from '../people';

export default defineExercise({
  title: 'A Basic header built by hand',
  task: 'Alan’s weather station has no library for Basic, so his program builds the header itself. His password contains a colon, and the program percent-encoded that colon. Build the right header.',
  level: 1,
  goal: { status: 200, path: '/rain' },
  hints: [
    'Decode the text after Basic and compare it with your credentials, letter by letter.',
    'The second gate refused you: the Base64 decodes to another user name and password than your credentials.',
    'Authorization: Basic ____, the Base64 of username:password, every colon as it is.',
  ],
  async resource(attempt) {
    const password = `half:${await toyWords(attempt, 'password of alan')}`;
    return {
      realm: 'weather station',
      schemes: [basic({ accounts: [{ username: 'alan', password, principal: { name: 'alan' } }] })],
      routes: { '/rain': { policy: anyone, content: { rain: '4 mm', since: 'tea time' } } },
      wallet: async () => ({
        username: { label: "Alan's user name", value: 'alan' },
        password: { label: "Alan's password", value: password },
      }),
    };
  },
  start: ({ username, password }) =>
    get('/rain', authorization(basicCredentials(username, password.replace(':', '%3A')))),
  solution: ({ username, password }) => get('/rain', authorization(basicCredentials(username, password))),
  reasons: ['Only the first colon separates, so a colon in the password stays as it is.'],
  mistakes: [
    {
      name: 'the colon left out of the password',
      draft: ({ username, password }) =>
        get('/rain', authorization(basicCredentials(username, password.replace(':', '')))),
      status: 401,
      fails: 'user name and password belong together',
      misconception: 'a-colon-must-be-escaped',
    },
    {
      name: 'the two halves encoded apart',
      draft: ({ username, password }) =>
        get('/rain', authorization(`Basic ${btoa(username)}:${btoa(password)}`)),
      status: 401,
      fails: 'Basic is followed by one token68',
      misconception: 'basic-takes-it-plain',
    },
    {
      name: 'not encoded at all',
      draft: ({ username, password }) => get('/rain', authorization(`Basic ${username}:${password}`)),
      status: 401,
      fails: 'Basic is followed by one token68',
      misconception: 'basic-takes-it-plain',
    },
    {
      name: 'the password first',
      draft: ({ username, password }) => get('/rain', authorization(basicCredentials(password, username))),
      status: 401,
      fails: 'user name and password belong together',
      misconception: 'the-order-of-the-pair-is-free',
    },
    {
      name: 'the password alone',
      draft: ({ password }) => get('/rain', authorization(`Basic ${btoa(password.replace(':', '-'))}`)),
      status: 401,
      fails: 'a colon ends the user name',
    },
    {
      name: 'a space for the colon between the two',
      draft: ({ username, password }) =>
        get('/rain', authorization(`Basic ${btoa(`${username} ${password.replace(':', '-')}`)}`)),
      status: 401,
      fails: 'a colon ends the user name',
    },
    {
      name: 'the last letter not copied',
      draft: ({ username, password }) =>
        get('/rain', authorization(basicCredentials(username, password).slice(0, -1))),
      status: 401,
      fails: 'Base64 decodes',
      misconception: 'base64-is-base64',
    },
    {
      name: 'encoded twice',
      draft: ({ username, password }) =>
        get('/rain', authorization(`Basic ${btoa(btoa(`${username}:${password}`))}`)),
      status: 401,
      fails: 'a colon ends the user name',
      misconception: 'base64-is-encryption',
    },
  ],
});
