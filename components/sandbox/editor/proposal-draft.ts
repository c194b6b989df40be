/** A proposal as the request carries it: what a form reads from the draft, and the draft that it writes. */

import { readAnswerText, writeAnswerText } from '@/lib/http-auth/answer-text';
import type { Draft } from '@/lib/http-auth/draft';
import type { Field } from '@/lib/http-auth/message';
import type { ProposalForm } from '@/lib/http-auth/sheet';

/** An answer as a form shows it. */
export interface AnswerParts {
  readonly status: string;
  /** Values of WWW-Authenticate. */
  readonly challenges: readonly string[];
  readonly headers: readonly Field[];
}

/** What each form of a proposal gets: its parts, the proposal as text, and the way to change it. */
export interface PartProps<P> {
  readonly asks: P;
  readonly text: string;
  readonly change: (text: string) => void;
}

const isChallenge = ([name]: Field) => /^www-authenticate$/i.test(name);

/** True where the draft is a proposal to this form. */
export function isProposal({ method, path }: Draft, form: ProposalForm): boolean {
  return path === form.path && /^(?:POST|PUT)$/.test(method);
}

/** The text of the proposal in a draft; undefined where the draft is another request, or proposes in JSON. */
export function proposalText(draft: Draft, form: ProposalForm): string | undefined {
  const { body = '' } = draft;
  return isProposal(draft, form) && !/^\s*[{[]/.test(body) ? body : undefined;
}

/** The request that proposes `text`, with the headers of `from` where that proposes too. */
export function proposalDraft(text: string, form: ProposalForm, from: readonly Draft[]): Draft {
  const earlier = from.find((draft) => isProposal(draft, form));
  const others = (earlier?.fields ?? []).filter(([name]) => !/^content-type$/i.test(name));
  return {
    method: earlier?.method ?? 'POST',
    path: form.path,
    fields: [['Content-Type', 'text/plain'], ...others],
    body: text,
  };
}

export function answerParts(text: string): AnswerParts {
  const { status, fields } = readAnswerText(text);
  return {
    status,
    challenges: fields.filter(isChallenge).map(([, value]) => value),
    headers: fields.filter((field) => !isChallenge(field)),
  };
}

export function answerText({ status, challenges, headers }: AnswerParts): string {
  const asked = challenges.filter(Boolean).map((value): Field => ['WWW-Authenticate', value]);
  return writeAnswerText({ status, fields: [...asked, ...headers.filter(([name, value]) => name || value)] });
}

/** The order that a text gives to `names`; as they stand where it is none of them. */
export function orderIn(text: string, names: readonly string[]): readonly string[] {
  const given = text.split(/[\s,]+/).filter(Boolean);
  return [...given].sort().join() === [...names].sort().join() ? given : names;
}
