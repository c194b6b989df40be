import { withinBudget } from '@/lib/http-auth/budget';
import { anyone } from '@/lib/http-auth/policies';
import { basic, basicCredentials } from '@/lib/http-auth/schemes/basic/basic';
import { authorization, basicLine, get } from '../drafts';
import { defineExercise } from '../exercise';
import { person } from '../people';

export default defineExercise({
  title: 'Too many requests',
  task: 'The server recognises Alan and lets him in three times in ten minutes. Send the request until you get a 429.',
  level: 2,
  goal: { status: 429 },
  hints: [
    'Send the same request again, and read the trace each time: it counts.',
    'The third gate counts the requests of each person that was recognised. A 401 is not counted.',
    'Authorization: Basic ____, with Alan’s credentials, four times.',
  ],
  async resource(attempt) {
    const alan = await person(attempt, 'alan');
    return {
      realm: 'bell',
      schemes: [basic({ accounts: [{ ...alan, principal: { name: 'alan' } }] })],
      routes: {
        '/': {
          policy: withinBudget({ requests: 3, seconds: 600 }, anyone),
          content: { message: 'Come in, Alan. What was it this time?' },
        },
      },
      wallet: async () => ({
        'alan-username': { label: "Alan's user name", value: alan.username },
        'alan-password': { label: "Alan's password", value: alan.password },
      }),
    };
  },
  start: () => get('/'),
  solution: async (w, ask) => {
    const knock = get('/', basicLine(w, 'alan'));
    for (let knocks = 0; knocks < 3; knocks += 1) await ask(knock);
    return knock;
  },
  reasons: [
    'It is the first of three requests that are allowed in ten minutes.',
    'It is the second of the three.',
    'It is the third, and the last that is allowed.',
    'It is one too many, so the response is 429.',
  ],
  mistakes: [
    {
      name: 'nobody knocks four times',
      draft: async (_wallet, ask) => {
        for (let knocks = 0; knocks < 3; knocks += 1) await ask(get('/'));
        return get('/');
      },
      status: 401,
      fails: 'credentials are presented',
      misconception: 'retry-until-it-works',
    },
    {
      name: 'a wrong password, again and again',
      draft: async (w, ask) => {
        const knock = get('/', authorization(basicCredentials(w['alan-username'], 'open-sesame')));
        for (let knocks = 0; knocks < 3; knocks += 1) await ask(knock);
        return knock;
      },
      status: 401,
      fails: 'user name and password belong together',
      misconception: 'retry-until-it-works',
    },
    {
      name: 'Retry-After in the request',
      draft: () => get('/', ['Retry-After', '600']),
      status: 401,
      fails: 'credentials are presented',
    },
    {
      name: 'two Authorization lines in one request',
      draft: (w) => {
        const line = basicLine(w, 'alan');
        return get('/', line, line);
      },
      status: 400,
      fails: 'at most one Authorization header',
      misconception: 'more-is-safer',
    },
    {
      name: 'another method',
      draft: (w) => ({
        method: 'POST',
        path: '/',
        fields: [basicLine(w, 'alan')],
      }),
      status: 405,
    },
    {
      name: 'another path',
      draft: (w) => get('/bell', basicLine(w, 'alan')),
      status: 404,
    },
  ],
});
