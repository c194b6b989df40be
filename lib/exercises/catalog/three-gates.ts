import { anyone, concealed, requireRole } from '@/lib/http-auth/policies';
import { basic, basicCredentials } from '@/lib/http-auth/schemes/basic/basic';
import { authorization, basicLine, get } from '../drafts';
import { defineExercise } from '../exercise';
import { person } from '../people';

export default defineExercise({
  title: 'Be refused on purpose',
  task: 'One server, three rooms: /lobby, /archive and /cellar. Pass two gates and be refused by the third: get a 403.',
  level: 2,
  goal: { status: 403 },
  hints: [
    'Here a 403 needs credentials that the server accepts. Begin with those.',
    'The third gate must refuse you, so the first two must be green.',
    'GET /____ with Authorization: Basic, as a person whom the server recognises and who may not enter that room.',
  ],
  async resource(attempt) {
    const grace = await person(attempt, 'grace');
    const ada = await person(attempt, 'ada');
    return {
      realm: 'house',
      schemes: [
        basic({
          accounts: [
            { ...grace, principal: { name: 'grace' } },
            { ...ada, principal: { name: 'ada', roles: ['archivist'] } },
          ],
        }),
      ],
      routes: {
        '/lobby': { policy: anyone, content: { message: 'Everybody who has a name may sit down here.' } },
        '/archive': { policy: requireRole('archivist'), content: { shelf: ['letters', 'maps', 'receipts'] } },
        '/cellar': { policy: concealed(requireRole('archivist')), content: { bottles: 12 } },
      },
      wallet: async () => ({
        'grace-username': { label: "Grace's user name", value: grace.username },
        'grace-password': { label: "Grace's password", value: grace.password },
        'ada-username': { label: "Ada's user name", value: ada.username },
        'ada-password': { label: "Ada's password", value: ada.password },
      }),
    };
  },
  start: () => get('/archive'),
  solution: (w) => get('/archive', basicLine(w, 'grace')),
  reasons: ['The server knows Grace, and the archive is not for her: the third gate answers 403.'],
  mistakes: [
    {
      name: 'nobody in the archive',
      draft: () => get('/archive'),
      status: 401,
      fails: 'credentials are presented',
    },
    {
      name: 'Grace in the lobby',
      draft: (w) => get('/lobby', basicLine(w, 'grace')),
      status: 200,
    },
    {
      name: 'Grace with a typo',
      draft: (w) =>
        get('/archive', authorization(basicCredentials(w['grace-username'], `${w['grace-password']}!`))),
      status: 401,
      fails: 'user name and password belong together',
    },
    {
      name: 'Grace in the cellar',
      draft: (w) => get('/cellar', basicLine(w, 'grace')),
      status: 404,
      misconception: '404-means-a-typo',
    },
    {
      name: 'nobody in the cellar',
      draft: () => get('/cellar'),
      status: 404,
      misconception: '404-means-a-typo',
    },
    {
      name: 'a room that does not exist',
      draft: (w) => get('/attic', basicLine(w, 'grace')),
      status: 404,
    },
    {
      name: 'Ada in the archive',
      draft: (w) => get('/archive', basicLine(w, 'ada')),
      status: 200,
    },
    {
      name: 'Ada in the cellar',
      draft: (w) => get('/cellar', basicLine(w, 'ada')),
      status: 200,
    },
    {
      name: 'the password in the clear',
      draft: (w) => get('/archive', authorization(`Basic ${w['grace-username']}:${w['grace-password']}`)),
      status: 401,
      fails: 'Basic is followed by one token68',
    },
    {
      name: 'two people at once',
      draft: (w) => get('/archive', basicLine(w, 'grace'), basicLine(w, 'ada')),
      status: 400,
      fails: 'at most one Authorization header',
      misconception: 'more-is-safer',
    },
    {
      name: 'a colon after the scheme',
      draft: (w) =>
        get(
          '/archive',
          authorization(basicCredentials(w['grace-username'], w['grace-password']).replace(' ', ': ')),
        ),
      status: 400,
      fails: 'Authorization is a scheme with its credentials',
    },
  ],
});
