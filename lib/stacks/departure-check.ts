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

export interface Answered {
  readonly id: string;
  readonly response: RecordedResponse;
}

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
export const badTokens = ['forged-token', 'expired-token', 'wrong-audience'];

export function answered(
  variant: Variant,
  ids: readonly string[] = Object.keys(variant.answers),
): Answered[] {
  return ids.flatMap((id) => {
    const answer: Answer | undefined = variant.answers[id];
    return answer && 'response' in answer ? [{ id, response: answer.response }] : [];
  });
}

export const where = (test: (answer: Answered) => boolean, ids?: readonly string[]) => (variant: Variant) =>
  answered(variant, ids)
    .filter(test)
    .map(({ id }) => id);

export const usesHttpAuthentication = ({ schemes }: Variant) => schemes[0] !== 'session';

/** All challenges of a response, or null where one of them cannot be read. */
export function challenges({ fields }: RecordedResponse): readonly Challenge[] | null {
  const values = [...fieldValues(fields, 'www-authenticate'), ...fieldValues(fields, 'proxy-authenticate')];
  const read = values.map((value) => parseChallenges(value));
  return read.every((line) => line.ok) ? read.flatMap((line) => (line.ok ? line.value : [])) : null;
}

export const named = (response: RecordedResponse, scheme: string) =>
  (challenges(response) ?? []).filter((challenge) => challenge.scheme.toLowerCase() === scheme);

export const has = ({ fields }: RecordedResponse, name: string) => fieldValues(fields, name).length > 0;
