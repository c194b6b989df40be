import fc from 'fast-check';
import { beforeEach, describe, expect, it, test } from 'vitest';
import { encodeBase64 } from '../base64';
import { now } from '../fixtures';
import { octets } from '../message';
import { proofClaims, signProof } from '../schemes/dpop/client';
import { jktOf, nonces, proofKey } from '../schemes/dpop/fixtures';
import { clientCredentials, formEncode } from './client-authentication';
import {
  bound,
  call,
  credentials,
  endpoint,
  fieldOf,
  forget,
  id,
  secret,
  tokens,
} from './token-endpoint.fixtures';

beforeEach(forget);

describe('the token endpoint gives', () => {
  it('a token to client_secret_basic, form-encoded before Base64 (RFC 6749 §2.3.1)', async () => {
    expect(clientCredentials(id, secret)).toBe(
      `Basic ${encodeBase64(octets('toy+client:p%2Bss%3Aw%2541rd'))}`,
    );
    const reply = await endpoint(call(credentials));
    expect(reply.status).toBe(200);
    expect(reply.content).toMatchObject({ token_type: 'Bearer', expires_in: 600, scope: 'read write' });
    expect(reply.content).not.toHaveProperty('refresh_token');
    expect(JSON.parse(reply.content.access_token as string)).toEqual({
      sub: id,
      client_id: id,
      scope: 'read write',
      iat: now.getTime() / 1000,
      exp: now.getTime() / 1000 + 600,
    });
    expect(fieldOf(reply, 'Content-Type')).toEqual(['application/json']);
  });

  it('a token to client_secret_post', async () => {
    const form = { ...credentials, client_id: id, client_secret: secret };
    expect((await endpoint(call(form, []))).status).toBe(200);
  });

  it('a smaller scope where one is asked for (RFC 6749 §3.3)', async () => {
    expect((await endpoint(call({ ...credentials, scope: 'read' }))).content.scope).toBe('read');
  });

  it('a strong login where acr_values asks for it (RFC 9470 §5)', async () => {
    const { content } = await endpoint(call({ ...credentials, acr_values: 'other strong' }));
    expect(JSON.parse(content.access_token as string)).toMatchObject({
      acr: 'strong',
      auth_time: now.getTime() / 1000,
    });
  });

  it('a new refresh token for each one that is used (RFC 9700 §4.14.2)', async () => {
    const first = await tokens.issue(now);
    const reply = await endpoint(call({ grant_type: 'refresh_token', refresh_token: first }));
    expect(reply.status).toBe(200);
    expect(JSON.parse(reply.content.access_token as string).sub).toBe('ada');
    const second = reply.content.refresh_token as string;
    expect(second).not.toBe(first);
    const next = await endpoint(call({ grant_type: 'refresh_token', refresh_token: second }));
    expect(next.status).toBe(200);
  });
});

describe('the token endpoint with DPoP', () => {
  const proof = async (change: object = {}) =>
    signProof(proofKey, {
      ...(await proofClaims({
        method: 'POST',
        url: 'https://doorman.example/token',
        now,
        nonce: await nonces.issue(now),
      })),
      ...change,
    });
  const withProof = (text: string) =>
    call(credentials, [
      ['Authorization', clientCredentials(id, secret)],
      ['DPoP', text],
    ]);

  it('binds the token to the key of the proof (RFC 9449 §5)', async () => {
    const reply = await bound(withProof(await proof()));
    expect(reply.content).toMatchObject({ token_type: 'DPoP' });
    expect(JSON.parse(reply.content.access_token as string).cnf).toEqual({ jkt: await jktOf(proofKey) });
    expect(fieldOf(reply, 'DPoP-Nonce')).toEqual([await nonces.issue(now)]);
  });

  it.each<[string, object, string]>([
    ['no nonce', { nonce: undefined }, 'use_dpop_nonce'],
    ['a nonce of its own', { nonce: 'x' }, 'use_dpop_nonce'],
    ['another address', { htu: 'https://doorman.example/' }, 'invalid_dpop_proof'],
    ['another method', { htm: 'GET' }, 'invalid_dpop_proof'],
    ['an old iat', { iat: 1 }, 'invalid_dpop_proof'],
  ])(
    'answers 400 to a proof with %s, and brings one nonce (RFC 9449 §5, §8)',
    async (_title, change, error) => {
      const reply = await bound(withProof(await proof(change)));
      expect(reply).toMatchObject({ status: 400, content: { error } });
      expect(fieldOf(reply, 'DPoP-Nonce')).toEqual([await nonces.issue(now)]);
      expect(fieldOf(reply, 'WWW-Authenticate')).toEqual([]);
    },
  );

  it('answers 400 where there is no proof', async () => {
    expect(await bound(call(credentials))).toMatchObject({
      status: 400,
      content: { error: 'invalid_dpop_proof' },
    });
  });

  it('answers 400 to a proof that came before', async () => {
    const message = withProof(await proof());
    expect((await bound(message)).status).toBe(200);
    expect(await bound(message)).toMatchObject({ status: 400, content: { error: 'invalid_dpop_proof' } });
  });
});

test('formEncode leaves nothing that Basic could trip over', () => {
  expect(formEncode('a b:c+d%é')).toBe('a+b%3Ac%2Bd%25%C3%A9');
});

test('whatever comes in is answered with 400 or 401, and never throws', () =>
  fc.assert(
    fc.asyncProperty(
      fc.oneof(fc.string(), fc.dictionary(fc.constantFrom('grant_type', 'scope', 'client_id'), fc.string())),
      fc.string(),
      async (form, value) => {
        const text = typeof form === 'string' ? form.replace(/[^\x20-\xff]/g, '') : form;
        const reply = await bound(call(text, [['Authorization', value.replace(/[^\x20-\x7e]/g, '')]]));
        expect([400, 401]).toContain(reply.status);
      },
    ),
  ));
