import { anyone } from '@/lib/http-auth/policies';
import { basicCredentials } from '@/lib/http-auth/schemes/basic/basic';
import { authorization, get } from '../drafts';
import { defineExercise } from '../exercise';
import { person } from '../people';
import { firstMessage, scramFor, secondMessage, withData } from '../scram-exchange';

const realm = 'open door';

export default defineExercise({
  title: 'Open door: SCRAM-SHA-256',
  task: 'A plain SCRAM-SHA-256 endpoint for testing your own client: two requests, 4096 iterations, no channel binding. A sid counts once and lasts a minute.',
  level: 3,
  open: true,
  goal: { status: 200 },
  hints: [
    'The first 401 brings a realm. The 401 after your first message brings sid and data.',
    'What cannot be read gets 400. Every other refusal gets 401 and begins again.',
    'Authorization: SCRAM-SHA-256 sid=____, data="____", the Base64 of c=biws,r=…,p=….',
  ],
  async resource(attempt) {
    const { username, password } = await person(attempt, 'ada');
    return {
      realm,
      schemes: [await scramFor(attempt, { username, password })],
      routes: { '/': { policy: anyone } },
      wallet: async () => ({
        username: { label: 'User name', value: username },
        password: { label: 'Password', value: password },
      }),
    };
  },
  start: () => get('/'),
  solution: (login, ask) => secondMessage('/', ask, realm, login),
  mistakes: [
    { name: 'nobody', draft: () => get('/'), status: 401, fails: 'credentials are presented' },
    {
      name: 'Basic',
      draft: ({ username, password }) => get('/', authorization(basicCredentials(username, password))),
      status: 401,
      fails: 'credentials are presented',
    },
    {
      name: 'the first message alone',
      draft: ({ username }) => get('/', authorization(firstMessage(username, realm).credentials)),
      status: 401,
      fails: 'the second message has come',
    },
    {
      name: 'a wrong password',
      draft: ({ username }, ask) => secondMessage('/', ask, realm, { username, password: 'a guess' }),
      status: 401,
      fails: 'the proof is that of the password',
    },
    {
      name: 'an unknown user',
      draft: ({ password }, ask) => secondMessage('/', ask, realm, { username: 'grace', password }),
      status: 401,
      fails: 'the proof is that of the password',
    },
    {
      name: 'a client that could bind to the channel',
      draft: ({ username }) =>
        withData(get('/', authorization(firstMessage(username, realm).credentials)), (text) =>
          text.replace(/^n/, 'y'),
        ),
      status: 401,
      fails: 'no channel binding is asked for',
    },
    {
      name: 'user name and password as data',
      draft: ({ username, password }) =>
        get('/', authorization(`SCRAM-SHA-256 data="${btoa(`${username}:${password}`)}"`)),
      status: 400,
      fails: 'data is a SCRAM message',
    },
  ],
});
