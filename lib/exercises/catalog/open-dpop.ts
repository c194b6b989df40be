import { requireScope } from '@/lib/http-auth/policies';
import { dpop } from '@/lib/http-auth/schemes/dpop/dpop';
import { dpopNonces } from '@/lib/http-auth/schemes/dpop/nonce';
import { authorizationServer } from '../authorization-server';
import { authorization, get } from '../drafts';
import { type Ask, defineExercise } from '../exercise';
import { asClient, type ClientWallet, form, newProofKey, proof, tokenFrom } from '../token-drafts';

/** A token that the token endpoint bound to `key`. */
async function bound(w: ClientWallet, ask: Ask, key: string, scope = 'read write'): Promise<string> {
  const proofValue = await proof(ask, key, { method: 'POST', path: '/token' });
  return tokenFrom(ask, form('/token', { grant_type: 'client_credentials', scope }, asClient(w), proofValue));
}

const credentials = { grant_type: 'client_credentials' };

export default defineExercise({
  title: 'Open door: DPoP',
  task: 'A plain DPoP endpoint with server nonces, and a token endpoint at /token that binds, for testing your own client.',
  level: 3,
  open: true,
  goal: { status: 200 },
  hints: [
    'POST /token with your client’s credentials, grant_type=client_credentials and a proof gives a bound token.',
    'Every proof needs the nonce of the latest DPoP-Nonce header, and a jti of its own.',
    'Authorization: DPoP ____ and DPoP: ____, the token and a proof by the same key.',
  ],
  async resource(attempt) {
    const nonces = dpopNonces(await attempt.derive('DPoP nonces', 32));
    const { client, endpoint, tokens } = await authorizationServer(attempt, { nonces });
    return {
      realm: 'open door',
      schemes: [dpop({ tokens, nonces })],
      routes: {
        '/': { policy: requireScope('read') },
        '/write': { policy: requireScope('write'), methods: ['GET', 'POST'] },
        '/token': endpoint,
      },
      endpoints: { token: '/token' },
      wallet: async () => ({
        'client-id': { label: 'Client id', value: client.id },
        'client-secret': { label: 'Client secret', value: client.secret },
      }),
    };
  },
  start: () => get('/'),
  async solution(w, ask) {
    const key = await newProofKey();
    const token = await bound(w, ask, key);
    return get('/', authorization(`DPoP ${token}`), await proof(ask, key, { path: '/', token }));
  },
  mistakes: [
    { name: 'nobody', draft: () => get('/'), status: 401, fails: 'credentials are presented' },
    {
      name: 'no proof',
      draft: async (w, ask) => get('/', authorization(`DPoP ${await bound(w, ask, await newProofKey())}`)),
      status: 401,
      fails: 'one DPoP header',
      misconception: 'a-bound-token-is-enough',
    },
    {
      name: 'the token as Bearer',
      draft: async (w, ask) => get('/', authorization(`Bearer ${await bound(w, ask, await newProofKey())}`)),
      status: 401,
      fails: 'credentials are presented',
      misconception: 'a-bound-token-is-enough',
    },
    {
      name: 'the proof of another key',
      async draft(w, ask) {
        const token = await bound(w, ask, await newProofKey());
        const other = await proof(ask, await newProofKey(), { path: '/', token });
        return get('/', authorization(`DPoP ${token}`), other);
      },
      status: 401,
      fails: 'token is bound to the key of the proof',
    },
    {
      name: 'no nonce in the proof',
      async draft(w, ask) {
        const key = await newProofKey();
        const token = await bound(w, ask, key);
        const proofValue = await proof(ask, key, { path: '/', token, claims: { nonce: undefined } });
        return get('/', authorization(`DPoP ${token}`), proofValue);
      },
      status: 401,
      fails: 'nonce is a fresh one of this server',
    },
    {
      name: 'scope too small',
      async draft(w, ask) {
        const key = await newProofKey();
        const token = await bound(w, ask, key, 'read');
        return get(
          '/write',
          authorization(`DPoP ${token}`),
          await proof(ask, key, { path: '/write', token }),
        );
      },
      status: 403,
      fails: 'scope write is granted',
    },
    {
      name: 'a token request without a proof',
      draft: (w) => form('/token', credentials, asClient(w)),
      status: 400,
      fails: 'one DPoP header',
    },
    {
      name: 'a token request without a nonce',
      draft: async (w, ask) =>
        form(
          '/token',
          credentials,
          asClient(w),
          await proof(ask, await newProofKey(), {
            method: 'POST',
            path: '/token',
            claims: { nonce: undefined },
          }),
        ),
      status: 400,
      fails: 'nonce is a fresh one of this server',
    },
    {
      name: 'a wrong client secret',
      draft: (w) => form('/token', credentials, asClient({ ...w, 'client-secret': 'sesame' })),
      status: 401,
      fails: 'client is known',
    },
  ],
});
