import { requireScope } from '@/lib/http-auth/policies';
import { boundService } from '../bound-tokens';
import { authorization, get, tampered } from '../drafts';
import { type Ask, defineExercise, type Wallet } from '../exercise';
import { newProofKey, type ProofOptions, proof } from '../token-drafts';

type Names = 'token' | 'proof-key';

const path = '/notes';

const proven = async (w: Wallet<Names>, ask: Ask, options: Partial<ProofOptions> = {}) =>
  get(
    path,
    authorization(`DPoP ${w.token}`),
    await proof(ask, w['proof-key'], { path, token: w.token, ...options }),
  );

/** A request that has been answered with 200 already. */
async function spent(w: Wallet<Names>, ask: Ask) {
  const draft = await proven(w, ask);
  await ask(draft);
  return draft;
}

export default defineExercise<Names>({
  title: 'A DPoP proof used twice',
  task: 'The same request succeeded a moment ago, and now it is refused. Fetch Grace’s notes again.',
  level: 2,
  goal: { status: 200, path },
  hints: [
    'Read error and error_description in WWW-Authenticate.',
    'The second gate refused you. The token is still valid, but the proof is not.',
    'Leave Authorization as it is. DPoP: ____, a new proof by the same key, with a new jti.',
  ],
  async resource(attempt) {
    const { dpop, wallet } = await boundService(attempt, 'grace');
    return {
      realm: 'notes',
      schemes: [dpop],
      routes: {
        '/': { policy: requireScope('read') },
        [path]: { policy: requireScope('read'), content: { first: 'a moth in relay 70' } },
      },
      wallet,
    };
  },
  start: spent,
  solution: proven,
  reasons: [
    'The response brings DPoP-Nonce, which the proof has to contain.',
    'Each proof is good for one request, so this one has a new jti.',
  ],
  mistakes: [
    {
      name: 'the same proof again',
      draft: spent,
      status: 401,
      fails: 'jti was not used before',
      misconception: 'a-proof-can-be-kept',
    },
    {
      name: 'another jti in the old proof',
      async draft(w, ask) {
        const draft = await spent(w, ask);
        const fields = draft.fields.map(
          ([name, value]) => [name, name === 'DPoP' ? tampered(value, { jti: 'new' }) : value] as const,
        );
        return { ...draft, fields };
      },
      status: 401,
      fails: 'proof signature verifies',
      misconception: 'a-jwt-can-be-edited',
    },
    {
      name: 'a proof of an hour ago',
      draft: (w, ask) => proven(w, ask, { claims: { iat: Math.floor(ask.now().getTime() / 1000) - 3600 } }),
      status: 401,
      fails: 'iat is recent',
      misconception: 'a-proof-can-be-kept',
    },
    {
      name: 'a proof without the nonce',
      draft: (w, ask) => proven(w, ask, { claims: { nonce: undefined } }),
      status: 401,
      fails: 'nonce is a fresh one of this server',
    },
    {
      name: 'a new proof by a new key',
      draft: async (w, ask) =>
        get(
          path,
          authorization(`DPoP ${w.token}`),
          await proof(ask, await newProofKey(), { path, token: w.token }),
        ),
      status: 401,
      fails: 'token is bound to the key of the proof',
    },
    {
      name: 'the proof alone',
      draft: async (w, ask) => get(path, await proof(ask, w['proof-key'], { path, token: w.token })),
      status: 401,
      fails: 'credentials are presented',
    },
    {
      name: 'the old proof and a new one',
      async draft(w, ask) {
        const draft = await spent(w, ask);
        const second = await proof(ask, w['proof-key'], { path, token: w.token });
        return { ...draft, fields: [...draft.fields, second] };
      },
      status: 401,
      fails: 'one DPoP header',
      misconception: 'more-is-safer',
    },
  ],
});
