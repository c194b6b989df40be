import { readSettings, writeSettings } from '../chain-settings';
import { type ClientPolicy, policyChoices } from '../client-policy';
import { authorization, get, propose } from '../drafts';
import { defineExercise } from '../exercise';
import { judgePolicy } from '../judge-policy';
import { proposalRoute } from '../proposal';
import { proposalForm } from '../proposal-form';
import { swiftServer } from '../swift-tokens';
import { asClient, form, tokenFrom } from '../token-drafts';

const { renewals, repeat, 'after-403': after403 } = policyChoices;
const choices = { renewals, repeat, 'after-403': after403 };
type Chosen = Pick<ClientPolicy, keyof typeof choices>;

const careless: Chosen = { renewals: 'each', repeat: 'forever', 'after-403': 'renew' };
const right: Chosen = { renewals: 'shared', repeat: 'once', 'after-403': 'stop' };
/** What this page does well already. */
const rest = { tabs: 'lock', 'refused-renewal': 'sign-in' } as const;

const sheet = proposalForm({
  path: '/policy',
  title: 'What the client does about refusals',
  asks: { kind: 'answer', headers: Object.keys(choices), lines: 'setting' },
  begin: writeSettings(careless),
});

const renewal = (w: Record<'client-id' | 'client-secret' | 'refresh-token', string>) =>
  form('/token', { grant_type: 'refresh_token', refresh_token: w['refresh-token'] }, asClient(w));

const policy = (changed: Partial<Chosen>) => propose('/policy', writeSettings({ ...right, ...changed }));

export default defineExercise({
  title: 'Fifty calls, one renewal',
  task: 'Ada’s page sends fifty calls at once, and her access token has just expired. Write the client’s policy with POST to /policy: renewals (each or shared), repeat (forever, once or never) and after-403 (renew or stop). The server tries it, and shows a log.',
  level: 2,
  goal: { status: 200, method: 'POST', path: '/policy' },
  hints: [
    'Send the policy as it is, and read the log. How often is the same refresh token sent in round 2?',
    'One call needs a scope that Ada lacks, and one gets 401 with every token. The client must not repeat them without end.',
    'POST /policy with three lines: renewals: ____, repeat: ____, after-403: ____',
  ],
  async resource(attempt) {
    const server = await swiftServer(attempt);
    const route = (path: keyof typeof server.resources) => {
      const { policy: rule, schemes } = server.resources[path];
      return { policy: rule, schemes };
    };
    return {
      realm: 'orders',
      schemes: [server.scheme],
      sheet,
      routes: {
        '/orders': { ...route('/orders'), content: { orders: ['a kettle'] } },
        '/books': route('/books'),
        '/parcels': route('/parcels'),
        '/token': { policy: route('/orders').policy, open: true, methods: ['POST'], handle: server.endpoint },
        '/policy': proposalRoute({
          form: sheet,
          read: (body) => readSettings(body, choices),
          now: async () => sheet.begin,
          judge: (chosen, { env }) =>
            judgePolicy({ ...chosen, ...rest }, server, env, { tabs: 1, endsToo: false }),
        }),
      },
      endpoints: { token: '/token' },
      wallet: async () => ({
        'old-token': { label: 'Ada’s access token, just expired', value: await server.accessToken(-60) },
        'new-token': { label: 'An access token that is good', value: await server.accessToken(600) },
        'refresh-token': { label: 'Ada’s refresh token', value: await server.refreshToken() },
        'client-id': { label: 'Client id', value: server.client.id },
        'client-secret': { label: 'Client secret', value: server.client.secret },
      }),
    };
  },
  start: (w) => get('/orders', authorization(`Bearer ${w['old-token']}`)),
  solution: () => policy({}),
  reasons: ['All calls wait for one renewal, each is sent once more, and a 403 is final for this token.'],
  mistakes: [
    {
      name: 'the policy as it is',
      draft: () => policy(careless),
      status: 422,
      fails: 'no refresh token is used twice',
      misconception: 'every-401-renews-for-itself',
    },
    {
      name: 'each call renews, and repeats once',
      draft: () => policy({ renewals: 'each' }),
      status: 422,
      fails: 'no refresh token is used twice',
      misconception: 'every-401-renews-for-itself',
    },
    {
      name: 'repeated until it works',
      draft: () => policy({ repeat: 'forever' }),
      status: 422,
      fails: 'each call is repeated at most once',
      misconception: 'retry-until-it-works',
    },
    {
      name: 'renewed, and never sent again',
      draft: () => policy({ repeat: 'never' }),
      status: 422,
      fails: 'each call that is allowed gets 200',
      misconception: 'a-401-may-have-been-done',
    },
    {
      name: 'a new token because of a 403',
      draft: () => policy({ 'after-403': 'renew' }),
      status: 422,
      fails: 'a 403 starts no renewal',
      misconception: 'a-fresh-token-cures-a-403',
    },
    {
      name: 'a value that there is none of',
      draft: () => propose('/policy', 'repeat: twice'),
      status: 400,
      fails: 'each line is a setting, with a value that it has',
    },
    {
      name: 'one renewal, and the call again',
      draft: async (w, ask) => get('/orders', authorization(`Bearer ${await tokenFrom(ask, renewal(w))}`)),
      status: 200,
    },
    {
      name: 'the refresh token a second time',
      async draft(w, ask) {
        await ask(renewal(w));
        return renewal(w);
      },
      status: 400,
      fails: 'grant is valid',
      misconception: 'every-401-renews-for-itself',
    },
    {
      name: 'what a larger scope would need',
      draft: (w) => get('/books', authorization(`Bearer ${w['new-token']}`)),
      status: 403,
      fails: 'scope audit is granted',
      misconception: 'a-fresh-token-cures-a-403',
    },
    {
      name: 'a new token at an API of another audience',
      draft: (w) => get('/parcels', authorization(`Bearer ${w['new-token']}`)),
      status: 401,
      fails: 'token is for this API',
      misconception: 'a-valid-token-is-valid-everywhere',
    },
  ],
});
