/** Resources for the tests of `decide`: two people, four schemes, and what can be read off a decision. */
import type { Resource } from './decide';
import type { Decision, Step } from './decision';
import { formatChallenge } from './grammar';
import type { Policy } from './policies';
import { apiKey } from './schemes/api-key/api-key';
import { basic } from './schemes/basic/basic';
import { bearer } from './schemes/bearer/bearer';
import { jwtTokens } from './schemes/jwt/jwt';
import { opaqueTokens } from './schemes/token';

export const ada = { name: 'Ada', roles: ['administrator'], scopes: ['read', 'write'] };
export const grace = { name: 'Grace', scopes: ['read'] };
export const key = 'toy-key-of-ada-0001';

export const basicScheme = basic({
  accounts: [
    { username: 'ada', password: 'sesame', principal: ada },
    { username: 'grace', password: 'hopper', principal: grace },
  ],
});
export const bearerScheme = bearer({
  tokens: opaqueTokens({ 'toy-ada': { principal: ada }, 'toy-grace': { principal: grace } }),
});
export const keyScheme = apiKey({ keys: { [key]: ada } });
export const jwtScheme = bearer({
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

export const resourceWith = (policy: Policy, ...schemes: Resource['schemes'][number][]): Resource => ({
  realm: 'lobby',
  schemes: schemes.length ? (schemes as unknown as Resource['schemes']) : [basicScheme],
  policy,
});

export const ran = ({ trace }: Decision) => trace.filter(({ outcome }) => outcome !== 'skipped');
export const lastOf = (decision: Decision) => ran(decision).at(-1) as Step;
export const challengesOf = (decision: Decision) =>
  'challenges' in decision ? decision.challenges.map(formatChallenge) : [];
