import { decide } from '@/lib/http-auth/decide';
import { anyone } from '@/lib/http-auth/policies';
import type { Env, Scheme } from '@/lib/http-auth/scheme';
import { bearer } from '@/lib/http-auth/schemes/bearer/bearer';
import { authorization, get, propose } from '../drafts';
import { type Attempt, defineExercise } from '../exercise';
import { issuer } from '../issuer';
import { type Probe, tryProbes } from '../probes';
import { proposalRoute } from '../proposal';
import { proposalForm } from '../proposal-form';
import { readTerms, type TokenTerms, termNames, tokensOn, writeTerms } from '../token-terms';

const harbour = 'https://login.example/harbour/';
const garden = 'https://login.example/garden/';
const parcels = 'https://parcels.example';
const realm = 'parcels';

const right = { issuer: harbour, audience: parcels, typ: 'at+jwt' } as const;

const sheet = proposalForm({
  path: '/terms',
  title: 'What your API demands of a token',
  asks: { kind: 'answer', headers: termNames, lines: 'setting' },
  begin: '',
});

/** Tokens that one sign-in service signs with one key, for two customers, two APIs and a page. */
async function signed(attempt: Attempt) {
  const tokenIssuer = await issuer(attempt, parcels);
  const claims = { iss: harbour, sub: 'grace', scope: 'read' };
  const access = { typ: 'at+jwt' };
  return {
    keys: [tokenIssuer.jwk],
    tokens: {
      parcels: await tokenIssuer.token(claims, access),
      both: await tokenIssuer.token({ ...claims, aud: ['https://calendar.example', parcels] }, access),
      long: await tokenIssuer.token(claims, { typ: 'application/at+jwt' }),
      calendar: await tokenIssuer.token({ ...claims, aud: 'https://calendar.example' }, access),
      garden: await tokenIssuer.token({ ...claims, iss: garden, sub: 'alan' }, access),
      // The page is registered under the name of its API, so its ID token has that name as its audience.
      id: await tokenIssuer.token({ iss: harbour, sub: 'grace', nonce: 'n-0S6' }, { typ: 'JWT' }),
    },
  };
}

type Tokens = Awaited<ReturnType<typeof signed>>['tokens'];

/** What right terms answer to each of them; one of the refused ones gets in where one term is left out. */
function probes(tokens: Tokens): readonly Probe[] {
  const probe = (name: string, token: string, status: number, rule: Probe['rule']): Probe => ({
    name: `${name}: ${status}`,
    draft: get('/parcels', authorization(`Bearer ${token}`)),
    status,
    rule,
  });
  return [
    probe('an access token for this API', tokens.parcels, 200, 'RFC 9068 §4'),
    probe('an access token for two APIs, this one among them', tokens.both, 200, 'RFC 7519 §4.1.3'),
    probe('an access token with the long form of its typ', tokens.long, 200, 'RFC 9068 §4'),
    probe('an access token for the calendar', tokens.calendar, 401, 'RFC 7519 §4.1.3'),
    probe('an access token from the issuer of the garden', tokens.garden, 401, 'RFC 9068 §4'),
    probe('the ID token of Grace’s page', tokens.id, 401, 'RFC 9068 §4'),
  ];
}

const terms = (changed: TokenTerms) => propose('/terms', writeTerms(changed));
const { issuer: iss, audience } = right;

export default defineExercise({
  title: 'An API that takes every token',
  task: 'You run the parcels API. It checks only signature and times, so it lets in an ID token. Look into the four tokens that you have. Then set issuer, audience and typ with POST to /terms, so that only access tokens for this API get in.',
  level: 3,
  goal: { status: 200, method: 'POST', path: '/terms' },
  hints: [
    'Decode the four tokens, header and claims. Two differ from the good one in one claim each. What is different in the third?',
    'The second gate decides about each token. Copy values from the good token, character by character. Each setting keeps out one kind of token.',
    'POST /terms with three lines: issuer: ____, audience: ____, typ: ____',
  ],
  async resource(attempt) {
    const { keys, tokens } = await signed(attempt);
    const currentTerms = async (env: Env): Promise<TokenTerms> => {
      const stored = await env.recall('terms');
      const read = stored === undefined ? undefined : readTerms(new TextEncoder().encode(stored));
      return read?.ok ? read.value : {};
    };
    const on = (given: TokenTerms) => bearer({ tokens: tokensOn(given, keys) });
    const open = on({});
    /** Takes tokens on the terms of this attempt. */
    const scheme: Scheme = {
      ...open,
      verify: async (message, where, env, note) =>
        on(await currentTerms(env)).verify(message, where, env, note),
    };
    return {
      realm,
      schemes: [scheme],
      sheet,
      routes: {
        '/parcels': { policy: anyone, content: { waiting: ['a typewriter', 'two oars'] } },
        '/terms': proposalRoute({
          form: sheet,
          read: readTerms,
          now: async ({ env }) => writeTerms(await currentTerms(env)),
          async judge(given, { env }) {
            const resource = { realm, schemes: [on(given)] as const, policy: anyone };
            const verdict = await tryProbes(probes(tokens), (message) => decide(message, resource, env));
            if (!verdict.right) return verdict;
            const until = new Date(env.now().getTime() + 4 * 3_600_000);
            await env.remember('terms', writeTerms(given), until);
            const message = 'These terms are in force. Send the ID token again.';
            return { ...verdict, content: { message } };
          },
          reset: async ({ env }) => env.remember('terms', '', env.now()),
        }),
      },
      wallet: async () => ({
        'parcels-token': { label: 'Access token for this API', value: tokens.parcels },
        'calendar-token': { label: 'Access token for the calendar', value: tokens.calendar },
        'garden-token': { label: 'Access token of another customer', value: tokens.garden },
        'id-token': { label: 'ID token of Grace’s page', value: tokens.id },
      }),
    };
  },
  start: (w) => get('/parcels', authorization(`Bearer ${w['id-token']}`)),
  solution: () => terms(right),
  reasons: [
    'Issuer and audience keep out other customers and other APIs, and typ keeps out the ID token, whose audience fits.',
  ],
  mistakes: [
    {
      name: 'the issuer and nothing else',
      draft: () => terms({ issuer: iss }),
      status: 422,
      fails: 'an access token for the calendar: 401',
      misconception: 'a-valid-token-is-valid-everywhere',
    },
    {
      name: 'the audience and nothing else',
      draft: () => terms({ audience }),
      status: 422,
      fails: 'an access token from the issuer of the garden: 401',
      misconception: 'a-right-key-is-a-right-issuer',
    },
    {
      name: 'issuer and audience, and no typ',
      draft: () => terms({ issuer: iss, audience }),
      status: 422,
      fails: 'the ID token of Grace’s page: 401',
      misconception: 'an-id-token-opens-apis',
    },
    {
      name: 'the typ of an ID token',
      draft: () => terms({ ...right, typ: 'JWT' }),
      status: 422,
      fails: 'an access token for this API: 200',
    },
    {
      name: 'the issuer without its last slash',
      draft: () => terms({ ...right, issuer: iss.slice(0, -1) }),
      status: 422,
      fails: 'an access token for this API: 200',
      misconception: 'an-address-has-one-spelling',
    },
    {
      name: 'the calendar as the audience',
      draft: () => terms({ ...right, audience: 'https://calendar.example' }),
      status: 422,
      fails: 'an access token for this API: 200',
    },
    {
      name: 'a setting that there is none of',
      draft: () => propose('/terms', `${writeTerms(right)}\nalgorithm: ES256`),
      status: 400,
      fails: 'each line is a setting of this server, once',
    },
    {
      name: 'two audiences in two lines',
      draft: () => propose('/terms', `${writeTerms(right)}\naudience: https://calendar.example`),
      status: 400,
      fails: 'each line is a setting of this server, once',
    },
    {
      name: 'the access token for the calendar',
      draft: (w) => get('/parcels', authorization(`Bearer ${w['calendar-token']}`)),
      status: 200,
      misconception: 'a-valid-token-is-valid-everywhere',
    },
  ],
});
