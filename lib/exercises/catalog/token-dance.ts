import { type Check, failed, passed } from '@/lib/http-auth/decision';
import { inert } from '@/lib/http-auth/evidence';
import { rawQuery } from '@/lib/http-auth/message';
import { anyone, requireScope } from '@/lib/http-auth/policies';
import type { Scheme } from '@/lib/http-auth/scheme';
import { basic } from '@/lib/http-auth/schemes/basic/basic';
import { bearer } from '@/lib/http-auth/schemes/bearer/bearer';
import { jwtTokens } from '@/lib/http-auth/schemes/jwt/jwt';
import { authorization, basicLine, get } from '../drafts';
import { type Ask, type Call, defineExercise, type Reply } from '../exercise';
import { type Issuer, issuer } from '../issuer';
import { person } from '../people';
import { asked, tokenFrom } from '../token-drafts';

const path = '/v2/ada/kettle/manifests/latest';
const service = 'registry.example';
const scope = 'repository:ada/kettle:pull';

const complete: Check = {
  stage: 'syntax',
  check: 'the query names service and scope',
  failure: 'the query lacks service or scope',
  rule: 'RFC 9110 §15.5.1',
};

/** The token server: whoever it knows gets a token for the service that is named, with what of the scope it grants. */
function tokens(tokenIssuer: Issuer) {
  return async ({ message, principal }: Call): Promise<Reply> => {
    const query = new URLSearchParams(rawQuery(message));
    const [aud, scopeText] = [query.get('service') ?? '', query.get('scope') ?? ''];
    if (!aud || !scopeText || aud.length > 100) {
      const saw = `service: ${inert(aud, 60) || 'none'}, scope: ${inert(scopeText, 60) || 'none'}`;
      return {
        status: 400,
        trace: [failed(complete, saw, '?service=…&scope=…, as the challenge names them')],
      };
    }
    const isGranted = /^repository:ada\/kettle:(?:\w+,)*pull(?:,|$)/.test(scopeText);
    const claims = { sub: principal?.name, aud, ...(isGranted && { scope }) };
    const token = await tokenIssuer.token(claims);
    const content = { token, access_token: token, expires_in: 14_400 };
    return { status: 200, content, trace: [passed(complete, `${inert(aud, 60)}, ${inert(scopeText, 60)}`)] };
  };
}

interface Login {
  readonly 'ada-username': string;
  readonly 'ada-password': string;
}

const login = (w: Login) => basicLine(w, 'ada');

/** The request for a token as the challenge describes it; `change` replaces what the challenge says. */
async function order(w: Login, ask: Ask, change: Readonly<Record<string, string>> = {}) {
  const challenge = await ask(get(path));
  const query = { service: asked(challenge, 'service'), scope: asked(challenge, 'scope'), ...change };
  const realm = asked(challenge, 'realm').slice(ask.resource.length);
  return get(`${realm}?${new URLSearchParams(query)}`, login(w));
}

const pull = (token: string) => get(path, authorization(`Bearer ${token}`));

export default defineExercise({
  title: 'The first 401 is an invitation',
  task: 'Ada pulls the image ada/kettle, and the registry answers 401, as it does to every first request. Do by hand what a container client does: read realm, service and scope in the challenge, fetch a token there with Ada’s password, and send the first request again.',
  level: 2,
  goal: { status: 200, path },
  hints: [
    'The realm is an address here. Who answers there, and which parameters does it need?',
    'The second gate asks for a Bearer token for one service and one scope. The password goes only to the address in realm.',
    'GET /token?service=____&scope=____ with Authorization: Basic ____; then the first request again, with Bearer ____.',
  ],
  async resource(attempt) {
    const ada = await person(attempt, 'ada');
    const tokenIssuer = await issuer(attempt, service);
    const base = `/api/sandbox/${attempt.exercise}/${attempt.id}`;
    const checked = bearer({
      tokens: jwtTokens({ issuer: tokenIssuer.issuer, audience: service, keys: [tokenIssuer.jwk] }),
    });
    /** The challenge of a registry: realm is where tokens are given, service and scope what to ask for there. */
    const scheme: Scheme = {
      ...checked,
      challenge: async (_realm, { origin }) => ({
        scheme: 'Bearer',
        params: [
          ['realm', `${origin}${base}/token`],
          ['service', service],
          ['scope', scope],
        ],
      }),
    };
    return {
      realm: 'registry',
      schemes: [scheme],
      routes: {
        [path]: { policy: requireScope(scope), content: { name: 'ada/kettle', tag: 'latest' } },
        '/token': {
          policy: anyone,
          schemes: [basic({ accounts: [{ ...ada, principal: { name: 'ada' } }] })],
          handle: tokens(tokenIssuer),
        },
      },
      endpoints: { token: '/token' },
      wallet: async () => ({
        'ada-username': { label: "Ada's user name", value: ada.username },
        'ada-password': { label: "Ada's password", value: ada.password },
      }),
    };
  },
  start: () => get(path),
  solution: async (w, ask) => pull(await tokenFrom(ask, await order(w, ask))),
  reasons: [
    'The challenge names the address for tokens, the service and the scope.',
    'Ada’s password is exchanged for a token with that scope.',
    'The registry accepts the token from this response.',
  ],
  mistakes: [
    {
      name: 'the password sent to the registry',
      draft: (w) => get(path, login(w)),
      status: 401,
      fails: 'credentials are presented',
      misconception: 'any-scheme-will-do',
    },
    {
      name: 'a token asked for without the password',
      draft: () => get(`/token?service=${service}&scope=${scope}`),
      status: 401,
      fails: 'credentials are presented',
    },
    {
      name: 'a token asked for without service and scope',
      draft: (w) => get('/token', login(w)),
      status: 400,
      fails: 'the query names service and scope',
    },
    {
      name: 'a token for another service',
      draft: async (w, ask) => pull(await tokenFrom(ask, await order(w, ask, { service: 'other.example' }))),
      status: 401,
      fails: 'aud contains this server',
      misconception: 'a-valid-token-is-valid-everywhere',
    },
    {
      name: 'a token for another image',
      draft: async (w, ask) =>
        pull(await tokenFrom(ask, await order(w, ask, { scope: 'repository:grace/moth:pull' }))),
      status: 403,
      fails: `scope ${scope} is granted`,
      misconception: 'what-i-ask-for-is-what-i-get',
    },
    {
      name: 'giving up at the first 401',
      draft: () => get(path, ['Cache-Control', 'no-cache']),
      status: 401,
      fails: 'credentials are presented',
      misconception: 'every-401-begins-anew',
    },
    { name: 'the token fetched and not used', draft: (w, ask) => order(w, ask), status: 200 },
  ],
});
