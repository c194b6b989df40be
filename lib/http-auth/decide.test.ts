import { describe, expect, it } from 'vitest';
import { decide } from './decide';
import { authorized, env, request } from './fixtures';
import { param } from './grammar';
import { anyone, concealed, requireRole, requireScope } from './policies';
import {
  ada,
  basicScheme,
  bearerScheme,
  challengesOf,
  grace,
  jwtScheme,
  key,
  keyScheme,
  lastOf,
  resourceWith,
} from './resources.fixtures';
import { basicCredentials } from './schemes/basic/basic';
import { syntaxChecks } from './syntax';

describe('decide', () => {
  it('asks who is there, without an error, where nothing was sent (RFC 9110 §15.5.2, RFC 6750 §3.1)', async () => {
    const decision = await decide(request([]), resourceWith(anyone, bearerScheme, basicScheme), env);
    expect(decision.status).toBe(401);
    expect(challengesOf(decision)).toEqual(['Bearer realm="lobby"', 'Basic realm="lobby", charset="UTF-8"']);
    expect(lastOf(decision)).toMatchObject({
      check: 'credentials are presented',
      saw: 'no Authorization header',
    });
  });

  it('lists what a refusal did not reach, gate by gate', async () => {
    const { trace } = await decide(request([]), resourceWith(requireRole('administrator')), env);
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
      resourceWith(requireScope('write'), bearerScheme),
      env,
    );
    expect(decision).toMatchObject({ status: 200, principal: ada, fields: [] });
    expect(decision.trace.every(({ outcome }) => outcome === 'passed')).toBe(true);
  });

  it('tells a wrong password from none only by the trace (RFC 9110 §11.4)', async () => {
    const decision = await decide(authorized(basicCredentials('ada', 'wrong')), resourceWith(anyone), env);
    expect(decision.status).toBe(401);
    expect(challengesOf(decision)).toEqual(['Basic realm="lobby", charset="UTF-8"']);
  });

  it('refuses whom it knows and who may not with 403, without a challenge (RFC 9110 §15.5.4)', async () => {
    const decision = await decide(
      authorized(basicCredentials('grace', 'hopper')),
      resourceWith(requireRole('administrator')),
      env,
    );
    expect(decision).toMatchObject({ status: 403, principal: grace, challenges: [] });
  });

  it('names the scope that is missing beside a 403 (RFC 6750 §3.1)', async () => {
    const decision = await decide(
      authorized('Bearer toy-grace'),
      resourceWith(requireScope('write'), bearerScheme),
      env,
    );
    expect(decision.status).toBe(403);
    const [challenge] = 'challenges' in decision ? decision.challenges : [];
    expect(challenge && param(challenge, 'error')).toBe('insufficient_scope');
    expect(challenge && param(challenge, 'scope')).toBe('write');
  });

  it('puts the error into the challenge of the scheme that was used, and into no other (RFC 6750 §3)', async () => {
    const decision = await decide(
      authorized('Bearer unknown'),
      resourceWith(anyone, basicScheme, bearerScheme),
      env,
    );
    expect(decision.status).toBe(401);
    expect(challengesOf(decision)).toEqual([
      'Basic realm="lobby", charset="UTF-8"',
      'Bearer realm="lobby", error="invalid_token", error_description="The access token is not known"',
    ]);
  });

  it('answers two Authorization field lines with 400 and invalid_request (RFC 9110 §5.3, RFC 6750 §3.1)', async () => {
    const decision = await decide(
      authorized('Bearer toy-ada', 'Bearer toy-ada'),
      resourceWith(anyone, bearerScheme),
      env,
    );
    expect(decision.status).toBe(400);
    expect(challengesOf(decision).join()).toContain('error="invalid_request"');
  });

  it('answers Bearer without a token with 400 (RFC 6750 §3.1)', async () => {
    const decision = await decide(authorized('Bearer'), resourceWith(anyone, basicScheme, bearerScheme), env);
    expect(decision.status).toBe(400);
    expect(lastOf(decision)).toMatchObject({ stage: 'syntax', check: 'Bearer is followed by one token' });
  });

  it('uses a second scheme where the first one finds nothing', async () => {
    const decision = await decide(
      request([['X-API-Key', key]]),
      resourceWith(anyone, basicScheme, keyScheme),
      env,
    );
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
      const { trace, ...rest } = await decide(
        message,
        resourceWith(concealed(requireRole('administrator'))),
        env,
      );
      expect(rest).toEqual({ status: 404 });
      expect(trace.some(({ outcome }) => outcome === 'failed')).toBe(true);
    }
    const granted = await decide(
      authorized(basicCredentials('ada', 'sesame')),
      resourceWith(concealed(requireRole('administrator'))),
      env,
    );
    expect(granted.status).toBe(200);
  });
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
