import { expect, it, test } from 'vitest';
import { decide, type Resource } from './decide';
import { authorized, env, request } from './fixtures';
import { concealed, requireScope, stepUp } from './policies';
import { basicScheme, challengesOf, lastOf } from './resources.fixtures';
import { bearer } from './schemes/bearer/bearer';
import { scheme as bearerScheme, seconds, withClaims } from './schemes/jwt/fixtures';
import { opaqueTokens } from './schemes/token';

const policy = stepUp({ acr: 'strong', maxAge: 300 }, requireScope('write'));
const vault: Resource = { realm: 'vault', schemes: [bearerScheme], policy };
const asked = async (claims: object, at = vault) =>
  decide(authorized(`Bearer ${await withClaims(claims)}`), at, env);

it.each<[string, object, string, string]>([
  ['no word about the login', {}, 'sign-in is strong enough', 'no acr in the token'],
  ['a weak login', { acr: 'password', auth_time: seconds }, 'sign-in is strong enough', 'acr password'],
  ['an acr that is no string', { acr: ['strong'] }, 'sign-in is strong enough', 'no acr in the token'],
  ['no time of login', { acr: 'strong' }, 'sign-in is fresh enough', 'no auth_time in the token'],
  [
    'a time in a string',
    { acr: 'strong', auth_time: String(seconds) },
    'sign-in is fresh enough',
    'no auth_time in the token',
  ],
  [
    'an old login',
    { acr: 'strong', auth_time: seconds - 301 },
    'sign-in is fresh enough',
    'a sign-in 301 s ago',
  ],
])(
  'a token with %s gets 401 and is told what is wanted (RFC 9470 §3)',
  async (_title, claims, check, saw) => {
    const decision = await asked(claims);
    expect(decision.status).toBe(401);
    expect(challengesOf(decision)).toEqual([
      'Bearer realm="vault", error="insufficient_user_authentication", error_description="A stronger or more recent sign-in is needed", acr_values="strong", max_age="300"',
    ]);
    expect(lastOf(decision)).toMatchObject({ stage: 'authentication', check, outcome: 'failed', saw });
    expect(decision.trace.at(-1)).toMatchObject({ check: 'scope write is granted', outcome: 'skipped' });
  },
);

it('a strong and fresh login gets through, and then the scope counts', async () => {
  const login = { acr: 'strong', auth_time: seconds - 300 };
  expect((await asked(login)).status).toBe(200);
  expect((await asked({ ...login, scope: 'read' })).status).toBe(403);
});

it('the error stands on the scheme that was used alone (RFC 9110 §11.6.1)', async () => {
  const decision = await asked({}, { ...vault, schemes: [basicScheme, bearerScheme] });
  expect(challengesOf(decision)[0]).toBe('Basic realm="vault", charset="UTF-8"');
  expect(challengesOf(decision)[1]).toContain('insufficient_user_authentication');
});

it('a hidden resource asks for nothing (RFC 9110 §15.5.4)', async () => {
  expect((await asked({}, { ...vault, policy: concealed(policy) })).status).toBe(404);
});

test('the challenge names the metadata of the resource that was asked for (RFC 9728 §5.1)', async () => {
  const scheme = bearer({
    tokens: opaqueTokens({}),
    metadata: ({ target }, { origin }) => `${origin}/.well-known/oauth-protected-resource${target}`,
  });
  const decision = await decide(request([]), { ...vault, schemes: [scheme] }, env);
  expect(challengesOf(decision)).toEqual([
    'Bearer realm="vault", resource_metadata="https://doorman.example/.well-known/oauth-protected-resource/door"',
  ]);
});
