import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import * as oauth from 'oauth4webapi';
import * as openid from 'openid-client';
import { readBrief } from '@/e2e/attempts';

// The resources are on plain HTTP at localhost, where both libraries want to be told that this is meant.
const insecure = { [oauth.allowInsecureRequests]: true };
const run = promisify(execFile);

async function opened(request: Parameters<typeof readBrief>[0], slug: string) {
  const { brief, wallet } = await readBrief(request, slug);
  const text = (name: string) => wallet[name] ?? '';
  const { resource, token = '', metadata = '' } = brief.urls;
  return { resource, token, metadata, id: text('client-id'), secret: text('client-secret'), text };
}

type Opened = Awaited<ReturnType<typeof opened>>;

/** What oauth4webapi knows of the server from the brief alone. */
const serverOf = ({ resource, token }: Opened): oauth.AuthorizationServer => ({
  issuer: resource,
  token_endpoint: token,
});

test.describe('oauth4webapi', () => {
  test('discovers server and resource of open-oauth by the challenge', async ({ request }) => {
    const attempt = await opened(request, 'open-oauth');
    for (const path of ['', '/', '/write', '/strong']) {
      const url = new URL(attempt.resource + path);
      const refusal = await oauth
        .protectedResourceRequest('sesame', 'GET', url, undefined, undefined, insecure)
        .then(
          () => undefined,
          (error: unknown) => error as oauth.WWWAuthenticateChallengeError,
        );
      const [challenge] = refusal?.cause ?? [];
      expect(challenge?.parameters.error).toBe('invalid_token');
      const discovered = await oauth.resourceDiscoveryRequest(url, insecure);
      expect(challenge?.parameters.resource_metadata).toBe(discovered.url);
      const resource = await oauth.processResourceDiscoveryResponse(url, discovered);
      expect(resource.resource).toBe(url.href);
      const issuer = new URL(resource.authorization_servers?.[0] ?? '');
      const discovery = await oauth.discoveryRequest(issuer, { ...insecure, algorithm: 'oauth2' });
      expect(discovery.url).toBe(attempt.metadata);
      const server = await oauth.processDiscoveryResponse(issuer, discovery);
      expect(server.token_endpoint).toBe(attempt.token);
    }
  });

  for (const [way, authentication] of [
    ['client_secret_basic', oauth.ClientSecretBasic],
    ['client_secret_post', oauth.ClientSecretPost],
  ] as const) {
    test(`gets a token of open-oauth by ${way} and uses it`, async ({ request }) => {
      const attempt = await opened(request, 'open-oauth');
      const [server, client] = [serverOf(attempt), { client_id: attempt.id }];
      const token = await oauth.processClientCredentialsResponse(
        server,
        client,
        await oauth.clientCredentialsGrantRequest(
          server,
          client,
          authentication(attempt.secret),
          { scope: 'read' },
          insecure,
        ),
      );
      expect(token).toMatchObject({ token_type: 'bearer', scope: 'read', expires_in: 3600 });
      const get = (path: string) =>
        oauth.protectedResourceRequest(
          token.access_token,
          'GET',
          new URL(attempt.resource + path),
          undefined,
          undefined,
          insecure,
        );
      expect((await get('/')).status).toBe(200);
      const error = await get('/write').catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(oauth.WWWAuthenticateChallengeError);
      const { status, cause } = error as oauth.WWWAuthenticateChallengeError;
      expect(status).toBe(403);
      expect(cause[0]?.parameters).toMatchObject({ error: 'insufficient_scope', scope: 'write' });
    });
  }

  test('is told the errors of the token endpoint', async ({ request }) => {
    const attempt = await opened(request, 'open-oauth');
    const [server, client] = [serverOf(attempt), { client_id: attempt.id }];
    const failure = async (secret: string, grant: string, values: Record<string, string> = {}) =>
      oauth
        .processGenericTokenEndpointResponse(
          server,
          client,
          await oauth.genericTokenEndpointRequest(
            server,
            client,
            oauth.ClientSecretBasic(secret),
            grant,
            values,
            insecure,
          ),
        )
        .then(
          () => undefined,
          (error: unknown) => error,
        );
    expect(await failure('sesame', 'client_credentials')).toMatchObject({
      status: 401,
      cause: [{ scheme: 'basic', parameters: { realm: 'token endpoint' } }],
    });
    for (const [error, grant, values] of [
      ['unsupported_grant_type', 'password', {}],
      ['invalid_scope', 'client_credentials', { scope: 'admin' }],
      ['invalid_grant', 'refresh_token', { refresh_token: 'sesame' }],
      ['invalid_request', 'refresh_token', {}],
    ] as const) {
      expect(await failure(attempt.secret, grant, values)).toMatchObject({ status: 400, error });
    }
  });

  test('steps up at open-oauth as the challenge asks', async ({ request }) => {
    const attempt = await opened(request, 'open-oauth');
    const [server, client] = [serverOf(attempt), { client_id: attempt.id }];
    const authentication = oauth.ClientSecretBasic(attempt.secret);
    const refresh = async (token: string, additionalParameters: Record<string, string> = {}) =>
      oauth.processRefreshTokenResponse(
        server,
        client,
        await oauth.refreshTokenGrantRequest(server, client, authentication, token, {
          ...insecure,
          additionalParameters,
        }),
      );
    const open = (token: string) =>
      oauth.protectedResourceRequest(
        token,
        'GET',
        new URL(`${attempt.resource}/strong`),
        undefined,
        undefined,
        insecure,
      );
    const weak = await refresh(attempt.text('refresh-token'));
    const refusal = (await open(weak.access_token).catch(
      (error: unknown) => error,
    )) as oauth.WWWAuthenticateChallengeError;
    expect(refusal.status).toBe(401);
    const { error, acr_values = '', max_age } = refusal.cause[0]?.parameters ?? {};
    expect([error, acr_values, max_age]).toEqual(['insufficient_user_authentication', 'strong', '300']);
    const strong = await refresh(weak.refresh_token ?? '', { acr_values });
    expect((await open(strong.access_token)).status).toBe(200);
    await expect(refresh(attempt.text('refresh-token'))).rejects.toMatchObject({ error: 'invalid_grant' });
    await expect(refresh(strong.refresh_token ?? '')).rejects.toMatchObject({ error: 'invalid_grant' });
  });

  test('proves its key at open-dpop, and takes up the nonce', async ({ request }) => {
    const attempt = await opened(request, 'open-dpop');
    const [server, client] = [serverOf(attempt), { client_id: attempt.id }];
    const DPoP = oauth.DPoP({}, await oauth.generateKeyPair('ES256', { extractable: true }));
    const grant = async () =>
      oauth.processClientCredentialsResponse(
        server,
        client,
        await oauth.clientCredentialsGrantRequest(
          server,
          client,
          oauth.ClientSecretBasic(attempt.secret),
          {},
          { ...insecure, DPoP },
        ),
      );
    const first = await grant().catch((error: unknown) => error);
    expect(oauth.isDPoPNonceError(first)).toBe(true);
    const token = await grant();
    expect(token).toMatchObject({ token_type: 'dpop', scope: 'read write' });
    const ask = (method: string, path: string) =>
      oauth.protectedResourceRequest(
        token.access_token,
        method,
        new URL(attempt.resource + path),
        undefined,
        undefined,
        { ...insecure, DPoP },
      );
    expect((await ask('GET', '/?page=2')).status).toBe(200);
    expect((await ask('POST', '/write')).status).toBe(200);
  });

  test('is told at open-dpop that a nonce is needed, and by which challenge', async ({ request }) => {
    const attempt = await opened(request, 'open-dpop');
    const [server, client] = [serverOf(attempt), { client_id: attempt.id }];
    const keys = await oauth.generateKeyPair('ES256');
    const options = { ...insecure, DPoP: oauth.DPoP({}, keys) };
    const grant = () =>
      oauth.clientCredentialsGrantRequest(
        server,
        client,
        oauth.ClientSecretPost(attempt.secret),
        {},
        options,
      );
    await oauth.processClientCredentialsResponse(server, client, await grant()).catch(() => undefined);
    const token = await oauth.processClientCredentialsResponse(server, client, await grant());
    // The same key, and a handle that has not seen a nonce yet.
    const fresh = { ...insecure, DPoP: oauth.DPoP({}, keys) };
    const ask = () =>
      oauth.protectedResourceRequest(
        token.access_token,
        'GET',
        new URL(`${attempt.resource}/`),
        undefined,
        undefined,
        fresh,
      );
    const refusal = await ask().catch((error: unknown) => error);
    expect(oauth.isDPoPNonceError(refusal)).toBe(true);
    expect((refusal as oauth.WWWAuthenticateChallengeError).cause).toHaveLength(1);
    expect((await ask()).status).toBe(200);
  });
});

test.describe('openid-client', () => {
  const execute = [openid.allowInsecureRequests];

  test('discovers open-oauth, gets tokens, refreshes them and steps up', async ({ request }) => {
    const attempt = await opened(request, 'open-oauth');
    const config = await openid.discovery(
      new URL(attempt.resource),
      attempt.id,
      undefined,
      openid.ClientSecretBasic(attempt.secret),
      { algorithm: 'oauth2', execute },
    );
    const tokens = await openid.clientCredentialsGrant(config, { scope: 'read write' });
    const get = (token: string, path: string) =>
      openid.fetchProtectedResource(config, token, new URL(attempt.resource + path), 'GET');
    expect((await get(tokens.access_token, '/write')).status).toBe(200);
    const refreshed = await openid.refreshTokenGrant(config, attempt.text('refresh-token'), {
      acr_values: 'strong',
    });
    expect((await get(refreshed.access_token, '/strong')).status).toBe(200);
  });

  test('proves its key at open-dpop and repeats by itself with the nonce', async ({ request }) => {
    const attempt = await opened(request, 'open-dpop');
    const config = new openid.Configuration(
      serverOf(attempt),
      attempt.id,
      undefined,
      openid.ClientSecretBasic(attempt.secret),
    );
    openid.allowInsecureRequests(config);
    const keys = await openid.randomDPoPKeyPair('ES256');
    const options = { DPoP: openid.getDPoPHandle(config, keys) };
    const token = await openid.clientCredentialsGrant(config, { scope: 'read' }, options);
    expect(token.token_type).toBe('dpop');
    // A handle without a nonce: the library takes it from the 401 and asks once more.
    const fresh = { DPoP: openid.getDPoPHandle(config, keys) };
    const url = new URL(`${attempt.resource}/`);
    const answer = await openid.fetchProtectedResource(
      config,
      token.access_token,
      url,
      'GET',
      undefined,
      undefined,
      fresh,
    );
    expect(answer.status).toBe(200);
  });
});

test('curl gets a token of open-oauth by the brief alone and uses it', async ({ request }) => {
  const attempt = await opened(request, 'open-oauth');
  const curl = (...values: string[]) => run('curl', ['-s', ...values]);
  const version = await curl('--version').catch(() => undefined);
  test.skip(!version, 'curl is not installed');
  const { stdout } = await curl(
    '-u',
    `${attempt.id}:${attempt.secret}`,
    '-d',
    'grant_type=client_credentials',
    attempt.token,
  );
  const { access_token: token } = JSON.parse(stdout) as { access_token: string };
  const answer = await curl(
    '-o',
    '/dev/null',
    '-w',
    '%{http_code}',
    '--oauth2-bearer',
    token,
    attempt.resource,
  );
  expect(answer.stdout).toBe('200');
});
