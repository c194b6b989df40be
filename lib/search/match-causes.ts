/** Which causes fit what somebody has answered, the best first, and why each of them fits. */
import type { Answers } from './questions';

export interface CauseEntry {
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  /** The usual one first. */
  readonly statuses: readonly number[];
  readonly asks: {
    /** The commonest first. */
    readonly who: readonly string[];
    /** Whether a server that follows the rules sends a challenge with it. Many do not. */
    readonly challenge: 'yes' | 'no' | 'either';
    /** The usual one first. */
    readonly signs: readonly string[];
    readonly unseen?: true | undefined;
    /** What the request carried, the usual first; anything where it is left out. */
    readonly sent?: readonly string[] | undefined;
    /** What the commonest reader answers, where it is not the first of each list. */
    readonly reader?: { readonly [name in keyof Reader]?: string | undefined } | undefined;
  };
  readonly fixedBy: readonly string[];
}

/** An answer to each of the first three questions. */
export interface Reader {
  readonly who: string;
  readonly status: string;
  readonly sign: string;
}

/** How an answer fits a cause: `weak` lowers the cause, `miss` speaks against it. */
export type Level = 'usual' | 'possible' | 'weak' | 'miss';

/** Why a cause stands where it does: one for each question that was answered. */
export interface Reason {
  readonly question: 'who' | 'status' | 'sign' | 'sent';
  readonly level: Level;
}

export interface Match {
  readonly cause: CauseEntry;
  readonly reasons: readonly Reason[];
}

export interface Matches {
  /** What no answer speaks against. */
  readonly fits: readonly Match[];
  /** What one answer speaks against. */
  readonly near: readonly Match[];
}

/** The causes by fit; those that fit alike by name. What is typed is not looked at: the search ranks that. */
export function matchCauses(causes: readonly CauseEntry[], answers: Answers): Matches {
  const rated = causes
    .filter(({ fixedBy }) => !answers.fix || fixedBy.includes(answers.fix))
    .map((cause) => {
      const reasons = reasonsFor(cause, answers);
      const missed = reasons.filter(({ level }) => level === 'miss').length;
      return { cause, reasons, missed, score: scoreOf(cause, reasons, answers) };
    })
    .sort((a, b) => b.score - a.score || byTitle.compare(a.cause.title, b.cause.title));
  const withMissed = (count: number) => rated.filter(({ missed }) => missed === count);
  return { fits: withMissed(0), near: withMissed(1) };
}

const byTitle = new Intl.Collator('en', { numeric: true });

/** What the commonest reader of a cause answers. */
export function readerOf({ statuses, asks: { who, signs, reader } }: CauseEntry): Reader {
  return {
    who: reader?.who ?? who[0] ?? '',
    status: reader?.status ?? `${statuses[0]}`,
    sign: reader?.sign ?? signs[0] ?? '',
  };
}

const worth: Readonly<Record<Level, number>> = { usual: 1, possible: 0.6, weak: 0.4, miss: 0.1 };
/** How much more a cause counts for each answer that its commonest reader would give. */
const readerWorth = 1.3;

function scoreOf(cause: CauseEntry, reasons: readonly Reason[], answers: Answers): number {
  const reader = readerOf(cause);
  const like = (['who', 'status', 'sign'] as const).filter(
    (name) => answers[name] && answers[name] === reader[name],
  );
  return reasons.reduce((product, { level }) => product * worth[level], readerWorth ** like.length);
}

function reasonsFor({ statuses, asks }: CauseEntry, { who, status, sign, sent }: Answers): readonly Reason[] {
  return [
    ...(who ? [{ question: 'who', level: whoLevel(asks.who, who) } as const] : []),
    ...(status ? [{ question: 'status', level: statusLevel(statuses, asks, status) } as const] : []),
    ...(sign ? [{ question: 'sign', level: place(asks.signs, sign) } as const] : []),
    ...(sent ? [{ question: 'sent', level: asks.sent ? place(asks.sent, sent) : 'possible' } as const] : []),
  ];
}

function place<T>(list: readonly T[], answer: T): Level {
  const index = list.indexOf(answer);
  return index < 0 ? 'miss' : index === 0 ? 'usual' : 'possible';
}

function whoLevel(list: readonly string[], who: string): Level {
  const level = place(list, who);
  // Whoever runs a server sees what any client meets there.
  return level === 'miss' && who === 'server' ? 'weak' : level;
}

/** The statuses that are answers by themselves. */
const offered = [401, 403, 404, 400, 407, 419, 422, 429, 302, 200];

function statusLevel(
  statuses: readonly number[],
  { challenge, unseen }: CauseEntry['asks'],
  status: string,
): Level {
  if (status === 'none') return unseen ? 'usual' : 'miss';
  if (status === 'other') return statuses.some((number) => !offered.includes(number)) ? 'usual' : 'miss';
  const level = place(statuses, Number.parseInt(status, 10));
  const contrary = { '401-challenge': 'no', '401-bare': 'yes' }[status];
  // Good servers send a challenge and many do not, so a missing one lowers a cause and hides none.
  return level !== 'miss' && challenge === contrary ? 'weak' : level;
}
