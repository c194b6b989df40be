import { anyone, concealed, requireRole } from '@/lib/http-auth/policies';
import { basic, basicCredentials } from '@/lib/http-auth/schemes/basic/basic';
import { authorization, basicLine, get } from '../drafts';
import { defineExercise } from '../exercise';
import { person, toyWords } from '../people';

export default defineExercise({
  title: 'Open door: Basic',
  task: 'A plain Basic endpoint for testing your own client. The password contains a colon and a letter beyond ASCII.',
  level: 1,
  open: true,
  goal: { status: 200 },
  hints: [
    'The challenge names realm and charset.',
    'Without credentials the second gate answers; without the role, the third.',
    'Authorization: Basic ____, the Base64 of username:password in UTF-8.',
  ],
  async resource(attempt) {
    const username = 'ada';
    const password = `${await toyWords(attempt, 'password of ada')}:ü`;
    const reader = await person(attempt, 'grace');
    return {
      realm: 'open door',
      schemes: [
        basic({
          accounts: [
            { username, password, principal: { name: username, roles: ['administrator'] } },
            { ...reader, principal: { name: 'grace', roles: ['reader'] } },
          ],
        }),
      ],
      routes: {
        '/': { policy: anyone, methods: ['GET', 'POST'] },
        '/admin': { policy: requireRole('administrator') },
        '/hidden': { policy: concealed(requireRole('administrator')) },
      },
      wallet: async () => ({
        username: { label: 'Administrator', value: username },
        password: { label: "Administrator's password", value: password },
        'reader-username': { label: 'Reader', value: reader.username },
        'reader-password': { label: "Reader's password", value: reader.password },
      }),
    };
  },
  start: () => get('/'),
  solution: ({ username, password }) => get('/', authorization(basicCredentials(username, password))),
  mistakes: [
    { name: 'nobody', draft: () => get('/'), status: 401, fails: 'credentials are presented' },
    {
      name: 'everything before the second colon',
      draft: ({ username, password }) =>
        get('/', authorization(basicCredentials(username, password.split(':')[0] ?? ''))),
      status: 401,
      fails: 'user name and password belong together',
    },
    {
      name: 'the reader as administrator',
      draft: (w) => get('/admin', basicLine(w, 'reader')),
      status: 403,
      fails: 'role administrator is held',
    },
    {
      name: 'the reader in the hidden place',
      draft: (w) => get('/hidden', basicLine(w, 'reader')),
      status: 404,
    },
    {
      name: 'two lines',
      draft: ({ username, password }) =>
        get(
          '/',
          authorization(basicCredentials(username, password)),
          authorization(basicCredentials(username, password)),
        ),
      status: 400,
      fails: 'at most one Authorization header',
    },
  ],
});
