/** An authorization server of one attempt: a client, a token endpoint, metadata, and what checks its tokens. */
import { refreshTokens } from '@/lib/http-auth/oauth/refresh-tokens';
import { tokenEndpoint } from '@/lib/http-auth/oauth/token-endpoint';
import { anyone } from '@/lib/http-auth/policies';
import type { DpopNonces } from '@/lib/http-auth/schemes/dpop/nonce';
import { jwtTokens } from '@/lib/http-auth/schemes/jwt/jwt';
import type { TokenCheck } from '@/lib/http-auth/schemes/token';
import type { Attempt, Call, Route } from './exercise';
import { type Issuer, issuer } from './issuer';
import { toyKey } from './people';

export interface AuthorizationServer {
  readonly client: { readonly id: string; readonly secret: string };
  readonly issuer: Issuer;
  /** What a resource of the same attempt checks tokens with. */
  readonly tokens: TokenCheck;
  /** The token endpoint: POST, no gates. */
  readonly endpoint: Route;
  /** A refresh token of Ada, the first of its family. */
  refreshToken(): Promise<string>;
  /** Metadata routes for a token endpoint at `tokenPath` and resources at `paths`. */
  metadata(tokenPath: string, paths: readonly string[]): Record<string, Route>;
}

export interface ServerOptions {
  /** Where given, tokens are bound to the key of a proof. */
  readonly nonces?: DpopNonces;
  /** Another secret than a derived one. */
  readonly secret?: string;
  /** True where the issuer is the address of the resource, as metadata needs it; else a name that never changes. */
  readonly atAddress?: boolean;
}

/** The value of acr_values that the token endpoint answers with a token of a strong login. */
export const strongLogin = 'strong';

const scopes = ['read', 'write'];
const lifeSeconds = 3600;
const resourceName = '/.well-known/oauth-protected-resource';
export const serverName = '/.well-known/oauth-authorization-server';
const keysName = '/.well-known/jwks.json';

/** The authorization server of `attempt`. */
export async function authorizationServer(
  attempt: Attempt,
  { nonces, secret, atAddress = false }: ServerOptions = {},
): Promise<AuthorizationServer> {
  const tokenIssuer = await issuer(attempt);
  const base = `/api/sandbox/${attempt.exercise}/${attempt.id}`;
  const client = { id: 'doorman-client', secret: secret ?? (await toyKey(attempt, 'client secret')) };
  const refresh = refreshTokens(await attempt.derive('refresh tokens', 32));
  const names = (address: string) =>
    atAddress ? { iss: address, aud: address } : { iss: tokenIssuer.issuer, aud: tokenIssuer.audience };
  const check = (address: string) => {
    const { iss, aud } = names(address);
    return jwtTokens({ issuer: iss, audience: aud, keys: [tokenIssuer.jwk], bound: nonces !== undefined });
  };
  const open = (handle: (call: Call) => object): Route => ({
    policy: anyone,
    open: true,
    handle: async (call) => ({ status: 200, content: { ...handle(call) } }),
  });
  return {
    client,
    issuer: tokenIssuer,
    tokens: {
      checks: check('').checks,
      verify: (token, env, note) => check(env.origin + base).verify(token, env, note),
    },
    endpoint: {
      policy: anyone,
      open: true,
      methods: ['POST'],
      handle: tokenEndpoint({
        realm: 'token endpoint',
        clients: [{ ...client, scopes }],
        ...(nonces ? { nonces } : { refresh: { tokens: refresh, subject: 'ada', scopes } }),
        strongLogin,
        lifeSeconds,
        sign: (claims, { resource }) => tokenIssuer.token({ ...claims, ...names(resource) }),
      }),
    },
    refreshToken: () => refresh.issue(attempt.now()),
    metadata(tokenPath, paths) {
      const resources = ['', ...paths].map((path): [string, Route] => [
        resourceName + path,
        open(({ resource }) => ({
          resource: resource + path,
          authorization_servers: [resource],
          scopes_supported: scopes,
          bearer_methods_supported: ['header'],
        })),
      ]);
      const server = open(({ resource }) => ({
        issuer: resource,
        token_endpoint: resource + tokenPath,
        jwks_uri: resource + keysName,
        token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
        grant_types_supported: ['client_credentials', 'refresh_token'],
        response_types_supported: [],
        scopes_supported: scopes,
        acr_values_supported: [strongLogin],
      }));
      const keys = open(() => ({ keys: [tokenIssuer.jwk] }));
      return { ...Object.fromEntries(resources), [serverName]: server, [keysName]: keys };
    },
  };
}

/** Where the metadata of the resource at `path` is: the name stands between host and path (RFC 9728 §3.1). */
export function resourceMetadata({ target }: Call['message'], { origin }: Call['env']): string {
  return origin + resourceName + target.split('?')[0];
}
