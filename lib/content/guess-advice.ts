/** Which questions of the course to change, and how, where a guesser gains by their look. */
import { type Guessable, length, placeOf } from '@/lib/quiz/guesser';
import { shuffle } from '@/lib/quiz/shuffle';

/** A question with one right option, as the page shows it, and where it is written. */
export interface ShownQuestion extends Guessable {
  readonly file: string;
  /** The texts in the order of the file. */
  readonly written: readonly string[];
}

interface Sizes {
  readonly right: number;
  readonly longest: number;
  readonly shortest: number;
}

/** How long the right option is, and the longest and the shortest of the wrong ones. */
function sizesOf({ options }: Guessable): Sizes {
  const wrong = options.filter(({ correct }) => !correct).map(({ text }) => length(text));
  const right = options.filter(({ correct }) => correct).map(({ text }) => length(text));
  return { right: right[0] ?? 0, longest: Math.max(...wrong), shortest: Math.min(...wrong) };
}

/** Where the right option is the longest or the shortest in `few` or more of `questions` too many, which to change. */
export function lengthAdvice(
  questions: readonly ShownQuestion[],
  which: 'longest' | 'shortest',
  [least, most]: readonly [number, number],
): string[] {
  const isIt = (question: ShownQuestion) => {
    const { right, longest, shortest } = sizesOf(question);
    return which === 'longest' ? right > longest : right < shortest;
  };
  const distance = (question: ShownQuestion) => {
    const { right, longest, shortest } = sizesOf(question);
    return Math.abs(right - (which === 'longest' ? longest : shortest));
  };
  const few = Math.ceil(least * questions.length) - questions.filter(isIt).length;
  const many = questions.filter(isIt).length - Math.floor(most * questions.length);
  const byDistance = [...questions].sort((a, b) => distance(a) - distance(b));
  const line = (question: ShownQuestion, what: string) => {
    const { right, longest, shortest } = sizesOf(question);
    return `${question.file} · ${question.name}: ${what} (right ${right} characters, wrong ${shortest} to ${longest})`;
  };
  if (few > 0)
    return byDistance
      .filter((question) => !isIt(question))
      .slice(0, few)
      .map((question) => line(question, `make the right option the ${which}`));
  return byDistance
    .filter(isIt)
    .slice(0, Math.max(0, many))
    .map((question) => line(question, `do not let the right option be the ${which}`));
}

/** Where the right option stands at `place` too often or too seldom, which to move, and where in the file. */
export function placeAdvice(
  questions: readonly ShownQuestion[],
  place: number,
  [least, most]: readonly [number, number],
): string[] {
  const there = questions.filter((question) => placeOf(question) === place);
  const elsewhere = questions.filter((question) => placeOf(question) !== place);
  const few = Math.ceil(least * questions.length) - there.length;
  const many = there.length - Math.floor(most * questions.length);
  if (few > 0) return elsewhere.slice(0, few).flatMap((question) => moveTo(question, [place]));
  const others = [0, 1, 2].filter((other) => other !== place);
  return there.slice(0, Math.max(0, many)).flatMap((question) => moveTo(question, others));
}

/** At which place of the file the right option has to stand, to come to one of `places` on the page. */
function moveTo(question: ShownQuestion, places: readonly number[]): string[] {
  const right = question.options[placeOf(question)]?.text ?? '';
  const wrong = question.written.filter((text) => text !== right);
  for (const index of question.written.keys()) {
    const written = [...wrong.slice(0, index), right, ...wrong.slice(index)];
    if (places.includes(shuffle(written, question.name).indexOf(right)))
      return [`${question.file} · ${question.name}: write the right option as number ${index + 1}`];
  }
  return [];
}
