/** The one question that divides what is left best. */
import type { CauseKnowledge } from './knowledge';

export interface Ask {
  readonly question: string;
  readonly options: readonly { readonly answer: string; readonly slugs: readonly string[] }[];
}

interface Divider {
  readonly name: 'status' | 'challenge' | 'when' | 'who';
  readonly question: string;
  readonly options: readonly { readonly answer: string; fits(cause: CauseKnowledge): boolean }[];
}

const dividers: readonly Divider[] = [
  {
    name: 'status',
    question: 'Which status came back?',
    options: [401, 403, 404, 407].map((status) => ({
      answer: String(status),
      fits: ({ statuses }) => statuses.includes(status),
    })),
  },
  {
    name: 'when',
    question: 'When does it happen?',
    options: [
      { answer: 'It has never worked', fits: ({ asks }) => asks.signs.includes('never') },
      { answer: 'It worked before', fits: ({ asks }) => asks.signs.includes('before') },
      {
        answer: 'It works with another client or machine',
        fits: ({ asks }) => asks.signs.includes('elsewhere'),
      },
      {
        answer: 'It works for another account, path or method',
        fits: ({ asks }) => asks.signs.includes('others'),
      },
    ],
  },
  {
    name: 'challenge',
    question: 'Does the response have a WWW-Authenticate header?',
    options: [
      { answer: 'Yes', fits: ({ asks }) => asks.challenge !== 'no' },
      { answer: 'No', fits: ({ asks }) => asks.challenge !== 'yes' },
    ],
  },
  {
    name: 'who',
    question: 'What sends the request?',
    options: [
      { answer: 'A page in a browser', fits: ({ asks }) => asks.who.includes('page') },
      { answer: 'A script, server or tool', fits: ({ asks }) => asks.who.includes('program') },
      { answer: 'I only visit a site', fits: ({ asks }) => asks.who.includes('visitor') },
      { answer: 'Others send it, and I run the server', fits: ({ asks }) => asks.who.includes('server') },
    ],
  },
];

/** What is known already and need not be asked. */
export interface Answered {
  readonly status: boolean;
  readonly challenge: boolean;
}

const mostNamed = 4;

/** The question whose answers leave the fewest of `causes` on average; undefined where none divides them. */
export function bestQuestion(causes: readonly CauseKnowledge[], answered: Answered): Ask | undefined {
  if (causes.length < 2) return undefined;
  const open = dividers.filter(
    ({ name }) => !(name === 'status' && answered.status) && !(name === 'challenge' && answered.challenge),
  );
  const rated = open
    .map((divider) => {
      const groups = divider.options
        .map(({ answer, fits }) => ({ answer, left: causes.filter(fits) }))
        .filter(({ left }) => left.length);
      const total = groups.reduce((sum, { left }) => sum + left.length, 0);
      const remaining = groups.reduce((sum, { left }) => sum + left.length ** 2, 0) / (total || 1);
      return { divider, groups, remaining };
    })
    .filter(({ groups, remaining }) => groups.length > 1 && remaining < causes.length)
    .sort((a, b) => a.remaining - b.remaining);
  const [best] = rated;
  if (!best) return undefined;
  return {
    question: best.divider.question,
    options: best.groups.map(({ answer, left }) => ({
      answer,
      slugs: left.slice(0, mostNamed).map(({ slug }) => slug),
    })),
  };
}
