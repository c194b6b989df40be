/** Every explanation of a question, for readers without JavaScript: pages alone need it, so no kind brings it to a browser. */
import { pickable } from './kinds/lie';
import type { Question } from './question';

/** An option, step or line with its explanation. */
export interface Explained {
  readonly key: string;
  readonly text: string;
  readonly why: string;
}

type Lists = {
  readonly [Kind in Question['kind']]: (question: Extract<Question, { kind: Kind }>) => Explained[];
};

const lists: Lists = {
  choose: ({ options }) => options.map((option) => judged(option)),
  several: ({ options }) => options.map((option) => judged(option)),
  field: ({ answer, why }) => [{ key: 'answer', text: `\`${answer}\``, why }],
  order: ({ steps }) => [...steps].sort((a, b) => Number(a.key) - Number(b.key)),
  lie: (question) => pickable(question).map((line) => judged(line, 'The lie. ', '')),
  build: ({ statuses }) =>
    statuses.map(({ status, reason, why, correct }) =>
      judged({ key: String(status), text: `${status} ${reason}`.trim(), why, correct }),
    ),
};

/** The explanations of a question, and a line of code that belongs to the right answer, if there is one. */
export function explanations(question: Question): {
  readonly list: readonly Explained[];
  readonly line: string | undefined;
} {
  // A question fits the kind that it names, which the type of a lookup by its name does not show.
  const listOf = lists[question.kind] as (asked: Question) => Explained[];
  const line =
    question.kind === 'build' && question.challenge ? `WWW-Authenticate: ${question.challenge}` : undefined;
  return { list: listOf(question), line };
}

/** An explanation that begins with the verdict on its option. */
function judged(
  { key, text, why, correct }: Explained & { readonly correct: boolean },
  right = 'Right. ',
  wrong = 'Wrong. ',
): Explained {
  return { key, text, why: `${correct ? right : wrong}${why}` };
}
