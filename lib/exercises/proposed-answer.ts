/** "Be the server": a learner proposes the answer to a request, and `decide` says whether it is the right one. */

import { type AnswerText, readAnswerText, readNamedAnswers } from '@/lib/http-auth/answer-text';
import { decide, type Resource } from '@/lib/http-auth/decide';
import { type Decision, failed, passed, type Step } from '@/lib/http-auth/decision';
import { type Draft, draftMessage } from '@/lib/http-auth/draft';
import { count, inert, spelled } from '@/lib/http-auth/evidence';
import { type Challenge, isToken, parseChallenges } from '@/lib/http-auth/grammar';
import type { Field } from '@/lib/http-auth/message';
import type { Env } from '@/lib/http-auth/scheme';
import { kindOf, member, readJsonObject } from '@/lib/http-auth/schemes/strict-json';
import type { ProposalForm } from '@/lib/http-auth/sheet';
import type { Route } from './exercise';
import { type JudgeOptions, judgeAnswer, type ProposedAnswer } from './judge-answer';
import { jsonFault, proposalCheck, proposalRoute, type Reading, textOf } from './proposal';

export type { ProposedAnswer } from './judge-answer';

/** A request that a learner is to answer, and the resource that it is for. The path of the request is its target. */
export interface Situation {
  readonly resource: Resource;
  readonly request: Draft;
}

const readable = proposalCheck('the content is a proposed response', 'RFC 9110 §15.5.1');
const wellFormed = proposalCheck('every proposed header parses', 'RFC 9110 §11.6.1');

const asText = 'HTTP/1.1 401 ⏎ WWW-Authenticate: …';
const asJson = '{"status": 401, "headers": {"WWW-Authenticate": "…"}}';
const form = `as text/plain: ${asText} (no quotes to escape); or as JSON: ${asJson}`;
const headersForm =
  'as text/plain: Name: value (no quotes to escape); or as JSON: {"headers": {"Name": "value"}}';

/** The decision that the gates really make about a situation. */
export function decisionOf({ resource, request }: Situation, env: Env): Promise<Decision> {
  const message = draftMessage(request, '');
  return decide({ ...message, fields: [['Host', 'doorman.example'], ...message.fields] }, resource, env);
}

/** Reads a status line and header lines, or a JSON object with `status` and `headers`. */
export function readAnswer(body: Uint8Array): Reading<ProposedAnswer> {
  const given = textOf(body);
  if (!given) return unreadable('bytes that are not UTF-8');
  if (!given.isJson) return answerIn(readAnswerText(given.text));
  const read = readJsonObject(body);
  return read.ok ? answerInJson(read.object) : unreadable(jsonFault(read.saw));
}

/** Reads header lines without a status line, or a JSON object with `headers`. */
export function readHeaders(body: Uint8Array): Reading<readonly Field[]> {
  const no = (saw: string) => unreadable(saw, headersForm);
  const given = textOf(body);
  if (!given) return no('bytes that are not UTF-8');
  const read = given.isJson ? readJsonObject(body) : undefined;
  if (read?.ok === false) return no(jsonFault(read.saw));
  const text = readAnswerText(given.text);
  if (!read && text.status) return no('a status line');
  if (!read && text.odd !== undefined) return no(`a line without a colon: ${inert(text.odd, 40)}`);
  const lines = read ? fieldsInJson(read.object) : text.fields;
  if (!lines) return no('headers that are neither an object nor a list');
  if (!lines.length) return no('no header');
  const fields = read ? lines : lines.map(trimmed);
  const fault = fields.map(([name, value]) => lineFault(name, value)).find(Boolean);
  if (fault) return { ok: false, trace: [failed(wellFormed, ...fault)] };
  return { ok: true, value: fields, trace: [] };
}

/** Reads answers by name: blocks of lines that begin with `name: status`, or a JSON object with the names as members. */
export function readAnswers(
  body: Uint8Array,
  names: readonly string[],
): Reading<ReadonlyMap<string, ProposedAnswer>> {
  const first = names[0] ?? 'name';
  const shape = `as text/plain: ${first}: 401 ⏎ WWW-Authenticate: …, a blank line, the next (no quotes to escape); or as JSON: {"${first}": ${asJson}, …}`;
  const no = (saw: string, expected = shape) => unreadable(saw, expected);
  const given = textOf(body);
  if (!given) return no('bytes that are not UTF-8');
  const answers = new Map<string, ProposedAnswer>();
  let entries: (readonly [name: string, read: () => Reading<ProposedAnswer>])[];
  if (given.isJson) {
    const read = readJsonObject(body);
    if (!read.ok) return no(jsonFault(read.saw));
    entries = Object.entries(read.object).map(([name, value]) => [name, () => answerInJson(value)]);
  } else {
    entries = readNamedAnswers(given.text, names).map((answer) => [answer.name, () => answerIn(answer)]);
  }
  if (!entries.length) return no(given.isJson ? 'an object without members' : 'nothing');
  for (const [name, read] of entries) {
    if (!names.includes(name)) return no(`the name ${inert(name, 40)}`, `names out of ${names.join(', ')}`);
    if (answers.has(name)) return no(`the name ${name} twice`, 'one response for each name');
    const answer = read();
    if (!answer.ok) {
      return { ok: false, trace: answer.trace.map((step) => ({ ...step, saw: `${name}: ${step.saw}` })) };
    }
    answers.set(name, answer.value);
  }
  return { ok: true, value: answers, trace: [] };
}

/** `content` is what the learner finds behind a right answer. */
export interface AnswerOptions extends JudgeOptions {
  readonly content?: Readonly<Record<string, unknown>>;
}

/** The route that takes proposed answers to `situation`, which the gates judge. */
export function answerRoute(
  sheet: ProposalForm,
  situation: Situation,
  { content = { message: 'That is what a server should answer.' }, ...options }: AnswerOptions = {},
): Route {
  return proposalRoute({
    form: sheet,
    read: readAnswer,
    now: async () => sheet.begin,
    async judge(proposed, { env }) {
      const { right, trace } = judgeAnswer(proposed, await decisionOf(situation, env), options);
      return { right, trace, ...(right && { content }) };
    },
  });
}

function unreadable(saw: string, expected = form) {
  return { ok: false as const, trace: [failed(readable, saw, expected)] };
}

function answerIn({ status, fields, odd }: AnswerText): Reading<ProposedAnswer> {
  if (odd !== undefined) return unreadable(`a line without a colon: ${inert(odd, 40)}`);
  if (!status) return unreadable('no status line');
  return checked(Number(status), fields.map(trimmed));
}

function answerInJson(value: unknown): Reading<ProposedAnswer> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return unreadable(kindOf(value));
  const object = value as Readonly<Record<string, unknown>>;
  const status = member(object, 'status');
  if (typeof status !== 'number') {
    return unreadable(`status: ${kindOf(status)}`, 'a status: a whole number from 100 to 599');
  }
  const fields = fieldsInJson(object);
  if (!fields) {
    return unreadable(
      'headers that are neither an object nor a list',
      '"headers": {"Name": "value"}, or a list of [name, value]',
    );
  }
  return checked(status, fields);
}

/** The header lines of an object: `headers` by name or in pairs; `fields` is what the RFC calls them. */
function fieldsInJson(object: Readonly<Record<string, unknown>>): readonly Field[] | undefined {
  const given = member(object, 'headers') ?? member(object, 'fields') ?? [];
  if (Array.isArray(given)) return given.every(isPair) ? given : undefined;
  if (typeof given !== 'object' || given === null) return undefined;
  const lines: unknown[] = Object.entries(given).flatMap(([name, value]: [string, unknown]) =>
    (Array.isArray(value) ? value : [value]).map((line: unknown) => [name, line]),
  );
  return lines.every(isPair) ? lines : undefined;
}

/** A status and header lines, with the challenges among them read. */
function checked(status: number, fields: readonly Field[]): Reading<ProposedAnswer> {
  if (!Number.isInteger(status) || status < 100 || status > 599)
    return unreadable(`status: ${status}`, 'a status: a whole number from 100 to 599');
  if (fields.length > 20) return unreadable(count(fields.length, 'header'), 'at most 20');
  const read: readonly Step[] = [passed(readable, `status ${status}, ${count(fields.length, 'header')}`)];
  const no = (saw: string, expected: string) => ({
    ok: false as const,
    trace: [...read, failed(wellFormed, saw, expected)],
  });
  const challenges: Challenge[] = [];
  for (const [name, text] of fields) {
    const fault = lineFault(name, text);
    if (fault) return no(...fault);
    if (name.toLowerCase() !== 'www-authenticate') continue;
    const parsed = parseChallenges(text);
    if (!parsed.ok) {
      const [odd = ''] = text.slice(parsed.offset);
      const saw = odd ? `${spelled(odd)} at character ${parsed.offset + 1}` : 'the end of the value';
      return no(`in ${name}, ${saw}`, parsed.expected);
    }
    if (!parsed.value.length) return no(`an empty ${name}`, 'a challenge');
    challenges.push(...parsed.value);
  }
  const saw = fields.length ? fields.map(([name]) => inert(name, 40)).join(', ') : 'none';
  return { ok: true, value: { status, fields, challenges }, trace: [...read, passed(wellFormed, saw)] };
}

/** White space around a value is not part of it (RFC 9112 §5). */
function trimmed([name, value]: Field): Field {
  let [start, end] = [0, value.length];
  while (isSpace(value[start])) start += 1;
  while (end > start && isSpace(value[end - 1])) end -= 1;
  return [name, value.slice(start, end)];
}

const isSpace = (character: string | undefined) => character === ' ' || character === '\t';

function isPair(line: unknown): line is Field {
  return Array.isArray(line) && line.length === 2 && line.every((part) => typeof part === 'string');
}

/** What is wrong with a line before its value is parsed: what is seen, and what is expected. */
function lineFault(name: string, value: string): [saw: string, expected: string] | undefined {
  if (!isToken(name)) return [`the name ${inert(name, 40)}`, 'a name of letters, digits and hyphens'];
  const odd = /[\x00-\x08\x0a-\x1f\x7f]/.exec(value)?.[0];
  return odd === undefined ? undefined : [`in ${name}, ${spelled(odd)}`, 'a value on one line'];
}
