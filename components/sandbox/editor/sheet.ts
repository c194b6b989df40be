/** What a sheet writes into the request, and what it reads from the answers that came. */

import type { Exchange } from '@/lib/draft/exchange';
import { readNamedAnswers, writeNamedAnswers } from '@/lib/http-auth/answer-text';
import type { Draft } from '@/lib/http-auth/draft';
import type { Field } from '@/lib/http-auth/message';
import type { Shown } from '../send';

/** What a sheet is given beside its list. */
export interface SheetProps {
  readonly draft: Draft;
  readonly edit: (draft: Draft) => void;
  /** Newest first. */
  readonly exchanges: readonly Shown[];
  /** Where the result is shown: below the button that sends. */
  readonly below: HTMLElement | null;
  readonly wallet: Readonly<Record<string, string>>;
  readonly announce: (text: string) => void;
}

/** An answer as a sheet holds it: both empty where nothing was said. */
export interface SheetAnswer {
  readonly status: string;
  /** The value of WWW-Authenticate. */
  readonly challenge: string;
}

/** What became of one answer; `says` is there where it was wrong. */
export interface Mark {
  readonly right: boolean;
  readonly says?: string;
}

type Json = Readonly<Record<string, unknown>>;

/** The answers that the content of a draft spells; none where it is something else. */
export function answersIn({ body = '' }: Draft): ReadonlyMap<string, SheetAnswer> {
  return new Map(
    readNamedAnswers(body).map(({ name, status, fields }) => {
      const challenges = fields
        .filter(([line]) => /^www-authenticate$/i.test(line))
        .map(([, value]) => value);
      return [name, { status, challenge: challenges.join(', ') }];
    }),
  );
}

/** The request that proposes these answers. */
export function answersDraft(answers: ReadonlyMap<string, SheetAnswer>): Draft {
  const given = [...answers].filter(([, { status, challenge }]) => status || challenge);
  const named = given.map(([name, { status, challenge }]) => {
    const fields: readonly Field[] = challenge ? [['WWW-Authenticate', challenge]] : [];
    return { name, status, fields };
  });
  return {
    method: 'POST',
    path: '/answers',
    fields: [['Content-Type', 'text/plain']],
    body: writeNamedAnswers(named),
  };
}

/** True where an answer says what became of each request. */
export function hasFeedback({ response }: Exchange): boolean {
  return objectIn(response.body).feedback !== undefined;
}

/** What the latest answers said of each request. */
export function marksIn(exchanges: readonly Exchange[]): ReadonlyMap<string, Mark> {
  const marks = new Map<string, Mark>();
  for (const { response } of exchanges) {
    for (const [name, value] of Object.entries(asObject(objectIn(response.body).feedback))) {
      const { right, check, saw, expected } = asObject(value);
      if (marks.has(name)) continue;
      marks.set(
        name,
        right === true
          ? { right: true }
          : { right: false, says: `The check “${check}” failed. Saw ${saw}; expected ${expected}.` },
      );
    }
  }
  return marks;
}

/** The numbers of incidents that were fixed, with what had been wrong. */
export function fixedIncidents(exchanges: readonly Exchange[]): ReadonlyMap<number, string> {
  return new Map(
    exchanges.flatMap(({ response }) => {
      const { number, cause } = objectIn(response.body);
      return typeof number === 'number' && typeof cause === 'string' ? [[number, cause] as const] : [];
    }),
  );
}

/** The incident that one answer shows to be solved, with what had been wrong. */
export function solvedIn(exchange: Exchange): readonly [number: number, cause: string] | undefined {
  return [...fixedIncidents([exchange])][0];
}

/** The latest badge that came. */
export function badgeIn(exchanges: readonly Exchange[]): string | undefined {
  for (const { response } of exchanges) {
    const { badge } = objectIn(response.body);
    if (response.status === 200 && typeof badge === 'string') return badge;
  }
  return undefined;
}

function objectIn(text: string): Json {
  try {
    return asObject(JSON.parse(text));
  } catch {
    return {};
  }
}

function asObject(value: unknown): Json {
  return typeof value === 'object' && value !== null ? (value as Json) : {};
}
