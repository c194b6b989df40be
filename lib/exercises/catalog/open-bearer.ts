import { anyone, requireScope } from '@/lib/http-auth/policies';
import { tokenService } from '../api-tokens';
import { authorization, get } from '../drafts';
import { defineExercise } from '../exercise';

export default defineExercise({
  title: 'Open door: Bearer',
  task: 'A plain Bearer endpoint with JWT access tokens, good and bad ones, for testing your own client.',
  level: 1,
  open: true,
  goal: { status: 200 },
  hints: [
    'The parameter error in WWW-Authenticate tells why the token was refused.',
    'A token that is not valid gets 401, a scope that is too small 403.',
    'Authorization: Bearer ____, with the access token.',
  ],
  async resource(attempt) {
    const { scheme, issuer, at } = await tokenService(attempt);
    const claims = { sub: 'ada', scope: 'read write' };
    const entry = async (label: string, tokenClaims: Record<string, unknown>) => ({
      label,
      value: await issuer.token({ ...claims, ...tokenClaims }),
    });
    return {
      realm: 'open door',
      schemes: [scheme],
      routes: {
        '/': { policy: requireScope('read'), methods: ['GET', 'POST'] },
        '/write': { policy: requireScope('write'), methods: ['GET', 'POST'] },
        '/.well-known/jwks.json': { policy: anyone, open: true, content: { keys: [issuer.jwk] } },
      },
      wallet: async () => ({
        token: await entry('Scope read write', {}),
        'read-token': await entry('Scope read', { scope: 'read' }),
        'expired-token': await entry('Expired', { iat: at(-7200), exp: at(-3600) }),
        'early-token': await entry('Not valid yet', { nbf: at(3600), exp: at(7200) }),
        'foreign-token': await entry('For another audience', { aud: 'https://calendar.example' }),
        'other-issuer-token': await entry('Of another issuer', { iss: 'https://login.example' }),
      }),
    };
  },
  start: () => get('/'),
  solution: ({ token }) => get('/', authorization(`Bearer ${token}`)),
  mistakes: [
    { name: 'nobody', draft: () => get('/'), status: 401, fails: 'credentials are presented' },
    {
      name: 'expired',
      draft: (w) => get('/', authorization(`Bearer ${w['expired-token']}`)),
      status: 401,
      fails: 'exp is still to come',
    },
    {
      name: 'not valid yet',
      draft: (w) => get('/', authorization(`Bearer ${w['early-token']}`)),
      status: 401,
      fails: 'nbf has come',
    },
    {
      name: 'for another audience',
      draft: (w) => get('/', authorization(`Bearer ${w['foreign-token']}`)),
      status: 401,
      fails: 'aud contains this server',
    },
    {
      name: 'of another issuer',
      draft: (w) => get('/', authorization(`Bearer ${w['other-issuer-token']}`)),
      status: 401,
      fails: 'iss is the issuer that is trusted here',
    },
    {
      name: 'scope too small',
      draft: (w) => get('/write', authorization(`Bearer ${w['read-token']}`)),
      status: 403,
      fails: 'scope write is granted',
    },
    {
      name: 'the word alone',
      draft: () => get('/', authorization('Bearer')),
      status: 400,
      fails: 'Bearer is followed by one token',
    },
  ],
});
