import { anyone } from '@/lib/http-auth/policies';
import { basic, basicCredentials } from '@/lib/http-auth/schemes/basic/basic';
import { authorization, get } from '../drafts';
import { defineExercise } from '../exercise';
import { person } from '../people';

export default defineExercise({
  title: 'Almost the right password',
  task: 'Alan sent credentials and was asked again. Find what is wrong with them and read the mail.',
  level: 1,
  minutes: 3,
  goal: { status: 200, path: '/mail' },
  hints: [
    'Decode the text after Basic, and compare it with your credentials, letter by letter.',
    'The second gate refused you. It could read the credentials, but they are wrong.',
    'Authorization: Basic ____, the Base64 of alan:password, with the password exactly as in your credentials.',
  ],
  async resource(attempt) {
    const alan = await person(attempt, 'alan');
    return {
      realm: 'mailroom',
      schemes: [basic({ accounts: [{ ...alan, principal: { name: 'alan' } }] })],
      routes: { '/mail': { policy: anyone, content: { unread: 3 } } },
      wallet: async () => ({
        username: { label: "Alan's user name", value: alan.username },
        password: { label: "Alan's password", value: alan.password },
      }),
    };
  },
  start: ({ username, password }) =>
    get(
      '/mail',
      authorization(basicCredentials(username, password.charAt(0).toUpperCase() + password.slice(1))),
    ),
  solution: ({ username, password }) => get('/mail', authorization(basicCredentials(username, password))),
  reasons: ['The password is exactly that of your credentials, with a lower-case first letter.'],
  mistakes: [
    {
      name: 'no credentials at all',
      draft: () => get('/mail'),
      status: 401,
      fails: 'credentials are presented',
      misconception: 'clear-history',
    },
    {
      name: 'user name and password swapped',
      draft: ({ username, password }) => get('/mail', authorization(basicCredentials(password, username))),
      status: 401,
      fails: 'user name and password belong together',
    },
    {
      name: 'an empty password',
      draft: ({ username }) => get('/mail', authorization(basicCredentials(username, ''))),
      status: 401,
      fails: 'user name and password belong together',
    },
    {
      name: 'a variable that was never set',
      draft: ({ username }) => get('/mail', authorization(basicCredentials(username, 'undefined'))),
      status: 401,
      fails: 'user name and password belong together',
      misconception: 'i-set-it-so-it-was-sent',
    },
    {
      name: 'a user nobody knows',
      draft: ({ password }) => get('/mail', authorization(basicCredentials('alan2', password))),
      status: 401,
      fails: 'user name and password belong together',
    },
    {
      name: 'a space at the end of the password',
      draft: ({ username, password }) =>
        get('/mail', authorization(basicCredentials(username, `${password} `))),
      status: 401,
      fails: 'user name and password belong together',
    },
  ],
});
