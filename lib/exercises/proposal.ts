/** "Be the server": the one interface by which a learner proposes what a server should do, and has it judged. */

import { type Check, failed, type Step } from '@/lib/http-auth/decision';
import { inert, utf8 } from '@/lib/http-auth/evidence';
import { anyone } from '@/lib/http-auth/policies';
import { kindOf, member, readJsonObject } from '@/lib/http-auth/schemes/strict-json';
import type { ChoicePart, OrderPart, ProposalForm } from '@/lib/http-auth/sheet';
import type { Call, Reply, Route } from './exercise';

/** What was read and the steps of reading it, or the steps up to the one that failed. */
export type Reading<T> =
  | { readonly ok: true; readonly value: T; readonly trace: readonly Step[] }
  | { readonly ok: false; readonly trace: readonly Step[] };

/** What a judge says of a proposal that could be read. */
export interface Verdict {
  readonly right: boolean;
  /** 200 where it is right, else 422, unless it is given. */
  readonly status?: number;
  readonly trace: readonly Step[];
  /** JSON members of the response; a failed step words the problem where they are left out. */
  readonly content?: Readonly<Record<string, unknown>>;
}

export interface Proposal<T> {
  readonly form: Pick<ProposalForm, 'path' | 'send'> & Partial<Pick<ProposalForm, 'asks'>>;
  readonly read: (body: Uint8Array) => Reading<T>;
  /** Judges, and puts into force what holds. */
  readonly judge: (value: T, call: Call) => Promise<Verdict>;
  /** What stands there now: as text/plain would propose it, or how far it is. */
  readonly now: (call: Call) => Promise<string | object>;
  /** Puts back what stood there at first. */
  readonly reset?: (call: Call) => Promise<void>;
}

/** A check of a proposal, which is no gate. */
export function proposalCheck(check: string, rule: Check['rule']): Check {
  return { stage: 'proposal', check, rule };
}

/**
 * The route of a proposal: GET shows what stands there now and how to propose something else, POST and PUT propose.
 * 400 where the content cannot be read, 422 where it does not hold (RFC 9110 §15.5.21), 200 where it does.
 */
export function proposalRoute<T>({ form, read, judge, now, reset }: Proposal<T>): Route {
  return {
    policy: anyone,
    open: true,
    proposal: true,
    methods: ['GET', 'POST', 'PUT', ...(reset ? ['DELETE'] : [])],
    async handle(call): Promise<Reply> {
      const { method, body } = call.message;
      if (method === 'POST' || method === 'PUT') {
        const reading = read(body);
        if (!reading.ok) return { status: 400, trace: reading.trace };
        const verdict = await judge(reading.value, call);
        const { right, trace, content, status = right ? 200 : 422 } = verdict;
        return { status, trace: [...reading.trace, ...trace], ...(content && { content }) };
      }
      if (method === 'DELETE') await reset?.(call);
      return {
        status: 200,
        content: { now: await now(call), propose: `POST or PUT ${form.path}`, ...shown(form) },
      };
    },
  };
}

function shown({ send, asks }: Proposal<unknown>['form']) {
  const choices =
    !asks || asks.kind === 'answer'
      ? {}
      : { [asks.kind]: Object.fromEntries(asks.items.map(({ name, means }) => [name, means])) };
  return { as: send, ...choices };
}

/** How a proposal is sent, for a step that says that it cannot be read. */
export function shapes({ send }: Pick<ProposalForm, 'send'>): string {
  const text = send['text/plain'].replaceAll('\n', ' ⏎ ');
  return `as text/plain: ${text} (no quotes to escape); or as JSON: ${send['application/json']}`;
}

/** The text of a body, and whether it is meant as JSON: what begins with a brace or a bracket is. */
export function textOf(body: Uint8Array): { readonly text: string; readonly isJson: boolean } | undefined {
  const text = utf8(body);
  return text === undefined ? undefined : { text, isJson: /^\s*[{[]/.test(text) };
}

/** What is there in place of JSON; quotation marks within a text are the commonest fault. */
export function jsonFault(saw: string): string {
  return saw === 'text that is not JSON'
    ? 'text that begins as JSON and is not: inside JSON, each " of a value is written \\"'
    : saw;
}

/** Reads an order: the names of all items, once each, by commas or lines; or the `order` of a JSON object. */
export function readOrder(
  body: Uint8Array,
  asks: OrderPart,
  about: Check,
  form: ProposalForm,
): Reading<readonly string[]> {
  const names = asks.items.map(({ name }) => name);
  const no = (saw: string) => ({ ok: false as const, trace: [failed(about, saw, shapes(form))] });
  const given = textOf(body);
  if (!given) return no('bytes that are not UTF-8');
  let order: unknown = given.text.split(/[\s,]+/).filter(Boolean);
  if (given.isJson) {
    const read = readJsonObject(body);
    if (!read.ok) return no(jsonFault(read.saw));
    order = member(read.object, 'order');
  }
  if (!Array.isArray(order) || !order.every((name) => typeof name === 'string'))
    return no(`order: ${kindOf(order)}`);
  const fits = [...order].sort().join() === [...names].sort().join();
  return fits ? { ok: true, value: order, trace: [] } : no(inert(order.join(', '), 60) || 'nothing');
}

/** Reads a choice: the name of one item; or that member of a JSON object. */
export function readChoice(body: Uint8Array, asks: ChoicePart, about: Check): Reading<string> {
  const names = asks.items.map(({ name }) => name);
  const expected = `one of ${names.join(', ')}, as text/plain or as JSON: {"${asks.member}": "…"}`;
  const no = (saw: string) => ({ ok: false as const, trace: [failed(about, saw, expected)] });
  const given = textOf(body);
  if (!given) return no('bytes that are not UTF-8');
  let choice: unknown = given.text.trim();
  if (given.isJson) {
    const read = readJsonObject(body);
    if (!read.ok) return no(jsonFault(read.saw));
    choice = member(read.object, asks.member);
  }
  if (typeof choice !== 'string') return no(`${asks.member}: ${kindOf(choice)}`);
  return names.includes(choice)
    ? { ok: true, value: choice, trace: [] }
    : no(choice ? inert(choice, 40) : 'nothing');
}
