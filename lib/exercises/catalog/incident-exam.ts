import { get } from '../drafts';
import { examExercise, listed } from '../exam-exercise';
import { drawn } from '../incident';
import { incidentPool } from '../incident-pool';

export default examExercise({
  title: 'The night shift',
  task: 'Six incidents came in. GET / shows each one: what people report, and the request that failed. Send each request so that it succeeds, with any client you like. When all six are solved, GET /badge gives you the badge.',
  minutes: 20,
  draw: (attempt) => drawn(incidentPool, attempt),
  mistakes: [
    {
      name: 'an unreadable request once more, as it was captured',
      draft: async (wallet, ask) => {
        const paths = (await listed(ask)).map(({ path }) => path);
        const incident = incidentPool.find(({ ward, path }) => ward === 'syntax' && paths.includes(path));
        return incident?.captured(wallet) ?? get('/');
      },
      status: 400,
      fails: 'Bearer is followed by one token',
      misconception: 'retry-until-it-works',
    },
  ],
});
