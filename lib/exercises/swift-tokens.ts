/** An API and a token endpoint of one attempt whose tokens cost little, so that a client can be tried on hundreds of requests. */
import type { Resource } from '@/lib/http-auth/decide';
import { authenticationCheck, failed, type NonEmpty, passed } from '@/lib/http-auth/decision';
import { masked } from '@/lib/http-auth/evidence';
import { refreshTokens } from '@/lib/http-auth/oauth/refresh-tokens';
import { type TokenEndpoint, tokenEndpoint } from '@/lib/http-auth/oauth/token-endpoint';
import { requireScope } from '@/lib/http-auth/policies';
import type { Scheme } from '@/lib/http-auth/scheme';
import { bearer } from '@/lib/http-auth/schemes/bearer/bearer';
import type { TokenCheck } from '@/lib/http-auth/schemes/token';
import { joined, seal, timeOctets, timeOf } from '@/lib/http-auth/seal';
import type { Attempt } from './exercise';
import { toyKey } from './people';

const prefix = 'toy-access-';
const lifeSeconds = 600;
const scopes = ['read', 'write'];

const issued = authenticationCheck(
  'token was issued by this server',
  'RFC 6750 §3.1',
  'this server did not issue the token',
);
const current = authenticationCheck('token has not expired', 'RFC 6750 §3.1', 'the token has expired');
const meant = authenticationCheck('token is for this API', 'RFC 7519 §4.1.3', 'the token is for another API');

export interface SwiftServer {
  readonly client: { readonly id: string; readonly secret: string };
  readonly scheme: Scheme;
  /** What Ada may read; what her scope does not cover; what is an API of another audience. */
  readonly resources: Readonly<Record<'/orders' | '/books' | '/parcels', Resource>>;
  readonly endpoint: ReturnType<typeof tokenEndpoint>;
  /** An access token that ends so many seconds from now. */
  accessToken(seconds: number): Promise<string>;
  /** The first refresh token of a new family, made so many seconds ago; it is good for four hours. */
  refreshToken(secondsAgo?: number): Promise<string>;
}

/** The server of `attempt`. It keeps nothing itself: what was used is in the store of each request. */
export async function swiftServer(attempt: Attempt): Promise<SwiftServer> {
  const key = await attempt.derive('swift tokens', 32);
  const sealed = seal(key, 'access token');
  const refresh = refreshTokens(key);
  const client = { id: 'orders-page', secret: await toyKey(attempt, 'client secret') };
  /** No two are alike, so that a client can tell a new one from that which it sent. */
  const made = async (until: number) => {
    const serial = crypto.getRandomValues(new Uint8Array(6));
    return prefix + (await sealed.close(joined(timeOctets(new Date(until)), serial)));
  };

  const tokensFor = (isMeant: boolean): TokenCheck => ({
    checks: [issued, current, meant],
    async verify(token, env, note) {
      const payload = token.startsWith(prefix) ? await sealed.open(token.slice(prefix.length)) : undefined;
      if (!payload) {
        note(failed(issued, masked(token), 'a token of this server, unchanged'));
        return { ok: false, description: 'The access token is unknown' };
      }
      note(passed(issued, masked(token)));
      const until = timeOf(payload);
      if (env.now() >= until) {
        note(failed(current, `a token that ended at ${until.toISOString()}`, 'a token that has not ended'));
        return { ok: false, description: 'The access token expired' };
      }
      note(passed(current, `until ${until.toISOString()}`));
      if (!isMeant) {
        note(failed(meant, 'a token for the orders', 'a token for the parcels'));
        return { ok: false, description: 'The access token is for another audience' };
      }
      note(passed(meant, 'the orders'));
      return { ok: true, principal: { name: 'ada', scopes } };
    },
  });
  const scheme = bearer({ tokens: tokensFor(true) });
  const schemes: NonEmpty<Scheme> = [scheme];
  const options: TokenEndpoint = {
    realm: 'token endpoint',
    clients: [{ ...client, scopes }],
    refresh: { tokens: refresh, subject: 'ada', scopes },
    lifeSeconds,
    sign: (_claims, { env }) => made(env.now().getTime() + lifeSeconds * 1000),
  };
  return {
    client,
    scheme,
    resources: {
      '/orders': { realm: 'orders', schemes, policy: requireScope('read') },
      '/books': { realm: 'orders', schemes, policy: requireScope('audit') },
      '/parcels': {
        realm: 'parcels',
        schemes: [bearer({ tokens: tokensFor(false) })],
        policy: requireScope('read'),
      },
    },
    endpoint: tokenEndpoint(options),
    accessToken: (seconds) => made(attempt.now().getTime() + seconds * 1000),
    refreshToken: (secondsAgo = 0) => refresh.issue(new Date(attempt.now().getTime() - secondsAgo * 1000)),
  };
}
