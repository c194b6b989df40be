import { ownerOnly } from '@/lib/http-auth/policies';
import { basic, basicCredentials } from '@/lib/http-auth/schemes/basic/basic';
import { authorization, get } from '../drafts';
import { defineExercise } from '../exercise';
import { person } from '../people';

export default defineExercise({
  title: 'Mine or yours?',
  task: 'Note 7 does not belong to Grace. Get a note that does, with her credentials.',
  level: 2,
  minutes: 1,
  goal: { status: 200, path: '/notes/8' },
  hints: [
    'The credentials are accepted. Which other part of the request decides?',
    'The third gate refused you: it compares the owner of the note with the person who asks.',
    'GET /notes/____ with the same credentials.',
  ],
  async resource(attempt) {
    const grace = await person(attempt, 'grace');
    const ada = await person(attempt, 'ada');
    return {
      realm: 'notes',
      schemes: [
        basic({
          accounts: [
            { ...grace, principal: { name: 'grace' } },
            { ...ada, principal: { name: 'ada' } },
          ],
        }),
      ],
      routes: {
        '/notes/7': { policy: ownerOnly('ada'), content: { note: 'Return the teapot.' } },
        '/notes/8': { policy: ownerOnly('grace'), content: { note: 'A moth was found in relay 70.' } },
      },
      wallet: async () => ({
        username: { label: "Grace's user name", value: grace.username },
        password: { label: "Grace's password", value: grace.password },
      }),
    };
  },
  start: ({ username, password }) => get('/notes/7', authorization(basicCredentials(username, password))),
  solution: ({ username, password }) => get('/notes/8', authorization(basicCredentials(username, password))),
  reasons: ['Grace is allowed to read her own note, which is number 8.'],
  mistakes: [
    {
      name: 'the owner claimed in the query',
      draft: ({ username, password }) =>
        get('/notes/7?owner=grace', authorization(basicCredentials(username, password))),
      status: 403,
      fails: 'the object belongs to the principal',
      misconception: 'the-client-says-who-it-is',
    },
    {
      name: 'the owner claimed in a field',
      draft: ({ username, password }) =>
        get('/notes/7', authorization(basicCredentials(username, password)), ['X-User', 'ada']),
      status: 403,
      fails: 'the object belongs to the principal',
      misconception: 'the-client-says-who-it-is',
    },
    {
      name: "Ada's name with Grace's password",
      draft: ({ password }) => get('/notes/7', authorization(basicCredentials('ada', password))),
      status: 401,
      fails: 'user name and password belong together',
    },
    {
      name: 'asking anonymously',
      draft: () => get('/notes/8'),
      status: 401,
      fails: 'credentials are presented',
    },
    {
      name: 'signing in again',
      draft: ({ username, password }) =>
        get('/notes/7', authorization(basicCredentials(username, password)), ['Cache-Control', 'no-cache']),
      status: 403,
      fails: 'the object belongs to the principal',
      misconception: 'log-in-again',
    },
    {
      name: 'a note that does not exist',
      draft: ({ username, password }) => get('/notes/9', authorization(basicCredentials(username, password))),
      status: 404,
    },
  ],
});
