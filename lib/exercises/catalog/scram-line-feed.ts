import { anyone } from '@/lib/http-auth/policies';
import { encodeData } from '@/lib/http-auth/schemes/scram/messages';
import { authorization, get } from '../drafts';
import { defineExercise } from '../exercise';
import { person } from '../people';
import { firstMessage, scramFor, secondMessage, withData } from '../scram-exchange';

const realm = 'workshop';
const begin = (username: string) => get('/tools', authorization(firstMessage(username, realm).credentials));

export default defineExercise({
  title: 'A line feed from the RFC',
  task: 'Alan made his first message with `echo … | base64`. It ends in a line feed, like the example in RFC 7804, and the server cannot read it. Fix it, and finish the handshake.',
  level: 3,
  goal: { status: 200, path: '/tools' },
  hints: [
    'Decode data and look at its last byte.',
    'The first gate refused you: the message cannot be read, so the response is 400. No password was checked yet.',
    'printf instead of echo: data="____", the Base64 of n,,n=alan,r=…; then answer the challenge with c=biws,r=…,p=….',
  ],
  async resource(attempt) {
    const { username, password } = await person(attempt, 'alan');
    return {
      realm,
      schemes: [await scramFor(attempt, { username, password })],
      routes: { '/tools': { policy: anyone, content: { tools: ['lathe', 'vice', 'file'] } } },
      wallet: async () => ({
        username: { label: "Alan's user name", value: username },
        password: { label: "Alan's password", value: password },
      }),
    };
  },
  start: ({ username }) => withData(begin(username), (text) => `${text}\n`),
  solution: (login, ask) => secondMessage('/tools', ask, realm, login),
  reasons: [
    'The first message is encoded without a line feed at its end, so the server can read it.',
    'The second message proves the password with the salt and the nonce that came.',
  ],
  mistakes: [
    {
      name: 'the line feed in the second message',
      draft: async (login, ask) =>
        withData(await secondMessage('/tools', ask, realm, login), (text) => `${text}\n`),
      status: 400,
      fails: 'data is a SCRAM message',
    },
    {
      name: 'the padding cut off with it',
      draft: ({ username }) =>
        get(
          '/tools',
          authorization(`SCRAM-SHA-256 data="${encodeData(`n,,n=${username},r=lathe`).slice(0, -2)}"`),
        ),
      status: 400,
      fails: 'data is Base64',
    },
    {
      name: 'the message in the clear',
      draft: ({ username }) => get('/tools', authorization(`SCRAM-SHA-256 data="n,,n=${username},r=lathe"`)),
      status: 400,
      fails: 'data is Base64',
    },
    {
      name: 'mended, and left half-way',
      draft: ({ username }) => begin(username),
      status: 401,
      fails: 'the second message has come',
      misconception: 'every-401-begins-anew',
    },
    {
      name: 'a proof by the password with a line feed',
      draft: ({ username, password }, ask) =>
        secondMessage('/tools', ask, realm, { username, password: `${password}\n` }),
      status: 401,
      fails: 'the proof is that of the password',
    },
    {
      name: 'the name of the realm before it',
      draft: ({ username }) =>
        get('/tools', authorization(firstMessage(username, 'testrealm@example.com').credentials)),
      status: 401,
      fails: 'realm, where it is given, is that of the challenge',
    },
  ],
});
