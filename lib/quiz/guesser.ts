/** A reader who knows nothing and guesses by the look of the options: what that is worth. */

/** The options of one question in the order of the page. */
export interface Guessable {
  readonly name: string;
  readonly options: readonly { readonly text: string; readonly correct: boolean }[];
}

type Texts = readonly string[];
/** Of the options in `left`, those that a guesser would still take; by index. */
type Strategy = (texts: Texts, left: readonly number[]) => readonly number[];

const reason = /\b(?:because|since|so|so that|therefore)\b/i;
const distractor = /\b(?:never|always|only|all|every|any)\b/i;

/** How long an option looks. */
export const length = (text = '') => text.replaceAll('`', '').length;
const all: Strategy = (_, left) => left;

/** Options that fit, or all where none does or each does. */
const preferring =
  (fits: (text: string) => boolean): Strategy =>
  (texts, left) => {
    const fitting = left.filter((index) => fits(texts[index] ?? ''));
    return fitting.length ? fitting : left;
  };
const byLength =
  (best: (...lengths: number[]) => number): Strategy =>
  (texts, left) => {
    const target = best(...left.map((index) => length(texts[index])));
    return left.filter((index) => length(texts[index]) === target);
  };
/** The option at a place of the page, counted among all; where it is ruled out, the next one that is not. */
const at =
  (place: number): Strategy =>
  (texts, left) => {
    const index = place < 0 ? texts.length + place : Math.min(place, texts.length - 1);
    const next = left.find((candidate) => candidate >= index) ?? left.at(-1);
    return next === undefined ? left : [next];
  };

const filters = {
  'takes a reason': preferring((text) => reason.test(text)),
  'takes no reason': preferring((text) => !reason.test(text)),
  'takes a distractor word': preferring((text) => distractor.test(text)),
  'takes no distractor word': preferring((text) => !distractor.test(text)),
};
const choices = {
  longest: byLength(Math.max),
  shortest: byLength(Math.min),
  first: at(0),
  second: at(1),
  last: at(-1),
};

/** Every strategy by name, and every pair and triple that a guesser may combine. */
const strategies: Readonly<Record<string, readonly Strategy[]>> = Object.fromEntries([
  ...Object.entries({ ...filters, ...choices }).map(([name, filter]) => [name, [filter]] as const),
  ...['takes a reason', 'takes no distractor word', 'takes no distractor word, takes a reason'].flatMap(
    (names) => {
      const first = names.split(', ').map((name) => filters[name as keyof typeof filters] ?? all);
      return Object.entries({ ...(names.includes(',') && { '': all }), ...choices }).map(
        ([name, filter]) => [[names, name].filter(Boolean).join(', '), [...first, filter]] as const,
      );
    },
  ),
]);

/** How often a guess is right, from 0 to 1. */
export interface Scores {
  readonly chance: number;
  readonly scores: Readonly<Record<string, number>>;
  readonly best: { readonly name: string; readonly score: number };
}

/** The score of each strategy over `questions`; of options that look alike to it, one is drawn by lot. */
export function guess(questions: readonly Guessable[]): Scores {
  const mean = (of: (question: Guessable) => number) =>
    questions.reduce((sum, question) => sum + of(question), 0) / questions.length;
  const scores = Object.fromEntries(
    Object.entries(strategies).map(([name, steps]) => [
      name,
      mean(({ options }) => {
        const texts = options.map(({ text }) => text);
        const left = steps.reduce<readonly number[]>((some, step) => step(texts, some), [...texts.keys()]);
        return left.filter((index) => options[index]?.correct).length / left.length;
      }),
    ]),
  );
  const [best = ['', 0] as const] = Object.entries(scores).sort(([, a], [, b]) => b - a);
  return {
    chance: mean(({ options }) => 1 / options.length),
    scores,
    best: { name: best[0], score: best[1] },
  };
}

/** Scores in whole points, for messages. */
export function scoreLines({ chance, scores }: Scores): string {
  const points = (share: number) => `${Math.round(share * 100)} %`;
  const sorted = Object.entries(scores).sort(([, a], [, b]) => b - a);
  return [`chance ${points(chance)}`, ...sorted.map(([name, score]) => `${points(score)} ${name}`)].join(
    '\n',
  );
}

/** The place of the right option, from 0. */
export function placeOf({ options }: Guessable): number {
  return options.findIndex(({ correct }) => correct);
}

/** The value that stands most often in `values`, and its share of them. */
export function likeliest<T>(values: readonly T[]): {
  readonly value: T | undefined;
  readonly share: number;
} {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [value, count = 0] = [...counts].sort(([, a], [, b]) => b - a)[0] ?? [];
  return { value, share: values.length ? count / values.length : 0 };
}
