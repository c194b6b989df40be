import { requireRole } from '@/lib/http-auth/policies';
import { basic, basicCredentials } from '@/lib/http-auth/schemes/basic/basic';
import { authorization, basicLine, get } from '../drafts';
import { defineExercise } from '../exercise';
import { person } from '../people';

export default defineExercise({
  title: 'Same page, another person',
  task: 'The server recognises Grace and refuses her. Get what is in the vault.',
  level: 1,
  minutes: 2,
  goal: { status: 200, path: '/vault' },
  hints: [
    'Compare this response with a 401: which header is missing?',
    'The third gate refused you. Grace was recognised, so her password is right.',
    'Authorization: Basic ____, with the credentials of a person with the role keyholder.',
  ],
  async resource(attempt) {
    const grace = await person(attempt, 'grace');
    const ada = await person(attempt, 'ada');
    return {
      realm: 'vault',
      schemes: [
        basic({
          accounts: [
            { ...grace, principal: { name: 'grace', roles: ['guest'] } },
            { ...ada, principal: { name: 'ada', roles: ['keyholder'] } },
          ],
        }),
      ],
      routes: {
        '/vault': { policy: requireRole('keyholder'), content: { inside: 'One teapot, slightly chipped.' } },
      },
      wallet: async () => ({
        'grace-username': { label: "Grace's user name", value: grace.username },
        'grace-password': { label: "Grace's password", value: grace.password },
        'ada-username': { label: "Ada's user name", value: ada.username },
        'ada-password': { label: "Ada's password", value: ada.password },
      }),
    };
  },
  start: (w) => get('/vault', basicLine(w, 'grace')),
  solution: (w) => get('/vault', basicLine(w, 'ada')),
  reasons: ['The vault is for the role keyholder, which Ada holds and Grace does not.'],
  mistakes: [
    {
      name: 'Grace once more',
      draft: (w) => get('/vault', basicLine(w, 'grace'), ['Cache-Control', 'no-cache']),
      status: 403,
      fails: 'role keyholder is held',
      misconception: 'log-in-again',
    },
    {
      name: 'nobody at all',
      draft: () => get('/vault'),
      status: 401,
      fails: 'credentials are presented',
    },
    {
      name: 'Grace with a wrong password',
      draft: (w) => get('/vault', authorization(basicCredentials(w['grace-username'], 'let-me-in'))),
      status: 401,
      fails: 'user name and password belong together',
    },
    {
      name: "Ada's name with Grace's password",
      draft: (w) => get('/vault', authorization(basicCredentials(w['ada-username'], w['grace-password']))),
      status: 401,
      fails: 'user name and password belong together',
    },
    {
      name: 'a role that the client claims for itself',
      draft: (w) => get('/vault', basicLine(w, 'grace'), ['X-Role', 'keyholder']),
      status: 403,
      fails: 'role keyholder is held',
      misconception: 'the-client-says-who-it-is',
    },
    {
      name: 'both at once',
      draft: (w) => get('/vault', basicLine(w, 'grace'), basicLine(w, 'ada')),
      status: 400,
      fails: 'at most one Authorization header',
      misconception: 'more-is-safer',
    },
  ],
});
