/** What a page shows of a cause in a list, and which causes fit what somebody has answered. */

export interface CauseEntry {
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly statuses: readonly number[];
  readonly asks: {
    readonly who: readonly string[];
    readonly challenge: 'yes' | 'no' | 'either';
    readonly sent: 'yes' | 'no' | 'either';
    readonly unseen?: true | undefined;
  };
  readonly fixedBy: readonly string[];
}

/** The answers to the questions and what was typed; an empty text is no answer. */
export interface Answers {
  readonly who: string;
  readonly status: string;
  readonly shows: string;
  readonly fix: string;
  readonly q: string;
}

export const noAnswers: Answers = { who: '', status: '', shows: '', fix: '', q: '' };

/** Who can mend a cause, in words. */
export const fixers: Readonly<Record<string, string>> = {
  visitor: 'The visitor',
  client: 'The client’s developer',
  server: 'The server’s developer',
  operator: 'The operator',
};

/** Reads the answers from the query of an address; what it does not know is no answer. */
export function answersIn(query: string): Answers {
  const given = new URLSearchParams(query);
  const { who, status, shows, fix, q } = Object.fromEntries(
    Object.keys(noAnswers).map((name) => [name, given.get(name) ?? '']),
  ) as unknown as Answers;
  return { who, status, shows, fix, q };
}

/** The query that `answersIn` reads again; empty where nothing was answered. */
export function queryOf(answers: Answers): string {
  const given = Object.entries(answers).filter(([, value]) => value.trim() !== '');
  return given.length ? `?${new URLSearchParams(given)}` : '';
}

const named = new Set([401, 403, 404]);

/** True where `cause` fits every answer. */
export function fits(cause: CauseEntry, { who, status, shows, fix, q }: Answers): boolean {
  const { asks, statuses, fixedBy } = cause;
  return (
    (!who || asks.who.includes(who)) &&
    (!status || hasStatus(cause, status)) &&
    (!fix || fixedBy.includes(fix)) &&
    wordsOf(q).every((word) => haystack(cause, statuses).includes(word)) &&
    fitsExchange(asks, shows)
  );
}

function hasStatus({ statuses, asks }: CauseEntry, status: string): boolean {
  if (status !== 'other') return statuses.includes(Number(status));
  return asks.unseen === true || statuses.some((one) => !named.has(one));
}

function fitsExchange({ sent, challenge }: CauseEntry['asks'], shows: string): boolean {
  switch (shows) {
    case 'nothing-sent':
      return sent !== 'yes';
    case 'challenged':
      return sent !== 'no' && challenge !== 'no';
    case 'unchallenged':
      return sent !== 'no' && challenge !== 'yes';
    default:
      return true;
  }
}

function haystack({ slug, title, summary }: CauseEntry, statuses: readonly number[]): string {
  return [slug, title, summary, ...statuses].join(' ').toLowerCase();
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().split(/\s+/).filter(Boolean);
}
