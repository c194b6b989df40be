import { anyone } from '@/lib/http-auth/policies';
import { basic, basicCredentials } from '@/lib/http-auth/schemes/basic/basic';
import { authorization, get } from '../drafts';
import { defineExercise } from '../exercise';
import { person } from '../people';

export default defineExercise({
  title: 'One byte too many',
  task: 'Ada typed the right password into `echo … | base64`, but the server refuses it. Send what the server expects.',
  level: 2,
  minutes: 2,
  goal: { status: 200, path: '/ledger' },
  hints: [
    'Decode the Base64 and count: how many characters come after the colon?',
    'The second gate refused you. A byte that nobody typed was encoded, too.',
    'Authorization: Basic ____, what `printf %s username:password | base64` prints.',
  ],
  async resource(attempt) {
    const ada = await person(attempt, 'ada');
    return {
      realm: 'ledger',
      schemes: [basic({ accounts: [{ ...ada, principal: { name: 'ada' } }] })],
      routes: { '/ledger': { policy: anyone, content: { balance: '12 doubloons' } } },
      wallet: async () => ({
        username: { label: "Ada's user name", value: ada.username },
        password: { label: "Ada's password", value: ada.password },
      }),
    };
  },
  start: ({ username, password }) =>
    get('/ledger', authorization(basicCredentials(username, `${password}\n`))),
  solution: ({ username, password }) => get('/ledger', authorization(basicCredentials(username, password))),
  reasons: ['The line feed at the end of the password is gone, so the password is the right one.'],
  mistakes: [
    {
      name: 'a carriage return as well',
      draft: ({ username, password }) =>
        get('/ledger', authorization(basicCredentials(username, `${password}\r\n`))),
      status: 401,
      fails: 'no control characters inside',
      misconception: 'base64-is-base64',
    },
    {
      name: 'the newline before the colon',
      draft: ({ username, password }) =>
        get('/ledger', authorization(basicCredentials(`${username}\n`, password))),
      status: 401,
      fails: 'no control characters inside',
    },
    {
      name: 'backslash and n as two characters',
      draft: ({ username, password }) =>
        get('/ledger', authorization(basicCredentials(username, `${password}\\n`))),
      status: 401,
      fails: 'user name and password belong together',
    },
    {
      name: 'encoded twice',
      draft: ({ username, password }) =>
        get('/ledger', authorization(`Basic ${btoa(btoa(`${username}:${password}`))}`)),
      status: 401,
      fails: 'a colon ends the user name',
      misconception: 'base64-is-encryption',
    },
    {
      name: 'not encoded at all',
      draft: ({ username, password }) => get('/ledger', authorization(`Basic ${username}:${password}`)),
      status: 401,
      fails: 'Basic is followed by one token68',
    },
    {
      name: 'wrapped like a mail',
      draft: ({ username, password }) => {
        const encoded = btoa(`${username}:${password}`);
        return get('/ledger', authorization(`Basic ${encoded.slice(0, 10)} ${encoded.slice(10)}`));
      },
      status: 401,
      fails: 'Basic is followed by one token68',
      misconception: 'base64-is-base64',
    },
  ],
});
