import { anyone } from '@/lib/http-auth/policies';
import { basic, basicCredentials } from '@/lib/http-auth/schemes/basic/basic';
import { authorization, basicLine, get } from '../drafts';
import { type Ask, defineExercise, type Wallet } from '../exercise';
import { person, toyWords } from '../people';
import { redirectToSecondOrigin } from '../second-origin-redirect';

type Grace = Wallet<'grace-username' | 'grace-password'>;

/** Where `/start` sends a client that has credentials, as a path of this attempt. */
async function target(w: Grace, ask: Ask): Promise<string> {
  const { fields } = await ask(get('/start', basicLine(w, 'grace')));
  const location = fields.find(([name]) => name.toLowerCase() === 'location')?.[1] ?? '';
  return new URL(location).pathname.slice(new URL(ask.resource).pathname.length);
}

export default defineExercise({
  title: 'Credentials lost in a redirect',
  task: 'Grace’s password is right. /start redirects her, and at the new address she gets a 401. Follow the redirect by hand, with her credentials.',
  level: 3,
  goal: { status: 200 },
  hints: [
    'Read the host in Location, letter by letter. Is it the host of your request?',
    'The second gate saw no Authorization header. Many clients drop it when a redirect leads to another origin, so that no other server gets the password.',
    'GET /____, the path in Location, with Authorization: Basic.',
  ],
  async resource(attempt) {
    const grace = await person(attempt, 'grace');
    const room = `/room-${await toyWords(attempt, 'room')}`;
    return {
      realm: 'annexe',
      schemes: [basic({ accounts: [{ ...grace, principal: { name: 'grace' } }] })],
      routes: {
        '/start': { policy: anyone, open: true, handle: redirectToSecondOrigin(302, room) },
        '/moved': {
          policy: anyone,
          open: true,
          methods: ['GET', 'POST'],
          handle: redirectToSecondOrigin(308, room),
        },
        [room]: { policy: anyone, content: { shelf: ['a lantern', 'two maps', 'one glove'] } },
      },
      wallet: async () => ({
        'grace-username': { label: "Grace's user name", value: grace.username },
        'grace-password': { label: "Grace's password", value: grace.password },
      }),
    };
  },
  start: (w) => get('/start', basicLine(w, 'grace')),
  solution: async (w, ask) => get(await target(w, ask), basicLine(w, 'grace')),
  reasons: [
    'The header Location of this response names the new address.',
    'Many clients drop Authorization when a redirect leads to another origin, so it is sent again by hand.',
  ],
  mistakes: [
    {
      name: 'what a client does that follows by itself',
      draft: async (w, ask) => get(await target(w, ask)),
      status: 401,
      fails: 'credentials are presented',
      misconception: 'i-set-it-so-it-was-sent',
    },
    {
      name: 'the credentials in a field that survives the redirect',
      draft: async (w, ask) =>
        get(await target(w, ask), [
          'X-Authorization',
          basicCredentials(w['grace-username'], w['grace-password']),
        ]),
      status: 401,
      fails: 'credentials are presented',
      misconception: 'any-field-will-do',
    },
    {
      name: 'the password in the query',
      draft: async (w, ask) =>
        get(`${await target(w, ask)}?user=${w['grace-username']}&password=${w['grace-password']}`),
      status: 401,
      fails: 'credentials are presented',
      misconception: 'any-field-will-do',
    },
    {
      name: 'a wrong password at the right place',
      draft: async (w, ask) =>
        get(await target(w, ask), authorization(basicCredentials(w['grace-username'], 'let-me-in'))),
      status: 401,
      fails: 'user name and password belong together',
    },
    {
      name: 'another way round',
      draft: (w) => get('/moved', basicLine(w, 'grace')),
      status: 308,
      misconception: 'retry-until-it-works',
    },
    {
      name: 'a destination of one’s own',
      draft: (w) => get('/start?next=//elsewhere.example/', basicLine(w, 'grace')),
      status: 302,
      misconception: 'carrying-credentials-everywhere-is-a-cure',
    },
    {
      name: 'a room by guess',
      draft: (w) => get('/room', basicLine(w, 'grace')),
      status: 404,
      misconception: '404-means-a-typo',
    },
  ],
});
