import { anyone } from '@/lib/http-auth/policies';
import { tokenService } from '../api-tokens';
import { authorization, get } from '../drafts';
import { defineExercise } from '../exercise';

export default defineExercise({
  title: 'A valid token for another API',
  task: 'The token is genuine and has not expired, but this API refuses it. Use the token that was made for this API.',
  level: 2,
  minutes: 2,
  goal: { status: 200, path: '/parcels' },
  hints: [
    'Decode the token. Which API was it made for?',
    'The second gate refused you: a token is valid only at the audience that it names.',
    'Authorization: Bearer ____, with the token whose aud names this API.',
  ],
  async resource(attempt) {
    const { scheme, issuer } = await tokenService(attempt);
    const claims = { sub: 'grace', scope: 'parcels:read' };
    return {
      realm: 'parcels',
      schemes: [scheme],
      routes: { '/parcels': { policy: anyone, content: { waiting: ['a typewriter'] } } },
      wallet: async () => ({
        'calendar-token': {
          label: 'Token for the calendar',
          value: await issuer.token({ ...claims, aud: 'https://calendar.example' }),
        },
        'id-token': {
          label: 'ID token of the sign-in page',
          value: await issuer.token({ sub: 'grace', aud: 'parcels-app', nonce: 'n-0S6' }, { typ: 'JWT' }),
        },
        'parcels-token': { label: 'Token for this API', value: await issuer.token(claims) },
      }),
    };
  },
  start: (w) => get('/parcels', authorization(`Bearer ${w['calendar-token']}`)),
  solution: (w) => get('/parcels', authorization(`Bearer ${w['parcels-token']}`)),
  reasons: ['The audience of this token is the parcels API, so the API accepts it.'],
  mistakes: [
    {
      name: 'the ID token',
      draft: (w) => get('/parcels', authorization(`Bearer ${w['id-token']}`)),
      status: 401,
      fails: 'typ is that of an access token',
      misconception: 'a-valid-token-is-valid-everywhere',
    },
    {
      name: 'the audience named in the request',
      draft: (w) =>
        get('/parcels?aud=https://api.doorman.example', authorization(`Bearer ${w['calendar-token']}`)),
      status: 401,
      fails: 'aud contains this server',
      misconception: 'the-client-says-who-it-is',
    },
    {
      name: 'two tokens in one line',
      draft: (w) =>
        get('/parcels', authorization(`Bearer ${w['calendar-token']}, Bearer ${w['parcels-token']}`)),
      status: 400,
      fails: 'Authorization is a scheme with its credentials',
      misconception: 'more-is-safer',
    },
    {
      name: 'parts of two tokens put together',
      draft: (w) => {
        const [header, , signature] = w['calendar-token'].split('.');
        return get(
          '/parcels',
          authorization(`Bearer ${[header, w['parcels-token'].split('.')[1], signature].join('.')}`),
        );
      },
      status: 401,
      fails: 'signature verifies',
      misconception: 'a-jwt-can-be-edited',
    },
    {
      name: 'the right token under the wrong scheme',
      draft: (w) => get('/parcels', authorization(`JWT ${w['parcels-token']}`)),
      status: 401,
      fails: 'credentials are presented',
      misconception: 'any-scheme-will-do',
    },
  ],
});
