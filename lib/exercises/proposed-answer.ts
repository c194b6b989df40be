/** "Be the server": a learner proposes the answer to a request, and `decide` says whether it is the right one. */
import { decide, type Resource } from '@/lib/http-auth/decide';
import { type Check, type Decision, failed, passed, type Step } from '@/lib/http-auth/decision';
import { type Draft, draftMessage } from '@/lib/http-auth/draft';
import { inert, spelled } from '@/lib/http-auth/evidence';
import { type Challenge, isToken, parseChallenges } from '@/lib/http-auth/grammar';
import type { Field } from '@/lib/http-auth/message';
import type { Env } from '@/lib/http-auth/scheme';
import { kindOf, member, readJsonObject } from '@/lib/http-auth/schemes/strict-json';
import type { Call, Reply } from './exercise';
import { type JudgeOptions, judgeAnswer, type ProposedAnswer } from './judge-answer';

export type { ProposedAnswer } from './judge-answer';

/** What was read and the steps of reading it, or the steps up to the one that failed. */
export type Reading<T> =
  | { readonly ok: true; readonly value: T; readonly trace: readonly Step[] }
  | { readonly ok: false; readonly trace: readonly Step[] };

/** A request that a learner is to answer, and the resource that it is for. The path of the request is its target. */
export interface Situation {
  readonly resource: Resource;
  readonly request: Draft;
}

const readable: Check = {
  stage: 'syntax',
  check: 'the content is a proposed answer',
  rule: 'RFC 9110 §15.5.1',
};
const wellFormed: Check = {
  stage: 'syntax',
  check: 'every proposed field line parses',
  rule: 'RFC 9110 §11.6.1',
};

const form = '{"status": 401, "fields": [["WWW-Authenticate", "…"]]}';

/** The decision that the gates really make about a situation. */
export function decisionOf({ resource, request }: Situation, env: Env): Promise<Decision> {
  const message = draftMessage(request, '');
  return decide({ ...message, fields: [['Host', 'doorman.example'], ...message.fields] }, resource, env);
}

/** Reads content `{"status": 401, "fields": [["WWW-Authenticate", "…"]]}`; `fields` may be left out. */
export function readAnswer(body: Uint8Array): Reading<ProposedAnswer> {
  const read = readJsonObject(body);
  return read.ok ? answerIn(read.object) : { ok: false, trace: [failed(readable, read.saw, form)] };
}

/** Reads content `{"name": {"status": 401, "fields": […]}, …}` with at least one of `names`, and no other. */
export function readAnswers(
  body: Uint8Array,
  names: readonly string[],
): Reading<ReadonlyMap<string, ProposedAnswer>> {
  const wanted = `{"${names[0] ?? 'name'}": ${form}, …}`;
  const no = (saw: string, expected = wanted) => ({
    ok: false as const,
    trace: [failed(readable, saw, expected)],
  });
  const read = readJsonObject(body);
  if (!read.ok) return no(read.saw);
  const entries = Object.entries(read.object);
  if (!entries.length) return no('an object without members');
  const stranger = entries.find(([name]) => !names.includes(name));
  if (stranger) return no(`the name ${inert(stranger[0], 40)}`, `names out of ${names.join(', ')}`);
  const answers = new Map<string, ProposedAnswer>();
  for (const [name, value] of entries) {
    const one = answerIn(value);
    if (!one.ok)
      return { ok: false, trace: one.trace.map((step) => ({ ...step, saw: `${name}: ${step.saw}` })) };
    answers.set(name, one.value);
  }
  const saw = `${answers.size} of ${names.length}`;
  return { ok: true, value: answers, trace: [passed(readable, saw), passed(wellFormed, saw)] };
}

/** `content` is what the learner finds behind a right answer. */
export interface AnswerOptions extends JudgeOptions {
  readonly content?: Readonly<Record<string, unknown>>;
}

/**
 * Answers a call whose content is one proposed answer to `situation`: 400 where it cannot be read, 422 with a step
 * that says what is wrong where it is not the right one (RFC 9110 §15.5.21), else 200. For an open route
 * that the goal of the exercise names by its path.
 */
export async function replyToAnswer(
  { message, env }: Pick<Call, 'message' | 'env'>,
  situation: Situation,
  { content = { message: 'That is what a server should answer.' }, ...options }: AnswerOptions = {},
): Promise<Reply> {
  const read = readAnswer(message.body);
  if (!read.ok) return { status: 400, trace: read.trace };
  const { right, trace: judged } = judgeAnswer(read.value, await decisionOf(situation, env), options);
  const trace = [...read.trace, ...judged];
  return right ? { status: 200, content, trace } : { status: 422, trace };
}

function answerIn(value: unknown): Reading<ProposedAnswer> {
  const no = (check: Check, saw: string, expected: string, before: readonly Step[] = []) => ({
    ok: false as const,
    trace: [...before, failed(check, saw, expected)],
  });
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return no(readable, kindOf(value), form);
  const object = value as Readonly<Record<string, unknown>>;
  const status = member(object, 'status');
  if (typeof status !== 'number' || !Number.isInteger(status) || status < 100 || status > 599) {
    const saw = typeof status === 'number' ? String(status) : kindOf(status);
    return no(readable, `status: ${saw}`, 'a status: a whole number from 100 to 599');
  }
  const list = member(object, 'fields') ?? [];
  const fields = Array.isArray(list) && list.length <= 20 && list.every(isPair) ? list : undefined;
  if (!fields) return no(readable, `fields: ${kindOf(list)}`, 'fields: a list of [name, value], at most 20');
  const read = [
    passed(
      readable,
      `status ${status}, ${fields.length} field lines`.replace(/\b1 field lines/, '1 field line'),
    ),
  ];
  const challenges: Challenge[] = [];
  for (const [name, text] of fields) {
    const fault = lineFault(name, text);
    if (fault) return no(wellFormed, ...fault, read);
    if (name.toLowerCase() !== 'www-authenticate') continue;
    const parsed = parseChallenges(text);
    if (!parsed.ok) {
      const [odd = ''] = text.slice(parsed.offset);
      const saw = odd ? `${spelled(odd)} at character ${parsed.offset + 1}` : 'the end of the value';
      return no(wellFormed, `in ${name}, ${saw}`, parsed.expected, read);
    }
    if (!parsed.value.length) return no(wellFormed, `an empty ${name}`, 'a challenge', read);
    challenges.push(...parsed.value);
  }
  const saw = fields.length ? fields.map(([name]) => inert(name, 40)).join(', ') : 'none';
  return { ok: true, value: { status, fields, challenges }, trace: [...read, passed(wellFormed, saw)] };
}

function isPair(line: unknown): line is Field {
  return Array.isArray(line) && line.length === 2 && line.every((part) => typeof part === 'string');
}

/** What is wrong with a line before its value is parsed: what is seen, and what is expected. */
function lineFault(name: string, value: string): [saw: string, expected: string] | undefined {
  if (!isToken(name)) return [`the field name ${inert(name, 40)}`, 'a name of letters, digits and hyphens'];
  const odd = /[\x00-\x08\x0a-\x1f\x7f]/.exec(value)?.[0];
  return odd === undefined ? undefined : [`in ${name}, ${spelled(odd)}`, 'a value on one line'];
}
