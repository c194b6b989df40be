/** What a page shows of a cause in a list, and which causes fit what somebody has answered, the likeliest first. */

export interface CauseEntry {
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  /** The usual one first. */
  readonly statuses: readonly number[];
  readonly asks: {
    readonly who: readonly string[];
    readonly challenge: 'yes' | 'no' | 'either';
    /** The usual one first. */
    readonly signs: readonly string[];
    readonly unseen?: true | undefined;
  };
  readonly fixedBy: readonly string[];
}

/** The answers to the questions and what was typed; an empty text is no answer. */
export interface Answers {
  readonly who: string;
  readonly status: string;
  readonly sign: string;
  readonly fix: string;
  readonly q: string;
}

export const noAnswers: Answers = { who: '', status: '', sign: '', fix: '', q: '' };

/** The three questions, in the order in which they are asked; the first option of each is no answer. */
export const questions = [
  {
    name: 'who',
    ask: 'Where does it happen?',
    options: [
      { value: '', label: 'Anywhere' },
      { value: 'visitor', label: 'I use a site' },
      { value: 'page', label: 'My page calls an API, in a browser' },
      { value: 'program', label: 'My script, server or tool calls an API' },
      { value: 'server', label: 'I write or run the server' },
    ],
  },
  {
    name: 'status',
    ask: 'What came back?',
    options: [
      { value: '', label: 'Any status' },
      { value: '401', label: '401' },
      { value: '401-challenge', label: '401 with WWW-Authenticate' },
      { value: '401-bare', label: '401 without WWW-Authenticate' },
      { value: '403', label: '403' },
      { value: '404', label: '404' },
      { value: 'other', label: 'Another status, or none' },
    ],
  },
  {
    name: 'sign',
    ask: 'When does it happen?',
    options: [
      { value: '', label: 'I cannot tell' },
      { value: 'never', label: 'It has never worked' },
      { value: 'before', label: 'It worked before' },
      { value: 'elsewhere', label: 'It works with another client or machine' },
      { value: 'others', label: 'It works for another account, path or method' },
    ],
  },
] as const;

/** Who can fix a cause, in words. */
export const fixers: Readonly<Record<string, string>> = {
  visitor: 'The visitor',
  client: 'The client’s developer',
  server: 'The server’s developer',
  operator: 'The operator',
};

/** Reads the answers from the query of an address; what it does not know is no answer. */
export function answersIn(query: string): Answers {
  const given = new URLSearchParams(query);
  const chosen = (name: 'who' | 'status' | 'sign') => {
    const value = given.get(name) ?? '';
    const options = questions.find((question) => question.name === name)?.options ?? [];
    return options.some((option) => option.value === value) ? value : '';
  };
  const fix = given.get('fix') ?? '';
  return {
    who: chosen('who'),
    status: chosen('status'),
    sign: chosen('sign'),
    fix: Object.hasOwn(fixers, fix) ? fix : '',
    q: given.get('q') ?? '',
  };
}

/** The query that `answersIn` reads again; empty where nothing was answered. */
export function queryOf(answers: Answers): string {
  const given = Object.entries(answers).filter(([, value]) => value.trim() !== '');
  return given.length ? `?${new URLSearchParams(given)}` : '';
}

export interface Matches {
  readonly causes: readonly CauseEntry[];
  /** True where no cause fits every question, and these fit all but one. */
  readonly near: boolean;
}

/** The causes that fit the answers, the likeliest first; `causes` come in the order of how common they are. */
export function matchCauses(causes: readonly CauseEntry[], answers: Answers): Matches {
  const rated = causes
    .filter((cause) => fitsWords(cause, answers))
    .map((cause, index) => {
      const shares = sharesOf(cause, answers);
      // By Bayes: how common it is, times how usual each answer is for it.
      const likely = shares.reduce((product, share) => product * (share || 0.1), 1 / (index + 5));
      return { cause, likely, missed: shares.filter((share) => share === 0).length };
    })
    .sort((a, b) => b.likely - a.likely);
  const withMissed = (count: number) =>
    rated.filter(({ missed }) => missed === count).map(({ cause }) => cause);
  const exact = withMissed(0);
  return exact.length ? { causes: exact, near: false } : { causes: withMissed(1), near: true };
}

function fitsWords({ slug, title, summary, statuses, fixedBy }: CauseEntry, { fix, q }: Answers): boolean {
  const text = [slug, title, summary, ...statuses].join(' ').toLowerCase();
  const words = q.toLowerCase().split(/\s+/).filter(Boolean);
  return (!fix || fixedBy.includes(fix)) && words.every((word) => text.includes(word));
}

/** For each question that was answered, how usual the answer is for the cause; 0 where it does not fit. */
function sharesOf(cause: CauseEntry, { who, status, sign }: Answers): readonly number[] {
  const { asks } = cause;
  return [
    ...(who ? [asks.who.includes(who) ? 1 / asks.who.length : 0] : []),
    ...(status ? [statusShare(cause, status)] : []),
    ...(sign ? [placeShare(asks.signs.indexOf(sign))] : []),
  ];
}

const placeShare = (index: number) => (index < 0 ? 0 : 1 / (index + 1));
const asked = [401, 403, 404];

function statusShare({ statuses, asks: { challenge, unseen } }: CauseEntry, status: string): number {
  if (status === 'other') {
    return unseen ? 1 : placeShare(statuses.findIndex((number) => !asked.includes(number)));
  }
  const share = placeShare(statuses.indexOf(Number.parseInt(status, 10)));
  const brought = { '401-challenge': 'yes', '401-bare': 'no' }[status];
  if (!brought || challenge === brought) return share;
  return challenge === 'either' ? share / 2 : 0;
}
