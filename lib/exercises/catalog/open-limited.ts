import { withinBudget } from '@/lib/http-auth/budget';
import { anyone } from '@/lib/http-auth/policies';
import { basic, basicCredentials } from '@/lib/http-auth/schemes/basic/basic';
import { authorization, get } from '../drafts';
import { defineExercise } from '../exercise';
import { person } from '../people';

export default defineExercise({
  title: 'Open door: a small budget',
  task: 'A plain Basic endpoint that answers each user five times in 30 seconds, and then 429 with Retry-After. Test here how your own client waits.',
  level: 1,
  open: true,
  goal: { status: 200 },
  hints: [
    'A 429 says nothing about the credentials.',
    'Only requests that were recognised are counted; a 401 costs nothing.',
    'Retry-After: ____ is the number of seconds to wait.',
  ],
  async resource(attempt) {
    const ada = await person(attempt, 'ada');
    return {
      realm: 'open door',
      schemes: [basic({ accounts: [{ ...ada, principal: { name: 'ada' } }] })],
      routes: { '/': { policy: withinBudget({ requests: 5, seconds: 30 }, anyone) } },
      wallet: async () => ({
        username: { label: "Ada's user name", value: ada.username },
        password: { label: "Ada's password", value: ada.password },
      }),
    };
  },
  start: () => get('/'),
  solution: (w) => get('/', authorization(basicCredentials(w.username, w.password))),
  mistakes: [
    { name: 'nobody', draft: () => get('/'), status: 401, fails: 'credentials are presented' },
    {
      name: 'a wrong password',
      draft: (w) => get('/', authorization(basicCredentials(w.username, 'let-me-in'))),
      status: 401,
      fails: 'user name and password belong together',
    },
    {
      name: 'a colon in the clear',
      draft: (w) => get('/', authorization(`Basic ${w.username}:${w.password}`)),
      status: 401,
      fails: 'Basic is followed by one token68',
    },
    {
      name: 'two Authorization lines',
      draft: (w) => {
        const line = authorization(basicCredentials(w.username, w.password));
        return get('/', line, line);
      },
      status: 400,
      fails: 'at most one Authorization header',
    },
    {
      name: 'one knock more than the budget',
      draft: async (w, ask) => {
        const knock = get('/', authorization(basicCredentials(w.username, w.password)));
        for (let knocks = 0; knocks < 5; knocks += 1) await ask(knock);
        return knock;
      },
      status: 429,
      fails: 'the budget is not used up',
    },
  ],
});
