import { encodeBase64url } from '@/lib/http-auth/base64';
import { decide } from '@/lib/http-auth/decide';
import type { Step } from '@/lib/http-auth/decision';
import type { Draft } from '@/lib/http-auth/draft';
import type { Field, Message } from '@/lib/http-auth/message';
import { anyone, requireRole } from '@/lib/http-auth/policies';
import type { Env } from '@/lib/http-auth/scheme';
import { bearer } from '@/lib/http-auth/schemes/bearer/bearer';
import { opaqueTokens } from '@/lib/http-auth/schemes/token';
import type { ChoicePart } from '@/lib/http-auth/sheet';
import { authorization, get, propose, send } from '../drafts';
import { type Ask, type Call, defineExercise, type Reply } from '../exercise';
import { challengeLines, plainAnswer } from '../framework';
import { toyKey } from '../people';
import { type Probe, tryProbes } from '../probes';
import { proposalCheck, proposalRoute, readChoice } from '../proposal';
import { proposalForm } from '../proposal-form';
import { addressRule, firewall, pathBelow, refusalPage, scriptRule, sqlRule } from '../refusers';

const listed = proposalCheck('the change is one of those that GET /change lists', 'RFC 9110 §15.5.1');

/** What Alan can change, with what it means. */
const choices: Readonly<Record<string, string>> = {
  none: 'everything as it is',
  'firewall-off': 'the firewall looks at nothing',
  'rule-942-not-for-notes': 'the firewall leaves out rule 942 for POST /notes',
  'any-address': 'the gateway lets every address reach /admin',
  'all-may-write': 'the application lets every known user write',
};

const asks: ChoicePart = {
  kind: 'choice',
  member: 'change',
  items: Object.entries(choices).map(([name, means]) => ({ name, means })),
};
const sheet = proposalForm({
  path: '/change',
  title: 'Your change, on one of the three parts',
  asks,
  begin: 'none',
});

const hours = (env: Env) => new Date(env.now().getTime() + 4 * 3_600_000);
const keep = (choice: string, env: Env) => env.remember('change', choice, hours(env));
const inForce = async (env: Env) => (await env.recall('change')) ?? sheet.begin;

type Part = 'firewall' | 'gateway' | 'application';
const parts: readonly Part[] = ['firewall', 'gateway', 'application'];

/** What crossed the three parts: the response, and the line that each part wrote that saw the request. */
interface Crossing {
  readonly reply: Reply;
  readonly lines: Readonly<Partial<Record<Part, string>>>;
}

const setTo = (choice: string): Draft => propose(sheet.path, choice);
const note = (text: string, ...fields: Field[]): Draft => propose('/notes', text, ...fields);
const bearerLine = (token: string) => authorization(`Bearer ${token}`);
const suspicious = 'Select two teapots from the shelf.';
const plain = 'Take two teapots off the shelf.';
/** The draft for the server as it was delivered, whatever was accepted before. */
const asDelivered = async (ask: Ask, draft: Draft) => {
  await ask(send('DELETE', sheet.path));
  return draft;
};

export default defineExercise({
  title: 'Every 403 looks the same',
  task: 'Ada may write notes, and one of them gets 403. The edge of the site replaces each 403 with the same page. Find the request id of that page in GET /logs. Then propose the smallest change with POST to /change. It is accepted if all six probes, which are test requests, get the right answer.',
  level: 3,
  minutes: 4,
  goal: { status: 200, method: 'POST', path: '/change' },
  hints: [
    'Which log is the last that has the request id? That part refused, and those after it never saw the request.',
    'The firewall refused, because of words in the note. A new token or role changes nothing. Which rule does its log name?',
    'POST /change with the exception for one rule and one ____, and nothing more.',
  ],
  async resource(attempt) {
    const [writer = '', reader = ''] = await Promise.all(
      ['writer', 'reader'].map((label) => toyKey(attempt, `${label} token`)),
    );
    const realm = 'notes';
    const schemes = [
      bearer({
        challengesForbidden: false,
        tokens: opaqueTokens({
          [writer]: { principal: { name: 'ada', roles: ['writer'] } },
          [reader]: { principal: { name: 'grace', roles: ['reader'] } },
        }),
      }),
    ] as const;

    /** Firewall, gateway and application, one after the other, until one refuses. */
    const cross = async (choice: string, message: Message, path: string, env: Env): Promise<Crossing> => {
      const isNote = message.method === 'POST' && path === '/notes';
      const rules = [scriptRule, ...(choice === 'rule-942-not-for-notes' && isNote ? [] : [sqlRule])];
      const { met, step } = firewall(message, choice === 'firewall-off' ? [] : rules);
      const trace: Step[] = [step];
      if (met)
        return { reply: { status: 403, trace }, lines: { firewall: `403 rule ${met.number}, ${met.about}` } };
      const address = addressRule(path, choice === 'any-address' ? '/none/' : '/admin');
      trace.push(address);
      if (address.outcome === 'failed')
        return { reply: { status: 403, trace }, lines: { firewall: 'passed', gateway: '403 address' } };
      const policy = isNote && choice !== 'all-may-write' ? requireRole('writer') : anyone;
      const decision = await decide(message, { realm, schemes, policy }, env);
      const reply = plainAnswer(decision, { stored: isNote });
      return {
        reply: { ...reply, trace: [...trace, ...decision.trace], fields: challengeLines(decision) },
        lines: { firewall: 'passed', gateway: 'passed', application: String(decision.status) },
      };
    };

    /** The edge: gives each request an id, lets the parts log it, and has one page for every 403. */
    const edge = async ({ message, env, resource }: Call): Promise<Reply> => {
      const path = pathBelow(message, resource);
      const id = encodeBase64url(env.random(6));
      const { reply, lines } = await cross(await inForce(env), message, path, env);
      for (const part of parts) {
        const line = lines[part];
        if (line) await log(part, `${id} ${message.method} ${path}: ${line}`, env);
      }
      const fields: readonly Field[] = [
        ['Server', 'toy-edge'],
        ['X-Request-Id', id],
      ];
      if (reply.status !== 403) return { ...reply, fields: [...fields, ...(reply.fields ?? [])] };
      const text = refusalPage('Access denied', `Request ${id}`);
      const html: Field = ['Content-Type', 'text/html; charset=utf-8'];
      return { status: 403, trace: reply.trace ?? [], fields: [...fields, html], text };
    };
    const route = (method: string) => ({
      policy: anyone,
      open: true,
      methods: [method],
      handle: edge,
    });

    const probes: readonly Probe[] = [
      {
        name: 'Ada’s note about the shelf: 200',
        draft: note(suspicious, bearerLine(writer)),
        status: 200,
        rule: 'RFC 9110 §15.3.1',
      },
      {
        name: 'a search with a query of a database: 403',
        draft: get('/search?q=1+union+select+name+from+users', bearerLine(writer)),
        status: 403,
        rule: 'RFC 9110 §15.5.4',
      },
      {
        name: 'a note with a script: 403',
        draft: note('<script>alert(1)</script>', bearerLine(writer)),
        status: 403,
        rule: 'RFC 9110 §15.5.4',
      },
      {
        name: 'Grace, who may only read, writes a note: 403',
        draft: note(plain, bearerLine(reader)),
        status: 403,
        rule: 'RFC 9110 §15.5.4',
      },
      {
        name: 'nobody writes a note: 401',
        draft: note(plain),
        status: 401,
        asks: 'Bearer',
        rule: 'RFC 9110 §15.5.2',
      },
      {
        name: 'the admin page from another address: 403',
        draft: get('/admin', bearerLine(writer)),
        status: 403,
        rule: 'RFC 9110 §15.5.4',
      },
    ];

    return {
      realm,
      schemes,
      sheet,
      routes: {
        '/notes': route('POST'),
        '/search': route('GET'),
        '/admin': route('GET'),
        '/logs': {
          policy: anyone,
          open: true,
          handle: async ({ env }) => {
            const lines = await Promise.all(parts.map(async (part) => [part, await logged(part, env)]));
            return { status: 200, content: Object.fromEntries(lines) };
          },
        },
        [sheet.path]: proposalRoute({
          form: sheet,
          read: (body) => readChoice(body, asks, listed),
          now: ({ env }) => inForce(env),
          reset: ({ env }) => keep(sheet.begin, env),
          async judge(choice, { env }) {
            const answer = async (probe: Message) =>
              (await cross(choice, probe, pathBelow(probe, ''), env)).reply;
            const verdict = await tryProbes(probes, answer);
            if (!verdict.right) return verdict;
            await keep(choice, env);
            return { ...verdict, content: { message: `Accepted. From now on ${choices[choice]}.` } };
          },
        }),
      },
      wallet: async () => ({
        'ada-token': { label: "Ada's token, with the role writer", value: writer },
        'grace-token': { label: "Grace's token, with the role reader", value: reader },
      }),
    };
  },
  start: (w) => note(suspicious, bearerLine(w['ada-token'])),
  solution: () => setTo('rule-942-not-for-notes'),
  reasons: ['The log of the firewall names rule 942; the exception is for one rule and one path.'],
  mistakes: [
    {
      name: 'the note, as delivered',
      draft: (w, ask) => asDelivered(ask, note(suspicious, bearerLine(w['ada-token']))),
      status: 403,
      fails: 'no text of the request looks like an attack',
      misconception: 'every-refusal-is-about-the-person',
    },
    {
      name: 'the note without a token',
      draft: (_, ask) => asDelivered(ask, note(suspicious)),
      status: 403,
      fails: 'no text of the request looks like an attack',
      misconception: 'a-stranger-always-gets-401',
    },
    {
      name: 'other words',
      draft: (w, ask) => asDelivered(ask, note(plain, bearerLine(w['ada-token']))),
      status: 200,
    },
    {
      name: 'Grace writes a note',
      draft: (w, ask) => asDelivered(ask, note(plain, bearerLine(w['grace-token']))),
      status: 403,
      fails: 'role writer is held',
    },
    {
      name: 'the admin page',
      draft: (w, ask) => asDelivered(ask, get('/admin', bearerLine(w['ada-token']))),
      status: 403,
      fails: 'the connection comes from an address that is allowed for this path',
    },
    {
      name: 'the logs after the note',
      draft: async (w, ask) => {
        await asDelivered(ask, note(suspicious));
        await ask(note(suspicious, bearerLine(w['ada-token'])));
        return get('/logs');
      },
      status: 200,
    },
    {
      name: 'the firewall off',
      draft: () => setTo('firewall-off'),
      status: 422,
      fails: 'a search with a query of a database: 403',
      misconception: 'works-for-me-is-a-test',
    },
    {
      name: 'a bigger role for all',
      draft: () => setTo('all-may-write'),
      status: 422,
      fails: 'Ada’s note about the shelf: 200',
      misconception: 'a-bigger-role-cures-every-403',
    },
    {
      name: 'every address',
      draft: () => setTo('any-address'),
      status: 422,
      fails: 'Ada’s note about the shelf: 200',
    },
    {
      name: 'a change that is not on the list',
      draft: () => setTo('rule-942-off'),
      status: 400,
      fails: 'the change is one of those that GET /change lists',
    },
  ],
});

/** The latest lines of a part's log, the newest first. */
async function logged(part: Part, env: Env): Promise<readonly string[]> {
  return ((await env.recall(`log of the ${part}`)) ?? '').split('\n').filter(Boolean);
}

async function log(part: Part, line: string, env: Env): Promise<void> {
  const lines = [line, ...(await logged(part, env))].slice(0, 5);
  await env.remember(`log of the ${part}`, lines.join('\n'), hours(env));
}
