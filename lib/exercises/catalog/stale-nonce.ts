import { param } from '@/lib/http-auth/grammar';
import { anyone } from '@/lib/http-auth/policies';
import { basicCredentials } from '@/lib/http-auth/schemes/basic/basic';
import { digest } from '@/lib/http-auth/schemes/digest/digest';
import { digestChallenge, digestDraft, editedDraft } from '../digest-answers';
import { authorization, get } from '../drafts';
import { defineExercise } from '../exercise';
import { person } from '../people';

export default defineExercise({
  title: 'The nonce went stale',
  task: "Grace's password is right, but she answers a challenge of yesterday. Answer the new challenge and open the archive.",
  level: 3,
  goal: { status: 200, path: '/archive' },
  hints: [
    'Look for stale in the challenge, and compare its nonce with the one that was sent.',
    'The second gate found the password right and the nonce too old. Grace does not have to type her password again.',
    'Take the nonce of the newest challenge and compute response again: nonce="____", response="____".',
  ],
  async resource(attempt) {
    const grace = await person(attempt, 'grace');
    const accounts = [{ ...grace, principal: { name: 'grace' } }];
    const nonceKey = await attempt.derive('nonces', 32);
    return {
      realm: 'archive',
      schemes: [digest({ accounts, nonceKey, nonceSeconds: 1800 })],
      routes: {
        '/archive': { policy: anyone, content: { boxes: 12 } },
        '/yesterday': { policy: anyone, schemes: [digest({ accounts, nonceKey, nonceSeconds: -86_400 })] },
      },
      wallet: async () => ({
        username: { label: "Grace's user name", value: grace.username },
        password: { label: "Grace's password", value: grace.password },
      }),
    };
  },
  start: (wallet, ask) => digestDraft(ask, get('/archive'), wallet, { from: '/yesterday' }),
  solution: (wallet, ask) => digestDraft(ask, get('/archive'), wallet),
  reasons: [
    'The challenge brings a nonce that is valid now.',
    'The response is computed with the new nonce.',
  ],
  mistakes: [
    {
      name: 'the credentials taken away',
      draft: () => get('/archive'),
      status: 401,
      fails: 'credentials are presented',
    },
    {
      name: 'the old answer once more',
      draft: (wallet, ask) => digestDraft(ask, get('/archive'), wallet, { from: '/yesterday' }),
      status: 401,
      fails: 'nonce is still good',
      misconception: 'retry-until-it-works',
    },
    {
      name: 'the new nonce beside the old response',
      async draft(wallet, ask) {
        const nonce = param(await digestChallenge(ask, '/archive'), 'nonce');
        const old = await digestDraft(ask, get('/archive'), wallet, { from: '/yesterday' });
        return editedDraft(old, (value) => value.replace(/\bnonce="[^"]*"/, `nonce="${nonce}"`));
      },
      status: 401,
      fails: 'response proves the password',
      misconception: 'a-nonce-is-a-formality',
    },
    {
      name: 'another password, since the server asked again',
      draft: ({ username }, ask) => digestDraft(ask, get('/archive'), { username, password: 'sesame' }),
      status: 401,
      fails: 'response proves the password',
      misconception: '401-means-wrong-password',
    },
    {
      name: 'the new answer, used a second time',
      async draft(wallet, ask) {
        const draft = await digestDraft(ask, get('/archive'), wallet);
        await ask(draft);
        return draft;
      },
      status: 401,
      fails: 'nc is higher than before',
      misconception: 'a-digest-can-be-reused',
    },
    {
      name: 'nc counted up, response left as it was',
      draft: async (wallet, ask) =>
        editedDraft(await digestDraft(ask, get('/archive'), wallet), (value) =>
          value.replace('nc=00000001', 'nc=00000002'),
        ),
      status: 401,
      fails: 'response proves the password',
    },
    {
      name: 'nc as a plain number',
      draft: async (wallet, ask) =>
        editedDraft(await digestDraft(ask, get('/archive'), wallet), (value) =>
          value.replace('nc=00000001', 'nc=1'),
        ),
      status: 400,
      fails: 'nc is eight hexadecimal digits',
    },
    {
      name: 'Basic in place of Digest',
      draft: ({ username, password }) => get('/archive', authorization(basicCredentials(username, password))),
      status: 401,
      fails: 'credentials are presented',
      misconception: 'any-scheme-will-do',
    },
  ],
});
