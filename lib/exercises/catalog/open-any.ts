import { anyone } from '@/lib/http-auth/policies';
import { basic, basicCredentials } from '@/lib/http-auth/schemes/basic/basic';
import { digest } from '@/lib/http-auth/schemes/digest/digest';
import { tokenService } from '../api-tokens';
import { digestDraft } from '../digest-answers';
import { authorization, get } from '../drafts';
import { defineExercise } from '../exercise';
import { person } from '../people';

export default defineExercise({
  title: 'Open door: any of three',
  task: 'Digest, Bearer and Basic side by side, in one header line each or all in one line, to see which of them your client takes.',
  level: 1,
  open: true,
  goal: { status: 200 },
  hints: [
    'Three challenges came back. Credentials for one of them are enough.',
    'The second gate takes whichever of the three you bring.',
    'Authorization: Bearer ____, the shortest of the three ways.',
  ],
  async resource(attempt) {
    const ada = await person(attempt, 'ada');
    const accounts = [{ ...ada, principal: { name: 'ada' } }];
    const { scheme, issuer } = await tokenService(attempt);
    const nonceKey = await attempt.derive('nonces', 32);
    return {
      realm: 'open door',
      schemes: [digest({ accounts, nonceKey }), scheme, basic({ accounts })],
      routes: { '/': { policy: anyone }, '/one-line': { policy: anyone, oneLine: true } },
      wallet: async () => ({
        username: { label: "Ada's user name", value: ada.username },
        password: { label: "Ada's password", value: ada.password },
        token: { label: "Ada's access token", value: await issuer.token({ sub: 'ada', scope: 'read' }) },
      }),
    };
  },
  start: () => get('/'),
  solution: (wallet, ask) => digestDraft(ask, get('/'), wallet),
  mistakes: [
    { name: 'nobody', draft: () => get('/'), status: 401, fails: 'credentials are presented' },
    {
      name: 'nobody, asked in one line',
      draft: () => get('/one-line'),
      status: 401,
      fails: 'credentials are presented',
    },
    {
      name: 'a fourth way',
      draft: ({ token }) => get('/', authorization(`DPoP ${token}`)),
      status: 401,
      fails: 'credentials are presented',
    },
    {
      name: 'two ways at once',
      draft: ({ username, password, token }) =>
        get('/', authorization(`Bearer ${token}`), authorization(basicCredentials(username, password))),
      status: 400,
      fails: 'at most one Authorization header',
      misconception: 'more-is-safer',
    },
    {
      name: 'two ways in one line',
      draft: ({ username, password, token }) =>
        get('/one-line', authorization(`Bearer ${token}, ${basicCredentials(username, password)}`)),
      status: 400,
      fails: 'Authorization is a scheme with its credentials',
      misconception: 'more-is-safer',
    },
    {
      name: 'Basic with a wrong password',
      draft: ({ username }) => get('/', authorization(basicCredentials(username, 'sesame'))),
      status: 401,
      fails: 'user name and password belong together',
    },
    {
      name: 'Digest with a wrong password',
      draft: ({ username }, ask) => digestDraft(ask, get('/'), { username, password: 'sesame' }),
      status: 401,
      fails: 'response proves the password',
    },
  ],
});
