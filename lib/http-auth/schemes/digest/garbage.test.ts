import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { duration } from '@/lib/http-auth/fixtures';
import { answered, answerTo, edited, judged, schemeWith } from './fixtures';

describe('garbage', () => {
  const name = fc.constantFrom(
    ...['username', 'username*', 'userhash', 'realm', 'nonce', 'uri', 'response', 'algorithm'],
    ...['qop', 'nc', 'cnonce', 'opaque', 'stale', 'x'],
  );
  const text = fc.oneof(fc.string({ maxLength: 40 }), fc.string({ unit: 'binary', maxLength: 20 }));

  it('in any parameter is a 400 or a 401, and never shows control characters', async () => {
    const good = await answered();
    await fc.assert(
      fc.asyncProperty(name, text, fc.boolean(), async (which, what, quoted) => {
        const value = edited(good, { [which]: undefined });
        const written = quoted ? `"${what}"` : what;
        const { status, saw } = await answerTo(`${value}, ${which}=${written}`);
        if (!['stale', 'x', 'userhash', 'opaque', 'algorithm', 'nc'].includes(which))
          expect(status).not.toBe(200);
        expect([200, 400, 401]).toContain(status);
        expect(saw ?? '').not.toMatch(/\p{Cc}|\p{Cf}/u);
        expect((saw ?? '').length).toBeLessThanOrEqual(200);
      }),
      { numRuns: 1500 },
    );
  });

  const size = 15 * 1024;

  it.each([
    ...['username', 'username*', 'realm', 'nonce', 'uri', 'response', 'cnonce', 'opaque', 'qop', 'x'],
  ])('of 15 KiB in %s is answered in under 50 ms', async (which) => {
    const value = edited(await answered(), { [which]: undefined });
    const letters = ['x', '\\"', ',', '%41', '=', 'é'];
    for (const filling of letters.map((letter) => letter.repeat(size / letter.length))) {
      for (const sample of [
        `${value}, ${which}="${filling}"`,
        `${value}, ${which}=${filling}`,
        `Digest ${filling}`,
      ]) {
        if (which !== 'x') expect((await answerTo(sample)).status).not.toBe(200);
        expect(await duration(() => answerTo(sample))).toBeLessThan(50);
      }
    }
  });

  it('of 15 KiB in the target costs no more', async () => {
    const scheme = schemeWith({ algorithm: 'SHA-512-256' });
    const long = `/door?q=${'x'.repeat(size)}`;
    const value = await answered({ uri: long, password: 'wrong' }, scheme);
    expect((await judged(value, scheme, { target: long })).last?.check).toBe('response proves the password');
    expect(await duration(() => judged(value, scheme, { target: long }))).toBeLessThan(50);
  });
});
