import { anyone, concealed, requireRole } from '@/lib/http-auth/policies';
import { basic, basicCredentials } from '@/lib/http-auth/schemes/basic/basic';
import { authorization, basicLine, get } from '../drafts';
import { defineExercise } from '../exercise';
import { person } from '../people';

export default defineExercise({
  title: 'A 404 that hides a page',
  task: 'Grace gets 404 for /plans, but Ada says that it exists. Open it.',
  level: 2,
  minutes: 2,
  goal: { status: 200, path: '/plans' },
  hints: [
    'The response does not help: it looks like that of a path that does not exist. Who asked?',
    'The third gate refused. This server answers 404 so that nobody learns that /plans exists.',
    'GET /plans with Authorization: Basic ____, as somebody with the role planner.',
  ],
  async resource(attempt) {
    const grace = await person(attempt, 'grace');
    const ada = await person(attempt, 'ada');
    return {
      realm: 'drawing office',
      schemes: [
        basic({
          accounts: [
            { ...grace, principal: { name: 'grace' } },
            { ...ada, principal: { name: 'ada', roles: ['planner'] } },
          ],
        }),
      ],
      routes: {
        '/': { policy: anyone, content: { rooms: ['/'] } },
        '/plans': { policy: concealed(requireRole('planner')), content: { plan: 'An engine, to be built.' } },
      },
      wallet: async () => ({
        'grace-username': { label: "Grace's user name", value: grace.username },
        'grace-password': { label: "Grace's password", value: grace.password },
        'ada-username': { label: "Ada's user name", value: ada.username },
        'ada-password': { label: "Ada's password", value: ada.password },
      }),
    };
  },
  start: (w) => get('/plans', basicLine(w, 'grace')),
  solution: (w) => get('/plans', basicLine(w, 'ada')),
  reasons: ['The 404 hides the plans from everybody without the role planner, and Ada holds it.'],
  mistakes: [
    {
      name: 'without credentials',
      draft: () => get('/plans'),
      status: 404,
      misconception: '404-means-a-typo',
    },
    {
      name: 'a path that really is not there',
      draft: (w) => get('/plants', basicLine(w, 'ada')),
      status: 404,
    },
    {
      name: 'Grace where there is nothing',
      draft: (w) => get('/plants', basicLine(w, 'grace')),
      status: 404,
    },
    {
      name: 'a stranger where there is nothing',
      draft: () => get('/plants'),
      status: 404,
    },
    {
      name: 'Ada with a wrong password',
      draft: (w) => get('/plans', authorization(basicCredentials(w['ada-username'], w['grace-password']))),
      status: 404,
    },
    {
      name: 'a slash at the end',
      draft: (w) => get('/plans/', basicLine(w, 'ada')),
      status: 404,
    },
    {
      name: 'Grace at the entrance',
      draft: (w) => get('/', basicLine(w, 'grace')),
      status: 200,
      misconception: '403-means-i-am-logged-in',
    },
    {
      name: 'capital letters in the path',
      draft: (w) => get('/Plans', basicLine(w, 'ada')),
      status: 404,
      misconception: '404-means-a-typo',
    },
  ],
});
