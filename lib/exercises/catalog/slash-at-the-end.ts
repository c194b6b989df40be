import { anyone } from '@/lib/http-auth/policies';
import { basic, basicCredentials } from '@/lib/http-auth/schemes/basic/basic';
import { authorization, basicLine, get, send, sendJson } from '../drafts';
import { type Call, defineExercise, type Reply, type Wallet } from '../exercise';
import { person } from '../people';
import { redirectToSecondOrigin } from '../second-origin-redirect';

type Names = 'alan-username' | 'alan-password';

const order = { item: 'a kettle' };
const credentials = (w: Wallet<Names>) => basicLine(w, 'alan');

/** Takes an order, or shows that there is none. */
async function orders({ message }: Call): Promise<Reply> {
  return { status: 200, content: message.method === 'POST' ? { ordered: 1 } : { orders: [] } };
}

export default defineExercise<Names>({
  title: 'A slash at the end',
  task: 'Alan’s program posts an order to /orders with the right password, follows the redirect and gets a 401. Place the order: as a POST, with his credentials, at the right address from the start.',
  level: 3,
  goal: { status: 200, method: 'POST', path: '/orders/' },
  hints: [
    'Compare the address of the request with Location. Two things differ, and one of them is a single character.',
    'The second gate saw no credentials at the new address, and the POST may have become a GET. Clients change both when they follow a redirect. Send the request to the right address, and there is no redirect.',
    'POST /____ with Authorization: Basic, where the path is that of Location. Leave the host as it was.',
  ],
  async resource(attempt) {
    const alan = await person(attempt, 'alan');
    return {
      realm: 'orders',
      schemes: [basic({ accounts: [{ ...alan, principal: { name: 'alan' } }] })],
      routes: {
        '/orders': {
          policy: anyone,
          open: true,
          methods: ['GET', 'POST'],
          handle: redirectToSecondOrigin(301, '/orders/'),
        },
        '/orders/': { policy: anyone, methods: ['GET', 'POST'], handle: orders },
      },
      wallet: async () => ({
        'alan-username': { label: "Alan's user name", value: alan.username },
        'alan-password': { label: "Alan's password", value: alan.password },
      }),
    };
  },
  start: (w) => sendJson('/orders', order, credentials(w)),
  solution: (w) => sendJson('/orders/', order, credentials(w)),
  reasons: ['The address is right from the start, so no redirect changes the method or drops Authorization.'],
  mistakes: [
    {
      name: 'what Alan’s program does next',
      draft: () => get('/orders/'),
      status: 401,
      fails: 'credentials are presented',
      misconception: 'a-redirect-takes-everything-along',
    },
    {
      name: 'the credentials brought along, the method lost',
      draft: (w) => get('/orders/', credentials(w)),
      status: 200,
      misconception: 'a-redirect-keeps-the-method',
    },
    {
      name: 'the method kept, the credentials lost',
      draft: () => sendJson('/orders/', order),
      status: 401,
      fails: 'credentials are presented',
      misconception: 'a-redirect-takes-everything-along',
    },
    {
      name: 'the same address once more',
      draft: (w) => sendJson('/orders', order, credentials(w), ['Cache-Control', 'no-cache']),
      status: 301,
      misconception: 'a-slash-means-nothing',
    },
    {
      name: 'another password, at the right address',
      draft: (w) =>
        sendJson('/orders/', order, authorization(basicCredentials(w['alan-username'], 'let-me-in'))),
      status: 401,
      fails: 'user name and password belong together',
      misconception: '401-means-wrong-password',
    },
    {
      name: 'one slash too many',
      draft: (w) => sendJson('/orders//', order, credentials(w)),
      status: 404,
      misconception: 'a-slash-means-nothing',
    },
    {
      name: 'the password in the address',
      draft: (w) => sendJson(`/orders/?user=${w['alan-username']}&password=${w['alan-password']}`, order),
      status: 401,
      fails: 'credentials are presented',
      misconception: 'any-field-will-do',
    },
    {
      name: 'another method at the right address',
      draft: (w) => send('PUT', '/orders/', credentials(w)),
      status: 405,
    },
  ],
});
