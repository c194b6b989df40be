import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide } from '@/lib/http-auth/decide';
import { duration, env } from '@/lib/http-auth/fixtures';
import { formatChallenge } from '@/lib/http-auth/grammar';
import { anyone, requireRole } from '@/lib/http-auth/policies';
import { fieldsOf, get, grace, hmac, nonce, post, scheme, signed } from './fixtures';

describe('at a door', () => {
  const resource = { realm: 'lobby', schemes: [scheme] as const, policy: anyone };

  it('401 has a challenge of our own and asks for a signature with a nonce (RFC 9421 §5)', async () => {
    const decision = await decide(get, resource, env);
    expect(decision).toMatchObject({ status: 401 });
    expect(decision.status === 401 && decision.challenges.map(formatChallenge)).toEqual([
      'Signature realm="lobby"',
    ]);
    expect(decision.status === 401 && decision.fields?.map(([, value]) => value)).toEqual([
      `sig1=("@method" "@authority" "@path" "@query");created;nonce="${nonce}";tag="door"`,
    ]);
    const asked = await decide(await post(), resource, env);
    expect(asked.status === 401 && asked.fields?.[0]?.[1]).toContain('"@query" "content-digest");created');
    expect(scheme.registered).toBe(false);
  });

  it('a wrong signature gets a new Accept-Signature, what cannot be read 400', async () => {
    const wrong = await decide(await signed({ keyid: 'nobody' }), resource, env);
    expect(wrong.status === 401 && wrong.fields?.map(([name]) => name)).toEqual(['Accept-Signature']);
    expect(await decide(fieldsOf('a=1', 'b=2'), resource, env)).toMatchObject({ status: 400 });
  });

  it('a key that is not allowed gets 403 (RFC 9110 §15.5.4)', async () => {
    const admin = { ...resource, policy: requireRole('administrator') };
    const message = await signed({ keyid: 'grace' }, { key: hmac });
    expect(await decide(message, admin, env)).toMatchObject({ status: 403, principal: grace });
  });

  it('garbage is refused in under 50 ms', async () => {
    const part = fc.string({ unit: fc.constantFrom(...'sig1=("@method");=:, keyid?1A=\\é'), maxLength: 50 });
    await fc.assert(
      fc.asyncProperty(part, part, async (input, value) => {
        const long = (text: string) => text.repeat(Math.ceil(7_000 / Math.max(text.length, 1)));
        for (const message of [
          fieldsOf(input, value),
          fieldsOf(`sig1=("@method")${input}`, `sig1=:${value}:`),
          fieldsOf(long(input), long(value)),
        ]) {
          const took = await duration(async () =>
            expect([400, 401]).toContain((await decide(message, resource, env)).status),
          );
          expect(took).toBeLessThan(50);
        }
      }),
    );
  });
});
