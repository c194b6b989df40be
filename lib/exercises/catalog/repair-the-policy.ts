import { decide } from '@/lib/http-auth/decide';
import type { Draft } from '@/lib/http-auth/draft';
import { rawQuery } from '@/lib/http-auth/message';
import { anyone, ownerOnly, type Policy, requireRole } from '@/lib/http-auth/policies';
import type { Env } from '@/lib/http-auth/scheme';
import { basic, basicCredentials } from '@/lib/http-auth/schemes/basic/basic';
import type { ChoicePart } from '@/lib/http-auth/sheet';
import { authorization, basicLine, get, propose, send } from '../drafts';
import { type Ask, defineExercise } from '../exercise';
import { person } from '../people';
import { type Probe, tryProbes } from '../probes';
import { proposalCheck, proposalRoute, readChoice } from '../proposal';
import { proposalForm } from '../proposal-form';

const listed = proposalCheck('the rule is one of those that GET /policy lists', 'RFC 9110 §15.5.1');

/** What Alan can choose, with what it means. */
const choices: Readonly<Record<string, string>> = {
  'signed-in': 'whoever was recognised',
  reader: 'whoever holds the role reader',
  ada: 'Ada, by her name',
  'named-owner': 'the owner that ?owner= names, or else the owner on record',
  owner: 'the owner on record',
};

const asks: ChoicePart = {
  kind: 'choice',
  member: 'allow',
  items: Object.entries(choices).map(([name, means]) => ({ name, means })),
};
const sheet = proposalForm({
  path: '/policy',
  title: 'Your rule: who may read a note',
  asks,
  begin: 'signed-in',
});

/** The policy that a choice stands for, at the note of `owner`. */
function policyOf(choice: string, owner: string): Policy {
  const fixed: Readonly<Record<string, Policy>> = {
    'signed-in': anyone,
    reader: requireRole('reader'),
    ada: ownerOnly('ada'),
    owner: ownerOnly(owner),
  };
  return (
    fixed[choice] ?? {
      ...ownerOnly(owner),
      judge(principal, message, note, env) {
        const named = new URLSearchParams(rawQuery(message)).get('owner');
        return ownerOnly(named ?? owner).judge(principal, message, note, env);
      },
    }
  );
}

const keep = (allow: string, env: Env) =>
  env.remember('policy', allow, new Date(env.now().getTime() + 4 * 3_600_000));

const setTo = (allow: string, credentials: string): Draft =>
  propose('/policy', allow, authorization(credentials));

type Alan = Readonly<Record<'alan-username' | 'alan-password', string>>;
const alans = (w: Alan) => basicCredentials(w['alan-username'], w['alan-password']);
const asDelivered = (w: Alan, ask: Ask) => ask(send('DELETE', '/policy', authorization(alans(w))));

export default defineExercise({
  title: 'A missing check of the owner',
  task: 'Grace is signed in. The server checks nothing else, so she can read Ada’s note 7. Alan proposes another rule for all notes with POST to /policy; GET /policy lists his choices. A rule is accepted if all four probes, which are test requests, get the right status.',
  level: 2,
  goal: { status: 200, method: 'POST', path: '/policy' },
  hints: [
    'The response names the first probe with a wrong status. What did that probe ask for, and who asked?',
    'The second gate recognises everybody. The third gate must look at the note as well as at the person.',
    'POST /policy as Alan with the rule ____. A rule that names one person is wrong, and so is a rule that believes what the request says.',
  ],
  async resource(attempt) {
    const ada = await person(attempt, 'ada');
    const grace = await person(attempt, 'grace');
    const alan = await person(attempt, 'alan');
    const realm = 'notes';
    const schemes = [
      basic({
        accounts: [
          { ...ada, principal: { name: 'ada', roles: ['reader'] } },
          { ...grace, principal: { name: 'grace', roles: ['reader'] } },
          { ...alan, principal: { name: 'alan', roles: ['operator'] } },
        ],
      }),
    ] as const;
    const owners: Readonly<Record<string, string>> = { '/notes/7': 'ada', '/notes/8': 'grace' };
    const by = ({ username, password }: typeof ada) => authorization(basicCredentials(username, password));
    const probes: readonly Probe[] = [
      {
        name: 'Ada reads her own note: 200',
        draft: get('/notes/7', by(ada)),
        status: 200,
        rule: 'RFC 9110 §15.3.1',
      },
      {
        name: 'Grace reads her own note: 200',
        draft: get('/notes/8', by(grace)),
        status: 200,
        rule: 'RFC 9110 §15.3.1',
      },
      {
        name: 'Grace reads the note of Ada and adds ?owner=grace: 403',
        draft: get('/notes/7?owner=grace', by(grace)),
        status: 403,
        rule: 'RFC 9110 §15.5.4',
      },
      {
        name: 'a stranger reads the note of Ada: 401',
        draft: get('/notes/7'),
        status: 401,
        rule: 'RFC 9110 §15.5.2',
      },
    ];

    const policy = proposalRoute({
      form: sheet,
      read: (body) => readChoice(body, asks, listed),
      now: async ({ env }) => (await env.recall('policy')) ?? sheet.begin,
      reset: ({ env }) => keep(sheet.begin, env),
      async judge(allow, { env }) {
        const verdict = await tryProbes(probes, (probe) => {
          const [path = ''] = probe.target.split('?');
          return decide(probe, { realm, schemes, policy: policyOf(allow, owners[path] ?? '') }, env);
        });
        if (!verdict.right) return verdict;
        await keep(allow, env);
        const message = `Taken. From now on a note is for this reader alone: ${choices[allow]}.`;
        return { ...verdict, content: { message } };
      },
    });

    /** The rule that is in force: everybody who is signed in, until Alan has set a better one. */
    const inForce = (owner: string): Policy => ({
      ...anyone,
      async judge(principal, message, note, env) {
        const allow = (await env.recall('policy')) ?? sheet.begin;
        return policyOf(allow, owner).judge(principal, message, note, env);
      },
    });

    return {
      realm,
      schemes,
      sheet,
      routes: {
        '/notes/7': { policy: inForce('ada'), content: { owner: 'ada', note: 'Return the teapot.' } },
        '/notes/8': {
          policy: inForce('grace'),
          content: { owner: 'grace', note: 'A moth was found in relay 70.' },
        },
        '/policy': { ...policy, open: false, policy: requireRole('operator') },
      },
      wallet: async () => ({
        'alan-username': { label: "Alan's user name, he runs the server", value: alan.username },
        'alan-password': { label: "Alan's password", value: alan.password },
        'grace-username': { label: "Grace's user name", value: grace.username },
        'grace-password': { label: "Grace's password", value: grace.password },
      }),
    };
  },
  start: (w) => setTo('signed-in', alans(w)),
  solution: (w) => setTo('owner', alans(w)),
  reasons: ['The rule owner compares the owner of each note with the user who asks.'],
  mistakes: [
    {
      name: 'Grace reads the note of Ada',
      draft: async (w, ask) => {
        await asDelivered(w, ask);
        return get('/notes/7', basicLine(w, 'grace'));
      },
      status: 200,
      misconception: 'signing-in-is-enough',
    },
    {
      name: 'a role for everybody',
      draft: (w) => setTo('reader', alans(w)),
      status: 422,
      fails: 'Grace reads the note of Ada and adds ?owner=grace: 403',
      misconception: 'a-role-is-ownership',
    },
    {
      name: 'the one owner by her name',
      draft: (w) => setTo('ada', alans(w)),
      status: 422,
      fails: 'Grace reads her own note: 200',
      misconception: 'works-for-me-is-a-test',
    },
    {
      name: 'the owner that the request names',
      draft: (w) => setTo('named-owner', alans(w)),
      status: 422,
      fails: 'Grace reads the note of Ada and adds ?owner=grace: 403',
      misconception: 'the-client-says-who-it-is',
    },
    {
      name: 'Grace sets the rule',
      draft: (w) => setTo('owner', basicCredentials(w['grace-username'], w['grace-password'])),
      status: 403,
      fails: 'role operator is held',
      misconception: 'signing-in-is-enough',
    },
    {
      name: 'a stranger sets the rule',
      draft: () => propose('/policy', 'owner'),
      status: 401,
      fails: 'credentials are presented',
      misconception: 'signing-in-is-enough',
    },
    {
      name: 'a rule that is not on the list',
      draft: (w) => setTo('nobody', alans(w)),
      status: 400,
      fails: 'the rule is one of those that GET /policy lists',
    },
    {
      name: 'what Alan can choose',
      draft: (w) => get('/policy', authorization(alans(w))),
      status: 200,
    },
  ],
});
