import { decide } from '@/lib/http-auth/decide';
import { type Check, failed, passed } from '@/lib/http-auth/decision';
import type { Draft } from '@/lib/http-auth/draft';
import { inert } from '@/lib/http-auth/evidence';
import { rawQuery } from '@/lib/http-auth/message';
import { anyone, ownerOnly, type Policy, requireRole } from '@/lib/http-auth/policies';
import type { Env } from '@/lib/http-auth/scheme';
import { basic, basicCredentials } from '@/lib/http-auth/schemes/basic';
import { kindOf, member, readJsonObject } from '@/lib/http-auth/schemes/strict-json';
import { authorization, basicLine, get, send, sendJson } from '../drafts';
import { type Ask, type Call, defineExercise, type Reply } from '../exercise';
import { person } from '../people';
import { type Probe, tryProbes } from '../probes';

const known: Check = {
  stage: 'syntax',
  check: 'the rule is one of those that GET /policy lists',
  rule: 'RFC 9110 §15.5.1',
};

/** What Alan can choose, with what it means. */
const choices: Readonly<Record<string, string>> = {
  'signed-in': 'whoever was recognised',
  reader: 'whoever holds the role reader',
  ada: 'Ada, by her name',
  'named-owner': 'the owner that ?owner= names, or else the owner on record',
  owner: 'the owner on record',
};

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

const setTo = (allow: string, credentials: string): Draft => ({
  ...sendJson('/policy', { allow }, authorization(credentials)),
  method: 'PUT',
});

type Alan = Readonly<Record<'alan-username' | 'alan-password', string>>;
const alans = (w: Alan) => basicCredentials(w['alan-username'], w['alan-password']);
const asDelivered = (w: Alan, ask: Ask) => ask(send('DELETE', '/policy', authorization(alans(w))));

export default defineExercise({
  title: 'The refusal that was missing',
  task: 'Grace is signed in, nothing else is asked, and so she reads Ada’s note 7. Alan sets the rule of all notes with PUT /policy and {"allow": "…"}; GET /policy lists his choices. A rule is taken once four probes come out right.',
  level: 2,
  goal: { status: 200, method: 'PUT', path: '/policy' },
  hints: [
    'The answer names the first probe that came out wrong. What did that probe ask for, and who asked?',
    'The second gate does its work: everybody is known. The third has to look at the note as well as at the person.',
    'PUT /policy as Alan with {"allow": "____"}. A rule that names one person is as wrong as one that believes the request.',
  ],
  async door(attempt) {
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

    const setPolicy = async ({ message, env }: Call): Promise<Reply> => {
      const read = readJsonObject(message.body);
      const allow = read.ok ? member(read.object, 'allow') : undefined;
      if (typeof allow !== 'string' || !Object.hasOwn(choices, allow)) {
        const found = typeof allow === 'string' ? `allow: ${inert(allow, 40)}` : `allow: ${kindOf(allow)}`;
        const wanted = `{"allow": "…"} with ${Object.keys(choices).join(', ')}`;
        return { status: 400, trace: [failed(known, read.ok ? found : read.saw, wanted)] };
      }
      const { trace, refusal } = await tryProbes(probes, (probe) => {
        const [path = ''] = probe.target.split('?');
        return decide(probe, { realm, schemes, policy: policyOf(allow, owners[path] ?? '') }, env);
      });
      if (refusal) return { ...refusal, trace: [passed(known, allow), ...trace] };
      await keep(allow, env);
      const content = { message: `Taken. From now on a note is for this reader alone: ${choices[allow]}.` };
      return { status: 200, content, trace: [passed(known, allow), ...trace] };
    };

    /** The rule that is in force: everybody who is signed in, until Alan has set a better one. */
    const inForce = (owner: string): Policy => ({
      ...anyone,
      async judge(principal, message, note, env) {
        const allow = (await env.recall('policy')) ?? 'signed-in';
        return policyOf(allow, owner).judge(principal, message, note, env);
      },
    });

    return {
      realm,
      schemes,
      routes: {
        '/notes/7': { policy: inForce('ada'), content: { owner: 'ada', note: 'Return the teapot.' } },
        '/notes/8': {
          policy: inForce('grace'),
          content: { owner: 'grace', note: 'A moth was found in relay 70.' },
        },
        '/policy': {
          policy: requireRole('operator'),
          methods: ['GET', 'PUT', 'DELETE'],
          async handle(call) {
            if (call.message.method === 'PUT') return setPolicy(call);
            if (call.message.method === 'DELETE') await keep('signed-in', call.env);
            const allow = (await call.env.recall('policy')) ?? 'signed-in';
            return { status: 200, content: { allow, choices } };
          },
        },
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
  reasons: ['The rule owner compares the owner of each note with the one who asks.'],
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
      draft: () => ({ ...sendJson('/policy', { allow: 'owner' }), method: 'PUT' }),
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
