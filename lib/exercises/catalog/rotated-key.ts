import { anyone } from '@/lib/http-auth/policies';
import { bearer } from '@/lib/http-auth/schemes/bearer/bearer';
import { jwtTokens } from '@/lib/http-auth/schemes/jwt/jwt';
import type { TokenCheck } from '@/lib/http-auth/schemes/token';
import { authorization, get, send, tampered } from '../drafts';
import { type Ask, type Attempt, type Call, defineExercise, type Reply, type Route } from '../exercise';
import { issuer } from '../issuer';

const path = '/ledger';
const [before, after] = ['toy-key-september', 'toy-key-october'] as const;
const hour = 3_600_000;

/** The issuer with its new key, and as it was when it signed with the old one. */
async function issuers(attempt: Attempt) {
  const old = {
    ...attempt,
    derive: (label: string, length: number) => attempt.derive(`old ${label}`, length),
  };
  const [now, then] = await Promise.all([issuer(attempt), issuer(old)]);
  return {
    current: { ...now.jwk, kid: after },
    former: { ...then.jwk, kid: before },
    /** A token of today. */
    fresh: () => now.token({ sub: 'grace' }, { kid: after }),
    /** A token of yesterday, signed with the old key and good until this morning. */
    stale: () => {
      const seconds = Math.floor(attempt.now().getTime() / 1000);
      return then.token({ sub: 'grace', iat: seconds - 86_400, exp: seconds - 3_600 }, { kid: before });
    },
    names: { issuer: now.issuer, audience: now.audience },
  };
}

const open = (handle: (call: Call) => Promise<Reply>, methods = ['GET']): Route => ({
  policy: anyone,
  methods,
  open: true,
  handle,
});

const refresh = (ask: Ask) => ask(send('POST', '/keys/refresh'));

export default defineExercise({
  title: 'Since midnight, nobody gets in',
  task: 'The issuer has had a new signing key since midnight, and the API refuses every new token, Grace’s too. Compare /keys, the keys that the API has, with /.well-known/jwks.json, the keys that the issuer publishes. Make the API fetch them with POST /keys/refresh. Then read /ledger.',
  level: 2,
  goal: { status: 200, path },
  hints: [
    'Which kid does the token name, and which does the API have? The trace shows both.',
    'The second gate found no key with that kid, so it did not check the signature. A new token does not help while the API has the old keys.',
    'POST ____ without content, then GET /ledger with the same token as at first.',
  ],
  async resource(attempt) {
    const { current, former, fresh, stale, names } = await issuers(attempt);
    const cached = jwtTokens({ ...names, keys: [former] });
    const fetched = jwtTokens({ ...names, keys: [current] });
    const tokens: TokenCheck = {
      checks: cached.checks,
      verify: async (token, env, note) =>
        ((await env.recall('keys')) ? fetched : cached).verify(token, env, note),
    };
    return {
      realm: 'ledger',
      schemes: [bearer({ tokens })],
      routes: {
        [path]: { policy: anyone, content: { balance: '12 doubloons' } },
        '/keys': open(async ({ env }) => ({
          status: 200,
          content: { held: [(await env.recall('keys')) ? after : before] },
        })),
        '/keys/refresh': open(
          async ({ env }) => {
            await env.remember('keys', 'fetched', new Date(env.now().getTime() + 4 * hour));
            return { status: 200, content: { held: [after] } };
          },
          ['POST'],
        ),
        '/.well-known/jwks.json': open(async () => ({ status: 200, content: { keys: [current] } })),
      },
      wallet: async () => ({
        token: { label: "Grace's token of today", value: await fresh() },
        'old-token': { label: "Grace's token of yesterday", value: await stale() },
      }),
    };
  },
  start: (w) => get(path, authorization(`Bearer ${w.token}`)),
  solution: async (w, ask) => {
    await refresh(ask);
    return get(path, authorization(`Bearer ${w.token}`));
  },
  reasons: [
    'The API has to fetch the keys of the issuer again, since it does not have the new one.',
    'The API can verify the signature of the same token now.',
  ],
  mistakes: [
    {
      name: 'the keys that are held',
      draft: () => get('/keys'),
      status: 200,
    },
    {
      name: 'the name of the old key written into the token',
      draft: (w) => get(path, authorization(`Bearer ${renamed(w.token, before)}`)),
      status: 401,
      fails: 'signature verifies',
      misconception: 'a-jwt-can-be-edited',
    },
    {
      name: 'the token of yesterday, whose key is held',
      draft: (w) => get(path, authorization(`Bearer ${w['old-token']}`)),
      status: 401,
      fails: 'exp is still to come',
      misconception: 'yesterday-it-worked',
    },
    {
      name: 'a refresh by GET',
      draft: () => get('/keys/refresh'),
      status: 405,
    },
    {
      name: 'the new keys without a token',
      async draft(_w, ask) {
        await refresh(ask);
        return get(path);
      },
      status: 401,
      fails: 'credentials are presented',
    },
    {
      name: 'the new keys and the token of yesterday',
      async draft(w, ask) {
        await refresh(ask);
        return get(path, authorization(`Bearer ${w['old-token']}`));
      },
      status: 401,
      fails: 'kid names a key of the issuer',
      misconception: 'yesterday-it-worked',
    },
    {
      name: 'the new keys and a longer life written into the token',
      async draft(w, ask) {
        await refresh(ask);
        return get(path, authorization(`Bearer ${tampered(w.token, { exp: 4_000_000_000 })}`));
      },
      status: 401,
      fails: 'signature verifies',
      misconception: 'a-jwt-can-be-edited',
    },
  ],
});

/** A token whose header names another key, its signature left as it was. */
function renamed(token: string, kid: string): string {
  const [, payload = '', signature = ''] = token.split('.');
  const header = btoa(JSON.stringify({ alg: 'ES256', typ: 'at+jwt', kid })).replace(/=+$/, '');
  return [header, payload, signature].join('.');
}
