import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { secretTrouble } from './secret-strength';
import { checkSettings, metricsAddress } from './settings';

const DOORMAN_SECRET = randomBytes(32).toString('base64');

describe('a secret', () => {
  it.each(['base64', 'base64url', 'hex'] as const)('of 32 random octets in %s is taken', (coding) => {
    for (let count = 0; count < 1_000; count += 1)
      expect(secretTrouble(randomBytes(32).toString(coding))).toBeUndefined();
  });

  it.each(['base64', 'base64url', 'hex'] as const)('of 24 random octets in %s is refused', (coding) => {
    for (let count = 0; count < 1_000; count += 1)
      expect(secretTrouble(randomBytes(24).toString(coding))).toContain('can be guessed');
  });

  it.each([
    'school',
    'a'.repeat(100),
    'abcdefgh'.repeat(20),
    '0123456789'.repeat(7),
    'correct horse battery staple',
  ])('that can be guessed is refused, and not repeated: %s', (secret) => {
    const trouble = secretTrouble(secret);
    expect(trouble).toContain('can be guessed');
    expect(trouble).not.toContain(secret);
  });

  it('that is missing is asked for', () => {
    expect(secretTrouble(undefined)).toContain('is not set');
    expect(secretTrouble('')).toContain('is not set');
  });
});

describe('settings', () => {
  it.each<[string, NodeJS.Dict<string>, string]>([
    ['no secret', { DOORMAN_SECRET: '' }, 'DOORMAN_SECRET is not set'],
    ['a list of proxies', { TRUSTED_PROXIES: '10.0.0.0/99' }, 'TRUSTED_PROXIES holds “10.0.0.0/99”'],
    ['an origin', { PUBLIC_ORIGIN: 'https://a.example, b.example' }, 'PUBLIC_ORIGIN holds “b.example”'],
    ['another origin', { SECOND_ORIGIN: 'https://a.example/x' }, 'SECOND_ORIGIN holds “https://a.example/x”'],
    ['a limit', { RATE_LIMIT: '200/s' }, 'RATE_LIMIT must be a whole number'],
    ['a port of the proxy', { PROXY_PORT: '65536' }, 'PROXY_PORT must be a whole number from 1 to 65535'],
    ['a switch', { DIAGNOSE: 'false' }, 'DIAGNOSE must be “off”, or left out'],
    ['a log', { REQUEST_LOG: 'true' }, 'REQUEST_LOG must be “on”, or left out'],
    ['an address of metrics', { METRICS_ADDRESS: 'here' }, 'METRICS_ADDRESS must be'],
    ['a contact', { SECURITY_CONTACT: 'me' }, 'SECURITY_CONTACT must be'],
    ['a Redis', { REDIS_URL: 'redis://:hunter2secret@127.0.0.1:99999' }, 'REDIS_URL is no address'],
  ])('with %s that is wrong end the start with a sentence', async (_what, env, words) => {
    const error = await checkSettings({ NODE_ENV: 'test', DOORMAN_SECRET, ...env }).catch(
      (cause: Error) => cause,
    );
    expect(error).toMatchObject({ message: expect.stringContaining(words) });
    expect(String(error)).not.toContain('hunter2');
  });

  it('with a folder that cannot be written name it', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'doorman-settings-'));
    writeFileSync(path.join(folder, 'file'), '');
    const DOORMAN_DATA = path.join(folder, 'file');
    await expect(checkSettings({ NODE_ENV: 'test', DOORMAN_SECRET, DOORMAN_DATA })).rejects.toThrow(
      `The folder ${DOORMAN_DATA} cannot be written (EEXIST)`,
    );
    await checkSettings({ NODE_ENV: 'test', DOORMAN_SECRET, DOORMAN_DATA: path.join(folder, 'data') });
    rmSync(folder, { recursive: true });
  });

  it('that are all right are taken', async () => {
    const env = {
      TRUSTED_PROXIES: '10.0.0.0/8, ::1',
      METRICS_ADDRESS: '127.0.0.1:9464',
      DOORMAN_DATA: '',
      PUBLIC_ORIGIN: 'https://Doorman.example/, http://[::1]:3000',
      SECOND_ORIGIN: '',
      RATE_LIMIT: '0',
      PROXY_PORT: '65535',
      DIAGNOSE: 'off',
      REQUEST_LOG: 'on',
    };
    await checkSettings({ NODE_ENV: 'test', DOORMAN_SECRET, ...env });
    await checkSettings({ NODE_ENV: 'test', DOORMAN_SECRET, PROXY_PORT: '', RATE_LIMIT: '' });
    expect(metricsAddress('[::1]:9464')).toEqual({ host: '::1', port: 9464 });
    expect(metricsAddress('')).toBeUndefined();
  });
});
