import { withinBudget } from '@/lib/http-auth/budget';
import { type Check, failed, type Step } from '@/lib/http-auth/decision';
import { inert } from '@/lib/http-auth/evidence';
import { fromOctets } from '@/lib/http-auth/message';
import { tokenEndpoint } from '@/lib/http-auth/oauth/token-endpoint';
import { anyone, type Policy, requireScope } from '@/lib/http-auth/policies';
import type { Env, Scheme } from '@/lib/http-auth/scheme';
import { bearer } from '@/lib/http-auth/schemes/bearer/bearer';
import { jwtTokens } from '@/lib/http-auth/schemes/jwt/jwt';
import type { TokenCheck } from '@/lib/http-auth/schemes/token';
import { serverName } from '../authorization-server';
import { authorization, get, sendJson } from '../drafts';
import { type Ask, type Call, defineExercise, type Reply, type Route } from '../exercise';
import { issuer } from '../issuer';
import { toyKey, toyWords } from '../people';
import { answered, asClient, asked, type ClientWallet, form, tokenFrom } from '../token-drafts';

const path = '/letters';
const resourceName = '/.well-known/oauth-protected-resource';
const [reading, writing] = ['letters:read', 'letters:write'] as const;
const both = `${reading} ${writing}`;
const most = 6;

const registered: Check = {
  stage: 'authorization',
  check: 'resource is one that this server makes tokens for',
  failure: 'the resource is not one of this server',
  rule: 'RFC 8707 §2',
};

const [read, write] = [requireScope(reading), requireScope(writing)];

/** Reading needs one scope. Writing needs another one first, since the tool reads the letter that it answers. */
const byMethod: Policy = {
  checks: [...write.checks, ...read.checks],
  async judge(principal, message, note, env) {
    if (message.method !== 'POST') return read.judge(principal, message, note, env);
    const verdict = await write.judge(principal, message, note, env);
    return verdict.granted ? read.judge(principal, message, note, env) : verdict;
  },
};

/** What stands below the address of one attempt, and may be named as a resource. */
const targets = (resource: string) => [resource + path, resource];
const formOf = ({ message }: Pick<Call, 'message'>) => new URLSearchParams(fromOctets(message.body));

/** The path of the token endpoint, found as any client finds it. */
async function tokenPath(ask: Ask): Promise<string> {
  const below = (address: string) => address.slice(ask.resource.length);
  const metadata = await ask(get(below(asked(await ask(get(path)), 'resource_metadata'))));
  const { authorization_servers: servers } = JSON.parse(metadata.body) as { authorization_servers: string[] };
  return below(answered(await ask(get(below(servers[0] ?? '') + serverName)), 'token_endpoint'));
}

const order = (w: ClientWallet, at: string, values: Readonly<Record<string, string>>) =>
  form(at, { grant_type: 'client_credentials', ...values }, asClient(w));

/** A token with this scope for the letters, or for what `values` name. */
async function token(w: ClientWallet, ask: Ask, scope: string, values?: Readonly<Record<string, string>>) {
  const resource = { resource: ask.resource + path };
  return tokenFrom(ask, order(w, await tokenPath(ask), { scope, ...(values ?? resource) }));
}

const letter = (credentials?: string) =>
  sendJson(path, { to: 'grace' }, ...(credentials ? [authorization(`Bearer ${credentials}`)] : []));

export default defineExercise({
  title: 'An agent needs both scopes',
  task: 'Ada’s agent wants to answer a letter: POST /letters. It has a client id and a secret, and nothing else. Let it learn from the responses where to ask, for which resource, and for which scopes.',
  level: 3,
  minutes: 5,
  goal: { status: 200, method: 'POST', path },
  hints: [
    'Begin with the challenge of the 401: one parameter is an address, another is a scope.',
    'The token has to name the resource, as the metadata spells it. A token with the scope of the 403 alone loses the old one.',
    'POST ____ with grant_type=client_credentials, resource=____ and scope=____ ____, then the letter with that token.',
  ],
  async resource(attempt) {
    const keys = await issuer(attempt);
    const client = { id: 'ada-agent', secret: await toyKey(attempt, 'client secret') };
    const endpoint = `/${await toyWords(attempt, 'token endpoint')}`;
    const base = `/api/sandbox/${attempt.exercise}/${attempt.id}`;
    const check = (address: string) =>
      jwtTokens({ issuer: address, audience: address + path, keys: [keys.jwk] });
    const tokens: TokenCheck = {
      checks: check('').checks,
      verify: (value, env, note) => check(env.origin + base).verify(value, env, note),
    };
    const plain = bearer({ tokens, metadata: (_message, { origin }) => origin + base + resourceName + path });
    const scheme: Scheme = {
      ...plain,
      async challenge(realm, env, message) {
        const challenge = await plain.challenge(realm, env, message);
        return { ...challenge, params: [...challenge.params, ['scope', reading]] };
      },
    };
    const grant = tokenEndpoint({
      realm: 'token endpoint',
      clients: [{ ...client, scopes: [reading, writing] }],
      lifeSeconds: 600,
      sign: (claims, call) =>
        keys.token({ ...claims, iss: call.resource, aud: formOf(call).get('resource') ?? call.resource }),
    });
    /** Counts the requests for each set of scopes, since a loop asks for the same again and again. */
    const counted = async (call: Call, note: (step: Step) => void, env: Env) => {
      const name = `${client.id} ${formOf(call).get('scope') ?? ''}`;
      return withinBudget({ requests: most, seconds: 600 }, anyone).judge({ name }, call.message, note, env);
    };
    const open = (handle: Route['handle'] & object, methods = ['GET']): Route => ({
      policy: anyone,
      open: true,
      methods,
      handle,
    });
    const document = (content: (resource: string) => Readonly<Record<string, unknown>>) =>
      open(async ({ resource }) => ({ status: 200, content: content(resource) }));
    return {
      realm: 'letters',
      schemes: [scheme],
      routes: {
        [path]: {
          policy: byMethod,
          methods: ['GET', 'POST'],
          content: { letter: 'From Grace: the kettle is yours.' },
        },
        [resourceName + path]: document((resource) => ({
          resource: resource + path,
          authorization_servers: [resource],
          scopes_supported: [reading],
          bearer_methods_supported: ['header'],
        })),
        // Of another resource of the same host: a client has to compare `resource`.
        [resourceName]: document((resource) => ({ resource, authorization_servers: [`${resource}/old`] })),
        [serverName]: document((resource) => ({
          issuer: resource,
          token_endpoint: resource + endpoint,
          grant_types_supported: ['client_credentials'],
          scopes_supported: [reading, writing],
          response_types_supported: [],
        })),
        [endpoint]: open(
          async (call): Promise<Reply> => {
            const trace: Step[] = [];
            const verdict = await counted(call, (step) => trace.push(step), call.env);
            if (!verdict.granted) return { status: 429, trace, fields: verdict.fields ?? [] };
            const reply = await grant(call);
            const named = formOf(call).get('resource') ?? call.resource;
            if (reply.status !== 200 || targets(call.resource).includes(named)) return reply;
            const expected = `${call.resource + path}, to the character`;
            return {
              status: 400,
              fields: reply.fields,
              content: { error: 'invalid_target', error_description: 'There is no token for this resource' },
              trace: [...reply.trace, failed(registered, inert(named, 80), expected)],
            };
          },
          ['POST'],
        ),
      },
      wallet: async () => ({
        'client-id': { label: 'Client id of the agent', value: client.id },
        'client-secret': { label: 'Client secret of the agent', value: client.secret },
      }),
    };
  },
  start: () => letter(),
  async solution(w, ask) {
    const at = await tokenPath(ask);
    const named = (scope: string) => order(w, at, { scope, resource: ask.resource + path });
    const refused = await ask(letter(await tokenFrom(ask, named(reading))));
    return letter(await tokenFrom(ask, named(`${reading} ${asked(refused, 'scope')}`)));
  },
  reasons: [
    'The challenge of the 401 has resource_metadata and a scope.',
    'The metadata is that of /letters, and names the authorization server.',
    'Its metadata names the token endpoint.',
    'The token is for this resource, with the scope of the 401.',
    'The 403 names one more scope.',
    'The new token has the old scope and the new one.',
    'With both scopes the letter is sent.',
  ],
  mistakes: [
    {
      name: 'metadata of another resource',
      draft: () => get(resourceName),
      status: 200,
      misconception: 'an-address-has-one-spelling',
    },
    {
      name: 'its authorization server',
      draft: () => get(`/old${serverName}`),
      status: 404,
    },
    {
      name: 'a guessed token endpoint',
      draft: (w) => order(w, '/token', { scope: both }),
      status: 404,
    },
    {
      name: 'a token for no certain resource',
      draft: async (w, ask) => letter(await token(w, ask, both, {})),
      status: 401,
      fails: 'aud contains this server',
      misconception: 'a-valid-token-is-valid-everywhere',
    },
    {
      name: 'a resource with a slash at the end',
      draft: async (w, ask) =>
        order(w, await tokenPath(ask), { scope: both, resource: `${ask.resource}${path}/` }),
      status: 400,
      fails: 'resource is one that this server makes tokens for',
      misconception: 'a-slash-means-nothing',
    },
    {
      name: 'the scope of the 401 alone',
      draft: async (w, ask) => letter(await token(w, ask, reading)),
      status: 403,
      fails: 'scope letters:write is granted',
      misconception: 'reading-means-writing',
    },
    {
      name: 'the scope of the 403 alone',
      draft: async (w, ask) => letter(await token(w, ask, writing)),
      status: 403,
      fails: 'scope letters:read is granted',
      misconception: 'a-new-scope-adds-to-the-old-token',
    },
    {
      name: 'the client secret as a token',
      draft: (w) => letter(w['client-secret']),
      status: 401,
      fails: 'token has three segments',
      misconception: 'the-client-secret-is-a-token',
    },
    {
      name: 'the token in the query',
      draft: async (w, ask) => get(`${path}?access_token=${await token(w, ask, reading)}`),
      status: 401,
      fails: 'credentials are presented',
      misconception: 'any-field-will-do',
    },
    {
      name: 'the same token, again and again',
      async draft(w, ask) {
        const again = order(w, await tokenPath(ask), { scope: writing, resource: ask.resource + path });
        for (let sent = 0; sent < most; sent += 1) await ask(again);
        return again;
      },
      status: 429,
      fails: 'the budget is not used up',
      misconception: 'retry-until-it-works',
    },
  ],
});
