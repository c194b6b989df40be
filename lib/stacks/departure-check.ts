/** What a check over recorded answers is, and how it finds them. */
import { type Challenge, parseChallenges } from '@/lib/http-auth/grammar';
import type { Rule } from '@/lib/http-auth/rule';
import { fieldValues, type RecordedResponse } from './message';
import type { Answer, Variant } from './record';

/** MUST and SHOULD bind the server; a note is worth knowing, and the text leaves it to the server. */
export type Level = 'MUST' | 'MUST NOT' | 'SHOULD' | 'SHOULD NOT' | 'note';

export interface DepartureCheck {
  readonly id: string;
  readonly level: Level;
  readonly rule: Rule;
  /** The cause that explains it. */
  readonly cause: string;
  readonly title: string;
  /** What the section asks for, and who is surprised. */
  readonly says: string;
  /** The ids of the questions whose answers depart. */
  readonly find: (variant: Variant) => string[];
}

/** A question and what was answered to it. */
export interface Answered {
  readonly id: string;
  readonly response: RecordedResponse;
}

/** The questions that bring no valid credentials. */
export const unauthenticated = [
  'nothing',
  'unknown-scheme',
  'malformed-basic',
  'malformed-bearer',
  'doubled-scheme',
  'wrong-password',
  'unknown-user',
  'forged-token',
  'expired-token',
  'wrong-audience',
];
/** The questions that bring a token of which something is wrong. */
export const badTokens = ['forged-token', 'expired-token', 'wrong-audience'];

/** What a variant answered to the questions `ids`, or to all; without those that make no sense for it. */
export function answersTo(
  variant: Variant,
  ids: readonly string[] = Object.keys(variant.answers),
): Answered[] {
  return ids.flatMap((id) => {
    const answer: Answer | undefined = variant.answers[id];
    return answer && 'response' in answer ? [{ id, response: answer.response }] : [];
  });
}

/** The questions whose answer passes `test`. */
export const questionsWhere =
  (test: (answer: Answered) => boolean, ids?: readonly string[]) => (variant: Variant) =>
    answersTo(variant, ids)
      .filter(test)
      .map(({ id }) => id);

/** False for a stack that logs in with a form and a cookie. */
export const usesHttpAuthentication = ({ schemes }: Variant) => schemes[0] !== 'session';

/** All challenges of a response, or null where one of them cannot be read. */
export function challenges({ fields }: RecordedResponse): readonly Challenge[] | null {
  const values = [...fieldValues(fields, 'www-authenticate'), ...fieldValues(fields, 'proxy-authenticate')];
  const read = values.map((value) => parseChallenges(value));
  return read.every((line) => line.ok) ? read.flatMap((line) => (line.ok ? line.value : [])) : null;
}

/** The challenges of one scheme, whose name is in small letters. */
export const challengesOf = (response: RecordedResponse, scheme: string) =>
  (challenges(response) ?? []).filter((challenge) => challenge.scheme.toLowerCase() === scheme);

/** True where the response has a field line called `name`. */
export const hasField = ({ fields }: RecordedResponse, name: string) => fieldValues(fields, name).length > 0;
