import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decide, type Resource } from './decide';
import { type Decision, type Step, stages } from './decision';
import { env, request } from './fixtures';
import { param, parseChallenges } from './grammar';
import type { Message } from './message';
import { anyone, concealed, nobody, ownerOnly, requireRole, requireScope, stepUp } from './policies';
import {
  basicScheme,
  bearerScheme,
  challengesOf,
  jwtScheme,
  key,
  keyScheme,
  lastOf,
  ran,
  resourceWith,
} from './resources.fixtures';
import { isRule } from './rule';
import { basicCredentials } from './schemes/basic/basic';
import { syntaxChecks } from './syntax';

describe('laws, over many messages', () => {
  const piece = fc.constantFrom(
    ...[
      'Basic',
      'Bearer',
      'ApiKey',
      'Digest',
      ' ',
      '  ',
      '\t',
      ',',
      ', ',
      '"',
      '“',
      ':',
      '=',
      'toy-ada',
      'toy-grace',
    ],
    ...[
      'undefined',
      'eyJhbGciOiJub25lIn0.e30.',
      'eyJhbGciOiJFZERTQSJ9.e30.AAAA',
      'access_token',
      '\\',
      '\0',
      '\n',
      'é',
    ],
    basicCredentials('ada', 'sesame'),
    basicCredentials('grace', 'hopper'),
    basicCredentials('grace', 'x'),
    'Bearer toy-ada',
    'Bearer toy-grace',
    key,
  );
  const value = fc.oneof(
    fc.array(piece, { maxLength: 4 }).map((pieces) => pieces.join('')),
    piece,
    fc.string({ maxLength: 30 }),
  );
  const name = fc.constantFrom(
    'Authorization',
    'authorization',
    'X-API-Key',
    'X_API_Key',
    'Host',
    'Cookie',
    'Content-Type',
  );
  const message: fc.Arbitrary<Message> = fc
    .record({
      fields: fc.array(fc.tuple(name, value), { maxLength: 4 }),
      target: fc.constantFrom('/', '/?access_token=toy-ada', '/?api_key=x', '/?%'),
      method: fc.constantFrom('GET', 'POST', 'HEAD'),
    })
    .map(({ fields, ...more }) => request(fields, more));
  const scheme = fc.constantFrom(basicScheme, bearerScheme, keyScheme, jwtScheme);
  const policy = fc
    .tuple(
      fc.constantFrom(
        anyone,
        nobody,
        requireRole('administrator'),
        requireScope('write'),
        ownerOnly('Grace'),
        stepUp({ acr: 'strong', maxAge: 60 }, anyone),
      ),
      fc.boolean(),
    )
    .map(([inner, hides]) => (hides ? concealed(inner) : inner));
  const resource = fc
    .tuple(fc.uniqueArray(scheme, { minLength: 1, maxLength: 3 }), policy)
    .map(([schemes, policy]) => resourceWith(policy, ...schemes));

  const holds = (law: (decision: Decision, resource: Resource, message: Message) => void) => () =>
    fc.assert(
      fc.asyncProperty(message, resource, async (asked, at) => law(await decide(asked, at, env), at, asked)),
      { numRuns: 500 },
    );

  const statuses: Partial<Record<Step['stage'], number>> = {
    syntax: 400,
    authentication: 401,
    authorization: 403,
  };

  test(
    'the last step that ran decided, and its stage fixes the status',
    holds((decision, { policy }) => {
      const failures = ran(decision).filter(({ outcome }) => outcome === 'failed');
      const last = lastOf(decision);
      if (decision.status === 200) {
        expect(failures).toEqual([]);
        expect(last.stage).toBe('authorization');
      } else {
        expect(failures).toEqual([last]);
        expect(decision.status).toBe(policy.conceals ? 404 : statuses[last.stage]);
      }
    }),
  );

  test(
    'a 401 has a challenge, and every challenge parses (RFC 9110 §15.5.2)',
    holds((decision, { schemes }) => {
      const value = challengesOf(decision).join(', ');
      const parsed = parseChallenges(value);
      expect(parsed.ok).toBe(true);
      if (!parsed.ok) return;
      if (decision.status === 401) {
        expect(parsed.value.map((challenge) => challenge.scheme)).toEqual(
          schemes.map((scheme) => scheme.name),
        );
      }
      for (const challenge of parsed.value) expect(param(challenge, 'realm')).toBe('lobby');
    }),
  );

  test(
    'the trace goes through the gates in order and names no check twice',
    holds(({ trace }) => {
      const order = trace.map(({ stage }) => (stages as readonly string[]).indexOf(stage));
      expect(order).not.toContain(-1);
      expect(order).toEqual([...order].sort());
      expect(new Set(trace.map(({ check }) => check)).size).toBe(trace.length);
    }),
  );

  test(
    'a refusal tells of every check of the scheme that judged',
    holds(({ status, trace }, { schemes, policy }) => {
      if (status === 200) return;
      const listed = new Set(trace.map(({ check }) => check));
      const whole = (checks: readonly { check: string }[]) => checks.every(({ check }) => listed.has(check));
      expect(whole(syntaxChecks) && whole(policy.checks) && schemes.some(({ checks }) => whole(checks))).toBe(
        true,
      );
    }),
  );

  test(
    'evidence is short, inert and present where a check ran',
    holds(({ trace }) => {
      for (const { saw, expected, outcome, rule } of trace) {
        expect(isRule(rule)).toBe(true);
        expect(saw.length).toBeLessThanOrEqual(200);
        expect(saw).not.toMatch(/\p{Cc}|\p{Cf}/u);
        expect(saw === '').toBe(outcome === 'skipped');
        expect(Boolean(expected)).toBe(outcome === 'failed');
      }
    }),
  );

  test(
    'a secret that was sent is never shown',
    holds(({ trace }) => {
      expect(JSON.stringify(trace)).not.toMatch(new RegExp(`sesame|hopper|${key}|${btoa('ada:sesame')}`));
    }),
  );
});
