import { anyone } from '@/lib/http-auth/policies';
import { basicCredentials } from '@/lib/http-auth/schemes/basic/basic';
import { authorization, get } from '../drafts';
import { defineExercise } from '../exercise';
import { person } from '../people';
import { firstMessage, scramFor, secondMessage, withData } from '../scram-exchange';

const realm = 'archive';

export default defineExercise({
  title: 'SCRAM in two steps',
  task: 'Grace has sent her user name, and the response is a 401 with a salt. Finish the handshake: prove that she knows her password, without sending it.',
  level: 3,
  goal: { status: 200, path: '/letters' },
  hints: [
    'Decode data in the challenge: nonce, salt and count. This 401 is the next step of the handshake.',
    'The second gate waits for the second message. Send the first message, and answer its challenge within a minute.',
    'Authorization: SCRAM-SHA-256 sid=____, data="____", with the sid of the challenge and c=biws,r=____,p=____ in Base64.',
  ],
  async resource(attempt) {
    const { username, password } = await person(attempt, 'grace');
    return {
      realm,
      schemes: [await scramFor(attempt, { username, password })],
      routes: { '/letters': { policy: anyone, content: { letters: 212, oldest: '1843' } } },
      wallet: async () => ({
        username: { label: "Grace's user name", value: username },
        password: { label: "Grace's password", value: password },
      }),
    };
  },
  start: ({ username }) => get('/letters', authorization(firstMessage(username, realm).credentials)),
  solution: (login, ask) => secondMessage('/letters', ask, realm, login),
  reasons: [
    'The first message says the user name, and the challenge answers with a salt and a nonce.',
    'The second message proves the password with that salt and nonce, without sending it.',
  ],
  mistakes: [
    {
      name: 'the password sent after all',
      draft: ({ username, password }) => get('/letters', authorization(basicCredentials(username, password))),
      status: 401,
      fails: 'credentials are presented',
      misconception: 'a-password-must-be-sent',
    },
    {
      name: 'the first message once more',
      draft: async ({ username }, ask) => {
        const draft = get('/letters', authorization(firstMessage(username, realm).credentials));
        await ask(draft);
        return draft;
      },
      status: 401,
      fails: 'the second message has come',
      misconception: 'every-401-begins-anew',
    },
    {
      name: 'a proof sent twice',
      draft: async (login, ask) => {
        const draft = await secondMessage('/letters', ask, realm, login);
        await ask(draft);
        return draft;
      },
      status: 401,
      fails: 'sid belongs to a handshake that is under way',
      misconception: 'a-proof-is-like-a-password',
    },
    {
      name: 'the own nonce alone',
      draft: async (login, ask) =>
        withData(await secondMessage('/letters', ask, realm, login), (text) =>
          text.replace(/r=[^,]+/, 'r=fyko+d2lbbFgONRv9qkxdawL'),
        ),
      status: 401,
      fails: 'the nonce is that of this handshake',
    },
    {
      name: 'data without quotation marks',
      draft: async (login, ask) => {
        const draft = await secondMessage('/letters', ask, realm, login);
        const bare = (value: string) => value.replace(/data="([^"]*)"/, 'data=$1==');
        return { ...draft, fields: draft.fields.map(([name, value]) => [name, bare(value)] as const) };
      },
      status: 400,
      fails: 'the credentials are parameters',
    },
    {
      name: 'the password in place of the proof',
      draft: async (login, ask) =>
        withData(await secondMessage('/letters', ask, realm, login), (text) =>
          text.replace(/p=.*/, `p=${btoa(login.password)}`),
        ),
      status: 400,
      fails: 'data is a SCRAM message',
      misconception: 'a-password-must-be-sent',
    },
  ],
});
