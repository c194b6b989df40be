import { requireScope } from '@/lib/http-auth/policies';
import { bearer } from '@/lib/http-auth/schemes/bearer/bearer';
import { boundService } from '../bound-tokens';
import { authorization, get } from '../drafts';
import { defineExercise } from '../exercise';
import { proof } from '../token-drafts';

const path = '/report';

export default defineExercise({
  title: 'Right key, wrong address',
  task: 'Ada’s program proves that it has its key, but the report is refused. Make the proof that this request needs.',
  level: 3,
  goal: { status: 200, path },
  hints: [
    'Read error_description in WWW-Authenticate, then decode the proof in the header DPoP.',
    'The second gate refused you. Token and key are fine. Compare htm and htu with the request line.',
    'A new proof, signed with the proof key: htm GET, htu ____, iat now, a new jti, ath and the nonce of DPoP-Nonce.',
  ],
  async resource(attempt) {
    const { dpop, plainTokens, wallet } = await boundService(attempt);
    return {
      realm: 'reports',
      schemes: [dpop, bearer({ tokens: plainTokens })],
      routes: {
        '/': { policy: requireScope('read') },
        '/drafts': { policy: requireScope('read'), content: { pages: 3 } },
        [path]: { policy: requireScope('read'), content: { visitors: 1815 } },
      },
      wallet,
    };
  },
  start: async (w, ask) =>
    get(
      path,
      authorization(`DPoP ${w.token}`),
      await proof(ask, w['proof-key'], { path: '/drafts', token: w.token }),
    ),
  solution: async (w, ask) =>
    get(path, authorization(`DPoP ${w.token}`), await proof(ask, w['proof-key'], { path, token: w.token })),
  reasons: [
    'The response brings DPoP-Nonce, which the proof has to contain.',
    'The new proof names the address of this request in htu.',
  ],
  mistakes: [
    {
      name: 'a proof for the drafts',
      draft: async (w, ask) =>
        get(
          path,
          authorization(`DPoP ${w.token}`),
          await proof(ask, w['proof-key'], { path: '/drafts', token: w.token }),
        ),
      status: 401,
      fails: 'htu is the address of the request',
      misconception: 'a-proof-can-be-kept',
    },
    {
      name: 'a proof for POST',
      draft: async (w, ask) =>
        get(
          path,
          authorization(`DPoP ${w.token}`),
          await proof(ask, w['proof-key'], { method: 'POST', path, token: w.token }),
        ),
      status: 401,
      fails: 'htm is the method of the request',
    },
    {
      name: 'the token as Bearer',
      draft: (w) => get(path, authorization(`Bearer ${w.token}`)),
      status: 401,
      fails: 'token is bound as its scheme wants',
      misconception: 'a-bound-token-is-enough',
    },
    {
      name: 'no proof',
      draft: (w) => get(path, authorization(`DPoP ${w.token}`)),
      status: 401,
      fails: 'one DPoP header',
      misconception: 'a-bound-token-is-enough',
    },
    {
      name: 'no ath, as at a token endpoint',
      draft: async (w, ask) =>
        get(path, authorization(`DPoP ${w.token}`), await proof(ask, w['proof-key'], { path })),
      status: 401,
      fails: 'ath is the hash of the token',
    },
    {
      name: 'the whole key in the proof',
      draft: async (w, ask) =>
        get(
          path,
          authorization(`DPoP ${w.token}`),
          await proof(ask, w['proof-key'], {
            path,
            token: w.token,
            header: { jwk: JSON.parse(w['proof-key']) },
          }),
        ),
      status: 401,
      fails: 'proof shows no private key',
    },
    {
      name: 'a nonce of its own',
      draft: async (w, ask) =>
        get(
          path,
          authorization(`DPoP ${w.token}`),
          await proof(ask, w['proof-key'], { path, token: w.token, claims: { nonce: 'sesame' } }),
        ),
      status: 401,
      fails: 'nonce is a fresh one of this server',
      misconception: 'a-nonce-is-any-number',
    },
  ],
});
