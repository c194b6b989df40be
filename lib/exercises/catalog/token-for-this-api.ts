import { type Check, failed, passed } from '@/lib/http-auth/decision';
import { inert } from '@/lib/http-auth/evidence';
import { fromOctets } from '@/lib/http-auth/message';
import { tokenEndpoint } from '@/lib/http-auth/oauth/token-endpoint';
import { anyone, requireScope } from '@/lib/http-auth/policies';
import type { Scheme } from '@/lib/http-auth/scheme';
import { bearer } from '@/lib/http-auth/schemes/bearer/bearer';
import { jwtTokens } from '@/lib/http-auth/schemes/jwt/jwt';
import { authorization, get, tampered } from '../drafts';
import { type Ask, type Call, defineExercise, type Reply, type Route } from '../exercise';
import { type Issuer, issuer } from '../issuer';
import { toyKey } from '../people';
import { asClient, type ClientWallet, form, tokenFrom } from '../token-drafts';

/** The two APIs behind one issuer; the first is the one that a token is for where nobody names another. */
const apis = { '/calendar': 'https://calendar.example', '/parcels': 'https://parcels.example' } as const;
const usual = apis['/calendar'];
const scopes = ['read', 'write'];

const registered: Check = {
  stage: 'authorization',
  check: 'resource is an API that this issuer makes tokens for',
  failure: 'the resource is not an API of this issuer',
  rule: 'RFC 8707 §2',
};

/** The APIs that a token request names. */
const namedIn = ({ message }: Pick<Call, 'message'>) =>
  new URLSearchParams(fromOctets(message.body)).getAll('resource').filter(Boolean);

/** What a token request gets whose resource this issuer makes no token for. */
function noTarget(saw: string, { trace, fields }: Pick<Reply, 'trace' | 'fields'>): Reply {
  const expected = `${Object.values(apis).join(' or ')}, one of them, to the character`;
  return {
    status: 400,
    fields: fields ?? [['Content-Type', 'application/json']],
    content: { error: 'invalid_target', error_description: 'There is no token for this resource' },
    trace: [...(trace ?? []), failed(registered, saw, expected)],
  };
}

/** A token endpoint that makes each token for the one API that `resource` names (RFC 8707 §2.2). */
function tokens(tokenIssuer: Issuer, client: { readonly id: string; readonly secret: string }): Route {
  const grant = tokenEndpoint({
    realm: 'token endpoint',
    clients: [{ ...client, scopes }],
    lifeSeconds: 3600,
    sign: (claims, call) => tokenIssuer.token({ ...claims, aud: namedIn(call)[0] ?? usual }),
  });
  return {
    policy: anyone,
    open: true,
    methods: ['POST'],
    async handle(call): Promise<Reply> {
      const [resource = usual, ...more] = namedIn(call);
      // A request may name several (RFC 8707 §2); this issuer makes a token for one of them alone.
      if (more.length) return noTarget(`${more.length + 1} resources`, {});
      const reply = await grant(call);
      if (reply.status !== 200) return reply;
      const saw = inert(resource, 80);
      return Object.values<string>(apis).includes(resource)
        ? { ...reply, trace: [...reply.trace, passed(registered, saw)] }
        : noTarget(saw, reply);
    },
  };
}

type Client = ClientWallet & { readonly 'calendar-token': string };

const order = (w: ClientWallet, more: Readonly<Record<string, string>> = {}) =>
  form('/token', { grant_type: 'client_credentials', ...more }, asClient(w));

/** GET of `path` with a token that was asked for with these parameters. */
async function fetched(w: Client, ask: Ask, path: string, more: Readonly<Record<string, string>> = {}) {
  return get(path, authorization(`Bearer ${await tokenFrom(ask, order(w, more))}`));
}

const resource = apis['/parcels'];

export default defineExercise({
  title: 'One issuer, two APIs',
  task: 'Ada’s program reads /calendar without trouble. At /parcels the same token gets 401. Ask POST /token for a token for https://parcels.example, and read /parcels with it.',
  level: 2,
  goal: { status: 200, path: '/parcels' },
  hints: [
    'Decode the token. Which of the two APIs does aud name?',
    'The second gate refused the token. A token request has a parameter that names the API; without it, this issuer makes a token for the calendar.',
    'POST /token with grant_type=client_credentials&resource=____, then GET /parcels with that token.',
  ],
  async resource(attempt) {
    const tokenIssuer = await issuer(attempt, usual);
    const client = { id: 'ada-courier', secret: await toyKey(attempt, 'client secret') };
    const checked = (audience: string): Scheme =>
      bearer({ tokens: jwtTokens({ issuer: tokenIssuer.issuer, audience, keys: [tokenIssuer.jwk] }) });
    const api = (path: keyof typeof apis, content: Route['content']): Route => ({
      policy: requireScope('read'),
      schemes: [checked(apis[path])],
      ...(content && { content }),
    });
    return {
      realm: 'harbour',
      schemes: [checked(usual)],
      routes: {
        '/calendar': api('/calendar', { today: ['the ferry at noon'] }),
        '/parcels': api('/parcels', { waiting: ['a typewriter', 'two oars'] }),
        '/token': tokens(tokenIssuer, client),
      },
      endpoints: { token: '/token' },
      wallet: async () => ({
        'client-id': { label: 'Client id of Ada’s program', value: client.id },
        'client-secret': { label: 'Client secret of Ada’s program', value: client.secret },
        'calendar-token': {
          label: 'Token that the program has',
          value: await tokenIssuer.token({ sub: client.id, client_id: client.id, scope: 'read write' }),
        },
      }),
    };
  },
  start: (w) => get('/parcels', authorization(`Bearer ${w['calendar-token']}`)),
  solution: (w, ask) => fetched(w, ask, '/parcels', { resource }),
  reasons: [
    'The parameter resource names the API, so the issuer makes a token for it.',
    'The audience of this token is the parcels API, so the API accepts it.',
  ],
  mistakes: [
    {
      name: 'the calendar takes it',
      draft: (w) => get('/calendar', authorization(`Bearer ${w['calendar-token']}`)),
      status: 200,
      misconception: 'a-valid-token-is-valid-everywhere',
    },
    {
      name: 'a new token, and no resource named',
      draft: (w, ask) => fetched(w, ask, '/parcels'),
      status: 401,
      fails: 'aud contains this server',
      misconception: 'retry-until-it-works',
    },
    {
      name: 'a scope in place of a resource',
      draft: (w, ask) => fetched(w, ask, '/parcels', { scope: 'read' }),
      status: 401,
      fails: 'aud contains this server',
      misconception: 'every-bearer-error-is-about-scope',
    },
    {
      name: 'the resource named to the API',
      draft: (w) => get(`/parcels?resource=${resource}`, authorization(`Bearer ${w['calendar-token']}`)),
      status: 401,
      fails: 'aud contains this server',
      misconception: 'the-client-says-who-it-is',
    },
    {
      name: 'a slash at the end of the resource',
      draft: (w) => order(w, { resource: `${resource}/` }),
      status: 400,
      fails: 'resource is an API that this issuer makes tokens for',
      misconception: 'an-address-has-one-spelling',
    },
    {
      name: 'both APIs in one request',
      draft: (w) => {
        const { body = '', ...rest } = order(w, { resource });
        return { ...rest, body: `${body}&${new URLSearchParams({ resource: usual })}` };
      },
      status: 400,
      fails: 'resource is an API that this issuer makes tokens for',
      misconception: 'more-is-safer',
    },
    {
      name: 'the audience edited in the token',
      draft: (w) =>
        get('/parcels', authorization(`Bearer ${tampered(w['calendar-token'], { aud: resource })}`)),
      status: 401,
      fails: 'signature verifies',
      misconception: 'a-jwt-can-be-edited',
    },
    {
      name: 'the new token at the calendar',
      draft: (w, ask) => fetched(w, ask, '/calendar', { resource }),
      status: 401,
      fails: 'aud contains this server',
      misconception: 'a-valid-token-is-valid-everywhere',
    },
    {
      name: 'the client secret as a token',
      draft: (w) => get('/parcels', authorization(`Bearer ${w['client-secret']}`)),
      status: 401,
      fails: 'token has three segments',
      misconception: 'the-client-secret-is-a-token',
    },
    { name: 'the token fetched and not used', draft: (w) => order(w, { resource }), status: 200 },
  ],
});
