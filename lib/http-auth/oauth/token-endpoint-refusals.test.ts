import { beforeEach, describe, expect, it } from 'vitest';
import { now } from '../fixtures';
import {
  basic,
  call,
  credentials,
  endpoint,
  fieldOf,
  forget,
  id,
  lastOf,
  secret,
  type TestForm,
  tokens,
} from './token-endpoint.fixtures';

beforeEach(forget);

describe('the token endpoint refuses', () => {
  const wrong = 'client is known';
  const shape = 'client credentials are a form-encoded pair in Base64';

  it.each<[string, TestForm, [string, string][] | undefined, number, string, string, string?]>([
    [
      'no grant_type',
      {},
      undefined,
      400,
      'invalid_request',
      'grant_type is one that is offered',
      'no grant_type',
    ],
    [
      'an empty grant_type',
      'grant_type=',
      undefined,
      400,
      'invalid_request',
      'grant_type is one that is offered',
    ],
    [
      'another grant_type',
      { grant_type: 'password' },
      undefined,
      400,
      'unsupported_grant_type',
      'grant_type is one that is offered',
      'grant_type password',
    ],
    [
      'a parameter that comes twice (RFC 6749 §3.2)',
      'grant_type=client_credentials&scope=a&scope=b',
      undefined,
      400,
      'invalid_request',
      'each parameter comes once',
      'scope twice',
    ],
    ['no client', credentials, [], 401, 'invalid_client', shape, 'no client credentials'],
    [
      'an id without a secret',
      { ...credentials, client_id: id },
      [],
      401,
      'invalid_client',
      shape,
      'client_id without client_secret',
    ],
    ['what is not Base64', credentials, [['Authorization', 'Basic a:b']], 401, 'invalid_client', shape],
    ['another scheme', credentials, [['Authorization', 'Bearer abc']], 401, 'invalid_client', shape],
    ['no colon', credentials, basic('abc'), 401, 'invalid_client', shape],
    [
      'a percent sign that begins nothing',
      credentials,
      basic('a:100%'),
      401,
      'invalid_client',
      shape,
      'a percent sign that begins no byte: not form-encoded',
    ],
    [
      'a wrong secret',
      credentials,
      basic('toy+client:x'),
      401,
      'invalid_client',
      wrong,
      'a pair that is not known',
    ],
    [
      'an unknown client',
      credentials,
      basic('nobody:x'),
      401,
      'invalid_client',
      wrong,
      'a pair that is not known',
    ],
    [
      'a pair that was not form-encoded (RFC 6749 §2.3.1)',
      credentials,
      basic(`${id}:${secret}`),
      401,
      'invalid_client',
      wrong,
      'a pair that is not known; it was not form-encoded before Base64',
    ],
    [
      'a plus sign that became a space',
      credentials,
      basic('toy+client:p+ss'),
      401,
      'invalid_client',
      wrong,
      'a pair that is not known, after + became a space and %41 an A',
    ],
    [
      'another client_id in the form',
      { ...credentials, client_id: 'x' },
      undefined,
      401,
      'invalid_client',
      wrong,
      'another client_id in the form',
    ],
    [
      'two ways at once (RFC 6749 §2.3)',
      { ...credentials, client_id: id, client_secret: secret },
      undefined,
      400,
      'invalid_request',
      'client authenticates in one way',
    ],
    [
      'a scope that was not granted',
      { ...credentials, scope: 'read admin' },
      undefined,
      400,
      'invalid_scope',
      'scope is within what was granted',
      'scope read admin',
    ],
    [
      'no refresh token',
      { grant_type: 'refresh_token' },
      undefined,
      400,
      'invalid_request',
      'grant is valid',
      'no refresh_token',
    ],
    [
      'a refresh token of its own making',
      { grant_type: 'refresh_token', refresh_token: 'toy-refresh-AAAA' },
      undefined,
      400,
      'invalid_grant',
      'grant is valid',
      'a refresh token that this server has not made',
    ],
  ])('%s (RFC 6749 §5.2)', async (_title, form, fields, status, error, check, saw) => {
    const reply = await endpoint(call(form, fields));
    expect(reply.status, JSON.stringify(reply)).toBe(status);
    expect(reply.content).toEqual({ error, error_description: expect.stringMatching(/^[ !#-[\]-~]+$/) });
    expect(lastOf(reply)).toMatchObject({ check, outcome: 'failed', ...(saw && { saw }) });
    expect(fieldOf(reply, 'WWW-Authenticate')).toEqual(status === 401 ? ['Basic realm="lobby"'] : []);
    expect(JSON.stringify(reply)).not.toContain(secret);
  });

  it('content that is no form', async () => {
    const refused = call('{}');
    const fields = refused.message.fields.map(([name, value]): [string, string] =>
      name === 'Content-Type' ? [name, 'application/json'] : [name, value],
    );
    const reply = await endpoint({ ...refused, message: { ...refused.message, fields } });
    expect(reply).toMatchObject({ status: 400, content: { error: 'invalid_request' } });
  });

  it('a refresh token that comes twice, and with it the whole family (RFC 9700 §4.14.2)', async () => {
    const first = await tokens.issue(now);
    const use = (token: unknown) =>
      endpoint(call({ grant_type: 'refresh_token', refresh_token: String(token) }));
    const second = (await use(first)).content.refresh_token;
    expect((await use(first)).content.error).toBe('invalid_grant');
    const reply = await use(second);
    expect(reply.content.error).toBe('invalid_grant');
    expect(lastOf(reply)?.saw).toBe('a refresh token of a sign-in in which an old one was used twice');
  });

  it('a refresh token that is too old', async () => {
    const old = await tokens.issue(new Date(now.getTime() - 5 * 3600 * 1000));
    const reply = await endpoint(call({ grant_type: 'refresh_token', refresh_token: old }));
    expect(lastOf(reply)?.saw).toMatch(/^a refresh token that expired at 2026-11-23T09:00/);
  });

  it('a scope without using the refresh token up', async () => {
    const first = await tokens.issue(now);
    const form = { grant_type: 'refresh_token', refresh_token: first };
    expect((await endpoint(call({ ...form, scope: 'admin' }))).content.error).toBe('invalid_scope');
    expect((await endpoint(call(form))).status).toBe(200);
  });
});
