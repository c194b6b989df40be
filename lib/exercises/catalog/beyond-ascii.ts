import { anyone } from '@/lib/http-auth/policies';
import { basic, basicCredentials } from '@/lib/http-auth/schemes/basic/basic';
import { authorization, get } from '../drafts';
import { defineExercise } from '../exercise';
import { toyWords } from '../people';

export default defineExercise({
  title: 'A letter beyond ASCII',
  task: 'Grace has an ö in her password, and her client does not encode it in UTF-8. Read the menu with her password.',
  level: 2,
  goal: { status: 200, path: '/menu' },
  hints: [
    'The challenge says which encoding the server wants.',
    'The second gate refused you: the password arrived as other bytes than the server has stored.',
    'Authorization: Basic ____, the Base64 of the UTF-8 bytes of username:password. The ö is C3 B6.',
  ],
  async resource(attempt) {
    const password = `löwe-${await toyWords(attempt, 'password of grace')}`;
    return {
      realm: 'kitchen',
      schemes: [
        basic({ accounts: [{ username: 'grace', password, principal: { name: 'grace' } }], latin1: false }),
      ],
      routes: { '/menu': { policy: anyone, content: { soup: 'of the day' } } },
      wallet: async () => ({
        username: { label: "Grace's user name", value: 'grace' },
        password: { label: "Grace's password", value: password },
      }),
    };
  },
  start: ({ username, password }) =>
    get('/menu', authorization(basicCredentials(username, password, 'latin1'))),
  solution: ({ username, password }) => get('/menu', authorization(basicCredentials(username, password))),
  reasons: ['The user name and the password are encoded as UTF-8 before Base64, so the ö is two bytes.'],
  mistakes: [
    {
      name: 'the dots left out',
      draft: ({ username, password }) =>
        get('/menu', authorization(basicCredentials(username, password.replace('ö', 'o')))),
      status: 401,
      fails: 'user name and password belong together',
    },
    {
      name: 'a question mark in its place',
      draft: ({ username, password }) =>
        get('/menu', authorization(basicCredentials(username, password.replace('ö', '?')))),
      status: 401,
      fails: 'user name and password belong together',
      misconception: 'basic-has-one-encoding',
    },
    {
      name: 'percent-encoded',
      draft: ({ username, password }) =>
        get('/menu', authorization(basicCredentials(username, encodeURIComponent(password)))),
      status: 401,
      fails: 'user name and password belong together',
    },
    {
      name: 'UTF-8 encoded twice',
      draft: ({ username, password }) =>
        get('/menu', authorization(basicCredentials(username, password.replace('ö', 'Ã¶')))),
      status: 401,
      fails: 'user name and password belong together',
      misconception: 'basic-has-one-encoding',
    },
    {
      name: 'the password in the clear',
      draft: ({ username, password }) => get('/menu', authorization(`Basic ${username}:${password}`)),
      status: 401,
      fails: 'Basic is followed by one token68',
    },
    {
      name: 'only the first octet of the letter',
      draft: ({ username, password }) =>
        get('/menu', authorization(basicCredentials(username, password.replace('ö', 'Ã'), 'latin1'))),
      status: 401,
      fails: 'user name and password are UTF-8',
    },
  ],
});
