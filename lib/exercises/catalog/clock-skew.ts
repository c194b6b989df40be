import { anyone } from '@/lib/http-auth/policies';
import { tokenService } from '../api-tokens';
import { authorization, get, sendJson, tampered, unsigned } from '../drafts';
import { defineExercise } from '../exercise';
import { movedClock } from '../moved-clock';

export default defineExercise({
  title: 'A server clock that is slow',
  task: 'Ada’s token was made a moment ago, and the server says that it is not valid yet. Correct the server clock with POST /clock and {"offsetSeconds": n}; then read /timetable.',
  level: 2,
  goal: { status: 200, path: '/timetable' },
  hints: [
    'Compare the Date header of the response with the true time.',
    'The second gate compares nbf and iat with the clock of the server. That clock is two hours slow.',
    'POST /clock with {"offsetSeconds": ____}, the difference that a right clock has. Then send the token again.',
  ],
  async resource(attempt) {
    const { scheme, issuer, at } = await tokenService(attempt);
    const clock = movedClock(-7200);
    const claims = { sub: 'ada', scope: 'read' };
    return {
      realm: 'station',
      schemes: [clock.over(scheme)],
      routes: {
        '/timetable': { policy: anyone, content: { next: '10:15 to Cambridge, platform 2' } },
        '/clock': clock.route,
      },
      wallet: async () => ({
        token: {
          label: "Ada's token, made just now, good for an hour",
          value: await issuer.token({ ...claims, iat: at(0), nbf: at(0), exp: at(3600) }),
        },
      }),
    };
  },
  start: ({ token }) => get('/timetable', authorization(`Bearer ${token}`)),
  solution: async ({ token }, ask) => {
    await ask(sendJson('/clock', { offsetSeconds: 0 }));
    return get('/timetable', authorization(`Bearer ${token}`));
  },
  reasons: [
    'The server’s clock is wrong, so it has to be set to the true time.',
    'The token has become valid by the corrected clock, so it is sent again unchanged.',
  ],
  mistakes: [
    {
      name: 'the same again, two hours too early',
      draft: async ({ token }, ask) => {
        await ask(sendJson('/clock', { offsetSeconds: -7200 }));
        return get('/timetable', authorization(`bearer ${token}`));
      },
      status: 401,
      fails: 'nbf has come',
      misconception: 'retry-until-it-works',
    },
    {
      name: 'the clock set two hours ahead',
      draft: async ({ token }, ask) => {
        await ask(sendJson('/clock', { offsetSeconds: 7200 }));
        return get('/timetable', authorization(`Bearer ${token}`));
      },
      status: 401,
      fails: 'exp is still to come',
    },
    {
      name: 'nbf edited by hand',
      draft: ({ token }) => get('/timetable', authorization(`Bearer ${tampered(token, { nbf: 0, iat: 0 })}`)),
      status: 401,
      fails: 'signature verifies',
      misconception: 'a-jwt-can-be-edited',
    },
    {
      name: 'the signature taken off',
      draft: ({ token }) => get('/timetable', authorization(`Bearer ${unsigned(token)}`)),
      status: 401,
      fails: 'alg is the one of the key',
    },
    {
      name: 'a Date field in the request',
      draft: () => get('/timetable', ['Date', 'Mon, 23 Nov 2026 10:00:00 GMT']),
      status: 401,
      fails: 'credentials are presented',
    },
    {
      name: 'the clock moved by more than a day',
      draft: () => sendJson('/clock', { offsetSeconds: 100_000 }),
      status: 400,
      fails: 'the offset is a whole number of seconds, at most a day',
    },
  ],
});
