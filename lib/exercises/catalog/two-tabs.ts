import { readSettings, writeSettings } from '../chain-settings';
import { type ClientPolicy, policyChoices } from '../client-policy';
import { authorization, get, propose } from '../drafts';
import { defineExercise } from '../exercise';
import { judgePolicy } from '../judge-policy';
import { proposalRoute } from '../proposal';
import { proposalForm } from '../proposal-form';
import { swiftServer } from '../swift-tokens';

const right: ClientPolicy = {
  renewals: 'shared',
  repeat: 'once',
  'after-403': 'stop',
  tabs: 'lock',
  'refused-renewal': 'sign-in',
};
/** Right for one tab, as long as the refresh token is good. */
const begin: ClientPolicy = { ...right, tabs: 'alone', 'refused-renewal': 'renew' };

const sheet = proposalForm({
  path: '/policy',
  title: 'What the client does about refusals',
  asks: { kind: 'answer', headers: Object.keys(policyChoices), lines: 'setting' },
  begin: writeSettings(begin),
});

const policy = (changed: Partial<ClientPolicy>) =>
  propose('/policy', writeSettings({ ...right, ...changed }));

export default defineExercise({
  title: 'Two tabs, one sign-in',
  task: 'Grace has the page open in two tabs with the same tokens, and sends 25 calls from each. Change the policy with POST to /policy. tabs may be alone, tell or lock, and refused-renewal may be renew or sign-in. It is tried twice: with a good refresh token, and with one that has expired.',
  level: 3,
  goal: { status: 200, method: 'POST', path: '/policy' },
  hints: [
    'Read the log: in which round do both tabs send the same refresh token? Was there time to tell the other?',
    'The token endpoint refuses the second tab, and ends all tokens of this sign-in. Only a tab that waits before the renewal prevents that.',
    'POST /policy with the lines as they are, but tabs: ____ and refused-renewal: ____',
  ],
  async resource(attempt) {
    const server = await swiftServer(attempt);
    const { policy: rule } = server.resources['/orders'];
    return {
      realm: 'orders',
      schemes: [server.scheme],
      sheet,
      routes: {
        '/orders': { policy: rule, content: { orders: ['a typewriter'] } },
        '/policy': proposalRoute({
          form: sheet,
          read: (body) => readSettings(body, policyChoices),
          now: async () => sheet.begin,
          judge: (chosen, { env }) => judgePolicy(chosen, server, env, { tabs: 2, endsToo: true }),
        }),
      },
      wallet: async () => ({
        'old-token': { label: 'The access token of both tabs', value: await server.accessToken(-60) },
      }),
    };
  },
  start: (w) => get('/orders', authorization(`Bearer ${w['old-token']}`)),
  solution: () => policy({}),
  reasons: ['One tab gets the lock and renews. The other waits and uses the new tokens.'],
  mistakes: [
    {
      name: 'the policy as it is',
      draft: () => policy(begin),
      status: 422,
      fails: 'no refresh token is used twice',
      misconception: 'a-promise-is-shared-by-all-tabs',
    },
    {
      name: 'the new tokens told to the other tab',
      draft: () => policy({ tabs: 'tell' }),
      status: 422,
      fails: 'no refresh token is used twice',
      misconception: 'telling-is-a-lock',
    },
    {
      name: 'a lock, and no end',
      draft: () => policy({ 'refused-renewal': 'renew' }),
      status: 422,
      fails: 'a refused renewal ends in a sign-in',
      misconception: 'retry-until-it-works',
    },
    {
      name: 'each call for itself, one tab at a time',
      draft: () => policy({ renewals: 'each' }),
      status: 422,
      fails: 'no refresh token is used twice',
      misconception: 'every-401-renews-for-itself',
    },
    {
      name: 'no call is sent again',
      draft: () => policy({ repeat: 'never' }),
      status: 422,
      fails: 'each call that is allowed gets 200',
      misconception: 'a-401-may-have-been-done',
    },
    {
      name: 'a 403 renews, too',
      draft: () => policy({ 'after-403': 'renew' }),
      status: 422,
      fails: 'a 403 starts no renewal',
      misconception: 'a-fresh-token-cures-a-403',
    },
    {
      name: 'a setting that there is none of',
      draft: () => propose('/policy', 'tabs: lock\ncolour: red'),
      status: 400,
      fails: 'each line is a setting, with a value that it has',
    },
  ],
});
