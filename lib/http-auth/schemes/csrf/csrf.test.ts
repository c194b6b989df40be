import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { duration } from '@/lib/http-auth/fixtures';
import type { Field } from '@/lib/http-auth/message';
import { anyone, requireRole } from '@/lib/http-auth/policies';
import { lastOf, ran } from '@/lib/http-auth/resources.fixtures';
import { ada, cookie, grace, nonce, ownSessions, posted, seconds } from '../session/fixtures';
import { guarded } from './csrf';

const session = cookie(await ownSessions.earlier(ada, seconds - 3600, nonce));
const csrf = await ownSessions.token(nonce, seconds - 60);
const foreign = await ownSessions.token('nonce-of-another-login', seconds);
const token = (value: string): Field => ['X-CSRF-Token', value];
const policy = guarded(ownSessions, anyone);

describe('a request that changes something passes', () => {
  it.each<[string, Field[]]>([
    ['from a terminal, which sends neither Origin nor Sec-Fetch-Site', []],
    [
      'from a page of this origin',
      [
        ['Origin', 'https://doorman.example'],
        ['Sec-Fetch-Site', 'same-origin'],
      ],
    ],
    ['from the address bar', [['Sec-Fetch-Site', 'none']]],
  ])('%s', async (_title, fields) => {
    const decision = await posted([session, token(csrf), ...fields], policy);
    expect(decision.status).toBe(200);
    expect(
      ran(decision)
        .slice(-4)
        .map(({ check }) => check),
    ).toEqual(policy.checks.map(({ check }) => check));
  });
});

describe('it is refused with 403', () => {
  it.each<[string, readonly Field[], string]>([
    ['without a token', [], 'no X-CSRF-Token header'],
    [
      'with the token under another name',
      [['X-XSRF-TOKEN', csrf]],
      'the header X-XSRF-TOKEN, no X-CSRF-Token',
    ],
    ['with an empty token', [token('')], 'an empty value'],
    ['with the word null', [token('null')], 'the word null: a variable was empty'],
    ['with quotation marks', [token(`"${csrf}"`)], 'quotation marks around the token'],
    [
      'with the token as an address has it',
      [token(csrf.replace('.', '%2E'))],
      'a percent-encoded token: a header has it without encoding',
    ],
    ['with two tokens', [token(csrf), token(csrf)], '2 X-CSRF-Token lines'],
    ['with an invented token', [token('let-me-in-please')], 'let-… (16 bytes)'],
    [
      'with the session in its place',
      [token(session[1].slice('__Host-sid='.length))],
      'the session itself: the browser sends its cookie automatically, so it proves no intent',
    ],
    [
      'with the token of another session',
      [token(foreign)],
      'a token of another session, or one that was changed',
    ],
    [
      'with a token made younger by hand',
      [token(csrf.replace(/^\d+/, String(seconds)))],
      'a token of another session, or one that was changed',
    ],
  ])('%s', async (_title, fields, saw) => {
    const decision = await posted([session, ...fields], policy);
    expect(decision).toMatchObject({ status: 403, challenges: [] });
    expect(lastOf(decision)).toMatchObject({ check: 'the CSRF token belongs to the session', saw });
  });

  it.each<[string, readonly Field[], string]>([
    ['by a foreign Origin', [['Origin', 'https://elsewhere.example']], 'Origin: https://elsewhere.example'],
    ['by an opaque Origin', [['Origin', 'null']], 'Origin: null'],
    [
      'by the same host on another port',
      [['Origin', 'https://doorman.example:8443']],
      'Origin: https://doorman.example:8443',
    ],
    [
      'by plain http of the same host',
      [['Origin', 'http://doorman.example']],
      'Origin: http://doorman.example',
    ],
    [
      'by an origin that ours begins',
      [['Origin', 'https://doorman.example.evil.example']],
      'Origin: https://doorman.example.evil.example',
    ],
    ['by another site', [['Sec-Fetch-Site', 'cross-site']], 'Sec-Fetch-Site: cross-site'],
    ['by another origin of this site', [['Sec-Fetch-Site', 'same-site']], 'Sec-Fetch-Site: same-site'],
    [
      'by two Origins',
      [
        ['Origin', 'https://doorman.example'],
        ['Origin', 'https://doorman.example'],
      ],
      '2 Origin lines',
    ],
  ])('sent %s, even with the right token', async (_title, fields, saw) => {
    const decision = await posted([session, token(csrf), ...fields], policy);
    expect(decision.status).toBe(403);
    expect(lastOf(decision)).toMatchObject({ check: 'the request comes from a page of this origin', saw });
  });

  it('where the rule inside refuses', async () => {
    const reader = cookie(await ownSessions.earlier(grace, seconds, nonce));
    const decision = await posted([reader, token(csrf)], guarded(ownSessions, requireRole('administrator')));
    expect(decision.status).toBe(403);
    expect(lastOf(decision).check).toBe('role administrator is held');
  });
});

it('a token older than ten minutes gets 419, which is in no registry', async () => {
  const decision = await posted([session, token(await ownSessions.token(nonce, seconds - 600))], policy);
  expect(decision).toMatchObject({ status: 419, challenges: [] });
  expect(lastOf(decision)).toMatchObject({
    check: 'the page has not expired',
    saw: 'a token made 10 minutes ago',
    expected: expect.stringContaining('419 is in no registry'),
  });
  expect((await posted([session, token(await ownSessions.token(nonce, seconds - 599))], policy)).status).toBe(
    200,
  );
});

it('without a session it is 401, whatever the token', async () => {
  const decision = await posted([token(csrf)], policy);
  expect(decision.status).toBe(401);
  expect(decision.trace.filter(({ outcome }) => outcome === 'skipped').map(({ check }) => check)).toEqual(
    expect.arrayContaining(policy.checks.map(({ check }) => check)),
  );
});

it('whatever Origin, Sec-Fetch-Site and token hold, the answer is 403 in good time', async () => {
  const octet = fc.string({
    unit: fc.integer({ min: 1, max: 255 }).map((code) => String.fromCharCode(code)),
  });
  await fc.assert(
    fc.asyncProperty(octet, octet, octet, async (origin, site, value) => {
      const fields: Field[] = [['Origin', origin], ['Sec-Fetch-Site', site], token(value)];
      expect((await posted([session, ...fields], policy)).status).toBe(403);
      expect((await posted([session, token(value)], policy)).status).toBe(403);
    }),
  );
  expect(await duration(() => posted([session, token('1'.repeat(15_360))], policy))).toBeLessThan(50);
});
