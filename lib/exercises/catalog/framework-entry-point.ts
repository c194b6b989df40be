import { decide } from '@/lib/http-auth/decide';
import type { Draft } from '@/lib/http-auth/draft';
import type { Message } from '@/lib/http-auth/message';
import { requireScope } from '@/lib/http-auth/policies';
import type { Env } from '@/lib/http-auth/scheme';
import type { ChoicePart } from '@/lib/http-auth/sheet';
import { tokenService } from '../api-tokens';
import { authorization, get, propose, send } from '../drafts';
import { type Ask, defineExercise, type Reply } from '../exercise';
import { challengeLines, plainAnswer } from '../framework';
import { type Probe, tryProbes } from '../probes';
import { proposalCheck, proposalRoute, readChoice } from '../proposal';
import { proposalForm } from '../proposal-form';

const listed = proposalCheck(
  'the entry point is one of those that GET /entry-point lists',
  'RFC 9110 §15.5.1',
);

/** What Alan can configure, with what it means. */
const choices: Readonly<Record<string, string>> = {
  forbidden: '403 if nobody was recognised',
  'login-page': '302 to the sign-in page if nobody was recognised',
  'status-alone': '401 if nobody was recognised, without further headers',
  challenge: '401 with a challenge if nobody was recognised',
  'challenge-all': '401 with a challenge for every refusal',
};

const asks: ChoicePart = {
  kind: 'choice',
  member: 'entryPoint',
  items: Object.entries(choices).map(([name, means]) => ({ name, means })),
};
const sheet = proposalForm({
  path: '/entry-point',
  title: 'Your entry point: what the framework answers before your code runs',
  asks,
  begin: 'forbidden',
});

const path = '/drafts';
const content = { drafts: ['The teapot', 'The kettle'] };
const keep = (choice: string, env: Env) =>
  env.remember('entry point', choice, new Date(env.now().getTime() + 4 * 3_600_000));
const inForce = async (env: Env) => (await env.recall('entry point')) ?? sheet.begin;

const setTo = (choice: string): Draft => propose(sheet.path, choice);
const bearerLine = (token: string) => authorization(`Bearer ${token}`);
/** The draft for the server as it was delivered, whatever was accepted before. */
const asDelivered = async (ask: Ask, draft: Draft) => {
  await ask(send('DELETE', sheet.path));
  return draft;
};

export default defineExercise({
  title: 'A 403 for an anonymous request',
  task: 'Alan’s framework answers 403 to an anonymous GET /drafts, so clients never fetch a token. Propose another entry point with POST to /entry-point; GET /entry-point lists them. It is accepted if all four probes, which are test requests, get the right answer.',
  level: 1,
  goal: { status: 200, method: 'POST', path: '/entry-point' },
  hints: [
    'Read the first probe that failed. Which status, and which header, did it expect?',
    'A user who is not recognised gets 401 with a challenge. A user who is recognised and refused gets 403.',
    'POST /entry-point with the one that sends a ____ if nobody was recognised, and only then.',
  ],
  async resource(attempt) {
    const { scheme, issuer, at } = await tokenService(attempt);
    const realm = 'drafts';
    const resource = { realm, schemes: [scheme] as const, policy: requireScope('drafts:read') };
    const [ada = '', grace = '', expired = ''] = await Promise.all([
      issuer.token({ sub: 'ada', scope: 'drafts:read' }),
      issuer.token({ sub: 'grace', scope: 'shelf:read' }),
      issuer.token({ sub: 'ada', scope: 'drafts:read', iat: at(-7200), exp: at(-3600) }),
    ]);
    const probes: readonly Probe[] = [
      {
        name: 'nobody asks: 401 with a challenge',
        draft: get(path),
        status: 401,
        asks: 'Bearer',
        rule: 'RFC 9110 §15.5.2',
      },
      {
        name: 'an expired token: 401 with a challenge',
        draft: get(path, bearerLine(expired)),
        status: 401,
        asks: 'Bearer',
        rule: 'RFC 6750 §3.1',
      },
      {
        name: 'Grace, whose token has another scope: 403',
        draft: get(path, bearerLine(grace)),
        status: 403,
        rule: 'RFC 6750 §3.1',
      },
      {
        name: 'Ada, whose token may read: 200',
        draft: get(path, bearerLine(ada)),
        status: 200,
        rule: 'RFC 9110 §15.3.1',
      },
    ];

    /** The gates decide; the entry point words what they refused. */
    const answer = async (choice: string, message: Message, env: Env): Promise<Reply> => {
      const decision = await decide(message, resource, env);
      const plain = plainAnswer(decision, content);
      const { status, trace } = decision;
      if (status === 403 && choice === 'challenge-all')
        return { status: 401, trace, fields: challengeLines(decision) };
      if (status !== 401) return plain;
      switch (choice) {
        case 'forbidden':
          return { status: 403, trace };
        case 'login-page':
          return { status: 302, trace, fields: [['Location', '/login']] };
        case 'status-alone':
          return { status: 401, trace };
        default:
          return plain;
      }
    };

    return {
      realm,
      schemes: [scheme],
      sheet,
      routes: {
        [path]: {
          policy: resource.policy,
          open: true,
          handle: async ({ message, env }) => answer(await inForce(env), message, env),
        },
        [sheet.path]: proposalRoute({
          form: sheet,
          read: (body) => readChoice(body, asks, listed),
          now: ({ env }) => inForce(env),
          reset: ({ env }) => keep(sheet.begin, env),
          async judge(choice, { env }) {
            const verdict = await tryProbes(probes, (probe) => answer(choice, probe, env));
            if (!verdict.right) return verdict;
            await keep(choice, env);
            return { ...verdict, content: { message: `Accepted. From now on: ${choices[choice]}.` } };
          },
        }),
      },
      wallet: async () => ({
        'ada-token': { label: "Ada's token, with the scope drafts:read", value: ada },
        'grace-token': { label: "Grace's token, with another scope", value: grace },
        'expired-token': { label: "Ada's token of this morning, expired", value: expired },
      }),
    };
  },
  start: () => setTo('forbidden'),
  solution: () => setTo('challenge'),
  reasons: [
    'This entry point sends a challenge if nobody was recognised, and leaves the 403 to users who are known.',
  ],
  mistakes: [
    {
      name: 'nobody, as delivered',
      draft: (_, ask) => asDelivered(ask, get(path)),
      status: 403,
      fails: 'credentials are presented',
      misconception: '403-means-i-am-logged-in',
    },
    {
      name: 'Grace, as delivered',
      draft: (w, ask) => asDelivered(ask, get(path, bearerLine(w['grace-token']))),
      status: 403,
      fails: 'scope drafts:read is granted',
      misconception: 'refused-means-not-recognised',
    },
    {
      name: 'an expired token, as delivered',
      draft: (w, ask) => asDelivered(ask, get(path, bearerLine(w['expired-token']))),
      status: 403,
      fails: 'exp is still to come',
      misconception: '403-means-i-am-logged-in',
    },
    {
      name: 'Ada, as delivered',
      draft: (w, ask) => asDelivered(ask, get(path, bearerLine(w['ada-token']))),
      status: 200,
    },
    {
      name: 'the sign-in page',
      draft: () => setTo('login-page'),
      status: 422,
      fails: 'nobody asks: 401 with a challenge',
      misconception: 'a-401-leads-to-the-sign-in-page',
    },
    {
      name: 'the number without the header',
      draft: () => setTo('status-alone'),
      status: 422,
      fails: 'nobody asks: 401 with a challenge',
      misconception: 'the-number-is-enough',
    },
    {
      name: 'a challenge for everybody who is refused',
      draft: () => setTo('challenge-all'),
      status: 422,
      fails: 'Grace, whose token has another scope: 403',
      misconception: 'refused-means-not-recognised',
    },
    {
      name: 'an entry point that is not on the list',
      draft: () => setTo('401'),
      status: 400,
      fails: 'the entry point is one of those that GET /entry-point lists',
    },
  ],
});
