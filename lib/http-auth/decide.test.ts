import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { decide, type Resource } from './decide';
import { type Decision, type Stage, type Step, stages } from './decision';
import { authorized, env, request } from './fixtures';
import { formatChallenge, param, parseChallenges } from './grammar';
import type { Message } from './message';
import { anyone, concealed, nobody, ownerOnly, type Policy, requireRole, requireScope } from './policies';
import { isRule } from './rule';
import { apiKey } from './schemes/api-key';
import { basic, basicCredentials } from './schemes/basic';
import { bearer } from './schemes/bearer';
import { jwtTokens } from './schemes/jwt';
import { opaqueTokens } from './schemes/token';
import { syntaxChecks } from './syntax';

const ada = { name: 'Ada', roles: ['administrator'], scopes: ['read', 'write'] };
const grace = { name: 'Grace', scopes: ['read'] };
const key = 'toy-key-of-ada-0001';

const basicScheme = basic({
  accounts: [
    { username: 'ada', password: 'sesame', principal: ada },
    { username: 'grace', password: 'hopper', principal: grace },
  ],
});
const bearerScheme = bearer({
  tokens: opaqueTokens({ 'toy-ada': { principal: ada }, 'toy-grace': { principal: grace } }),
});
const keyScheme = apiKey({ keys: { [key]: ada } });
const jwtScheme = bearer({
  tokens: jwtTokens({
    issuer: 'https://issuer.example',
    audience: 'https://door.example',
    keys: [
      {
        kty: 'OKP',
        crv: 'Ed25519',
        x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
        kid: 'a',
        alg: 'EdDSA',
      },
    ],
  }),
});

const door = (policy: Policy, ...schemes: Resource['schemes'][number][]): Resource => ({
  realm: 'lobby',
  schemes: schemes.length ? (schemes as unknown as Resource['schemes']) : [basicScheme],
  policy,
});

const ran = ({ trace }: Decision) => trace.filter(({ outcome }) => outcome !== 'skipped');
const lastOf = (decision: Decision) => ran(decision).at(-1) as Step;
const challengesOf = (decision: Decision) =>
  'challenges' in decision ? decision.challenges.map(formatChallenge) : [];

describe('decide', () => {
  it('asks who is there, without an error, where nothing was sent (RFC 9110 §15.5.2, RFC 6750 §3.1)', async () => {
    const decision = await decide(request([]), door(anyone, bearerScheme, basicScheme), env);
    expect(decision.status).toBe(401);
    expect(challengesOf(decision)).toEqual(['Bearer realm="lobby"', 'Basic realm="lobby", charset="UTF-8"']);
    expect(lastOf(decision)).toMatchObject({
      check: 'credentials are presented',
      saw: 'no Authorization field',
    });
  });

  it('lists what a refusal did not reach, gate by gate', async () => {
    const { trace } = await decide(request([]), door(requireRole('administrator')), env);
    expect(trace.map(({ check, outcome }) => [check, outcome])).toEqual([
      ...syntaxChecks.map(({ check }) => [check, 'passed']),
      ['credentials are presented', 'failed'],
      ...basicScheme.checks.map(({ check }) => [check, 'skipped']),
      ['role administrator is held', 'skipped'],
    ]);
  });

  it('lets in whom it knows and who may (RFC 9110 §11.4)', async () => {
    const decision = await decide(
      authorized('Bearer toy-ada'),
      door(requireScope('write'), bearerScheme),
      env,
    );
    expect(decision).toMatchObject({ status: 200, principal: ada, fields: [] });
    expect(decision.trace.every(({ outcome }) => outcome === 'passed')).toBe(true);
  });

  it('tells a wrong password from none only by the trace (RFC 9110 §11.4)', async () => {
    const decision = await decide(authorized(basicCredentials('ada', 'wrong')), door(anyone), env);
    expect(decision.status).toBe(401);
    expect(challengesOf(decision)).toEqual(['Basic realm="lobby", charset="UTF-8"']);
  });

  it('refuses whom it knows and who may not with 403, without a challenge (RFC 9110 §15.5.4)', async () => {
    const decision = await decide(
      authorized(basicCredentials('grace', 'hopper')),
      door(requireRole('administrator')),
      env,
    );
    expect(decision).toMatchObject({ status: 403, principal: grace, challenges: [] });
  });

  it('names the scope that is missing beside a 403 (RFC 6750 §3.1)', async () => {
    const decision = await decide(
      authorized('Bearer toy-grace'),
      door(requireScope('write'), bearerScheme),
      env,
    );
    expect(decision.status).toBe(403);
    const [challenge] = 'challenges' in decision ? decision.challenges : [];
    expect(challenge && param(challenge, 'error')).toBe('insufficient_scope');
    expect(challenge && param(challenge, 'scope')).toBe('write');
  });

  it('puts the error into the challenge of the scheme that was used, and into no other (RFC 6750 §3)', async () => {
    const decision = await decide(authorized('Bearer unknown'), door(anyone, basicScheme, bearerScheme), env);
    expect(decision.status).toBe(401);
    expect(challengesOf(decision)).toEqual([
      'Basic realm="lobby", charset="UTF-8"',
      'Bearer realm="lobby", error="invalid_token", error_description="The access token is not known"',
    ]);
  });

  it('answers two Authorization field lines with 400 and invalid_request (RFC 9110 §5.3, RFC 6750 §3.1)', async () => {
    const decision = await decide(
      authorized('Bearer toy-ada', 'Bearer toy-ada'),
      door(anyone, bearerScheme),
      env,
    );
    expect(decision.status).toBe(400);
    expect(challengesOf(decision).join()).toContain('error="invalid_request"');
  });

  it('answers Bearer without a token with 400 (RFC 6750 §3.1)', async () => {
    const decision = await decide(authorized('Bearer'), door(anyone, basicScheme, bearerScheme), env);
    expect(decision.status).toBe(400);
    expect(lastOf(decision)).toMatchObject({ stage: 'syntax', check: 'Bearer is followed by one token' });
  });

  it('uses a second scheme where the first one finds nothing', async () => {
    const decision = await decide(request([['X-API-Key', key]]), door(anyone, basicScheme, keyScheme), env);
    expect(decision.status).toBe(200);
  });

  it('hides every refusal of a concealed resource, whichever gate it fell at (RFC 9110 §15.5.4)', async () => {
    const messages = [
      request([]),
      authorized('“Basic abc”'),
      authorized(basicCredentials('ada', 'wrong')),
      authorized(basicCredentials('grace', 'hopper')),
    ];
    for (const message of messages) {
      const { trace, ...rest } = await decide(message, door(concealed(requireRole('administrator'))), env);
      expect(rest).toEqual({ status: 404 });
      expect(trace.some(({ outcome }) => outcome === 'failed')).toBe(true);
    }
    const granted = await decide(
      authorized(basicCredentials('ada', 'sesame')),
      door(concealed(requireRole('administrator'))),
      env,
    );
    expect(granted.status).toBe(200);
  });
});

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
      ),
      fc.boolean(),
    )
    .map(([inner, hides]) => (hides ? concealed(inner) : inner));
  const resource = fc
    .tuple(fc.uniqueArray(scheme, { minLength: 1, maxLength: 3 }), policy)
    .map(([schemes, own]) => door(own, ...schemes));

  const holds = (law: (decision: Decision, resource: Resource, message: Message) => void) => () =>
    fc.assert(
      fc.asyncProperty(message, resource, async (one, at) => law(await decide(one, at, env), at, one)),
      { numRuns: 1000 },
    );

  const statuses: Record<Stage, number> = { syntax: 400, authentication: 401, authorization: 403 };

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
      const found = parseChallenges(value);
      expect(found.ok).toBe(true);
      if (!found.ok) return;
      if (decision.status === 401) {
        expect(found.value.map((one) => one.scheme)).toEqual(schemes.map((one) => one.name));
      }
      for (const one of found.value) expect(param(one, 'realm')).toBe('lobby');
    }),
  );

  test(
    'the trace goes through the gates in order and names no check twice',
    holds(({ trace }) => {
      const order = trace.map(({ stage }) => stages.indexOf(stage));
      expect(order).toEqual([...order].sort());
      expect(new Set(trace.map(({ check }) => check)).size).toBe(trace.length);
    }),
  );

  test(
    'a refusal tells of every check of the scheme that judged',
    holds(({ status, trace }, { schemes, policy }) => {
      if (status === 200) return;
      const told = new Set(trace.map(({ check }) => check));
      const whole = (checks: readonly { check: string }[]) => checks.every(({ check }) => told.has(check));
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
    'a secret that was sent is never shown (RFC 9110 §17.16.1)',
    holds(({ trace }) => {
      expect(JSON.stringify(trace)).not.toMatch(new RegExp(`sesame|hopper|${key}|${btoa('ada:sesame')}`));
    }),
  );
});

describe('check names', () => {
  it.each([basicScheme, bearerScheme, jwtScheme, keyScheme])(
    'come once in $name with syntax and policy',
    ({ checks }) => {
      const all = [...syntaxChecks, ...checks, ...requireScope('read').checks].map(({ check }) => check);
      expect(new Set([...all, 'credentials are presented']).size).toBe(all.length + 1);
    },
  );
});
