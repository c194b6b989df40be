import { basic, basicCredentials } from '@/lib/http-auth/schemes/basic/basic';
import { authorization, basicLine, get, send } from '../drafts';
import { defineExercise } from '../exercise';
import { person } from '../people';
import { roleTable } from '../role-table';

const path = '/recipes/7';

export default defineExercise({
  title: 'A reader may not delete',
  task: 'Recipe 7 asks for a cup of salt and must be deleted. Grace, a reader, got a 403. Ada is an editor. Delete the recipe.',
  level: 1,
  minutes: 2,
  goal: { status: 200, method: 'DELETE', path },
  hints: [
    'The body says whom the server recognised, and which roles would do.',
    'The third gate refused Grace. Her password was right, so another password does not help.',
    'DELETE /recipes/7 with Authorization: Basic ____, of a person with that role.',
  ],
  async resource(attempt) {
    const grace = await person(attempt, 'grace');
    const ada = await person(attempt, 'ada');
    return {
      realm: 'recipes',
      schemes: [
        basic({
          accounts: [
            { ...grace, principal: { name: 'grace', roles: ['reader'] } },
            { ...ada, principal: { name: 'ada', roles: ['editor'] } },
          ],
        }),
      ],
      routes: {
        [path]: {
          policy: roleTable({ reader: ['GET'], editor: ['GET', 'DELETE'] }),
          methods: ['GET', 'DELETE'],
          content: { recipe: 7, name: 'Plum cake', salt: 'one cup' },
        },
      },
      wallet: async () => ({
        'grace-username': { label: "Grace's user name", value: grace.username },
        'grace-password': { label: "Grace's password", value: grace.password },
        'ada-username': { label: "Ada's user name", value: ada.username },
        'ada-password': { label: "Ada's password", value: ada.password },
      }),
    };
  },
  start: (w) => send('DELETE', path, basicLine(w, 'grace')),
  solution: (w) => send('DELETE', path, basicLine(w, 'ada')),
  reasons: ['Only the role editor may delete, and Ada holds it.'],
  mistakes: [
    {
      name: 'Grace signs in again',
      draft: (w) => send('DELETE', path, basicLine(w, 'grace'), ['Cache-Control', 'no-cache']),
      status: 403,
      fails: 'a role is held that allows this method',
      misconception: 'log-in-again',
    },
    {
      name: 'Grace reads',
      draft: (w) => get(path, basicLine(w, 'grace')),
      status: 200,
    },
    {
      name: 'Ada reads',
      draft: (w) => get(path, basicLine(w, 'ada')),
      status: 200,
    },
    {
      name: 'nobody deletes',
      draft: () => send('DELETE', path),
      status: 401,
      fails: 'credentials are presented',
      misconception: 'unauthorized-means-not-allowed',
    },
    {
      name: 'Grace with a wrong password',
      draft: (w) => send('DELETE', path, authorization(basicCredentials(w['grace-username'], 'let-me-in'))),
      status: 401,
      fails: 'user name and password belong together',
      misconception: '403-means-wrong-password',
    },
    {
      name: 'Grace calls herself an editor',
      draft: (w) => send('DELETE', `${path}?role=editor`, basicLine(w, 'grace')),
      status: 403,
      fails: 'a role is held that allows this method',
      misconception: 'the-client-says-who-it-is',
    },
    {
      name: 'a method that is not there',
      draft: (w) => send('PUT', path, basicLine(w, 'ada')),
      status: 405,
    },
  ],
});
