/** Whoever knows nothing and guesses by the look of the options gains nothing in the quizzes of the course. */
import { describe, expect, test } from 'vitest';
import { figure } from '@/lib/figures/figure';
import { guess, likeliest, placeOf, scoreLines } from '@/lib/quiz/guesser';
import { shuffle } from '@/lib/quiz/shuffle';
import { lengthAdvice, placeAdvice, type ShownQuestion } from './guess-advice';
import { listLessons, loadQuiz } from './lessons';
import type { QuizQuestion } from './question-kinds';
import { quizFile, versionsOf } from './quiz';

/** How much better than chance a guess may be. */
const gain = 0.08;
/** Between which shares the right one of three is the longest, the shortest, or at one place. */
const fair = [0.25, 0.42] as const;

const questions = listLessons().flatMap(({ slug, folder }) =>
  loadQuiz(slug).flatMap((item) =>
    versionsOf(item).map(({ key, question }) => ({ file: quizFile(folder), name: item.id + key, question })),
  ),
);

function ofKind<Kind extends QuizQuestion['kind']>(kind: Kind) {
  return questions.flatMap(({ file, name, question }) =>
    question.kind === kind
      ? [{ file, name, question: question as Extract<QuizQuestion, { kind: Kind }> }]
      : [],
  );
}

const chosen = ofKind('choose').map(
  ({ file, name, question: { options } }): ShownQuestion => ({
    file,
    name,
    written: options.map(({ text }) => text),
    // As the page shuffles them.
    options: shuffle(options, name).map(({ text, correct = false }) => ({ text, correct })),
  }),
);
const ofThree = chosen.filter(({ options }) => options.length === 3);
const points = (share: number) => `${Math.round(share * 100)} %`;

describe('in questions with one right option', () => {
  test('the best guess is right at most 8 points more often than chance', () => {
    const scores = guess(chosen);
    expect(scores.best.score, `${scores.best.name}\n${scoreLines(scores)}`).toBeLessThanOrEqual(
      scores.chance + gain,
    );
  });

  test.each(['longest', 'shortest'] as const)('the right one is the %s in 25 to 42 of a hundred', (which) => {
    const share = guess(ofThree).scores[which] ?? 0;
    const advice = lengthAdvice(ofThree, which, fair);
    const isFair = share >= fair[0] && share <= fair[1];
    expect(isFair ? [] : [`It is in ${points(share)}.`, ...advice]).toEqual([]);
  });

  test.each([
    ['first', 0],
    ['second', 1],
    ['third', 2],
  ] as const)('the right one is the %s on the page in 25 to 42 of a hundred', (_, place) => {
    const share = ofThree.filter((question) => placeOf(question) === place).length / ofThree.length;
    const isFair = share >= fair[0] && share <= fair[1];
    expect(isFair ? [] : [`It is in ${points(share)}.`, ...placeAdvice(ofThree, place, fair)]).toEqual([]);
  });
});

describe('in questions of other kinds', () => {
  test('several have one right option, two and three, each in a sixth of them or more', () => {
    const counts = ofKind('several').map(({ file, name, question: { options } }) => ({
      right: options.filter(({ correct }) => correct).length,
      text: `${file} · ${name}`,
    }));
    for (const right of [1, 2, 3]) {
      const some = counts.filter((line) => line.right === right);
      const all = counts.map((line) => `${line.text}: ${line.right} right`).join('\n');
      expect(some.length / counts.length, `${right} right: ${some.length} of\n${all}`).toBeGreaterThanOrEqual(
        1 / 6,
      );
    }
  });

  test('no place in a message is that of the lie in more than 42 % of them', () => {
    const lies = ofKind('lie').map(({ file, name, question: { message, lie, lines } }) => {
      const pickable = message
        .split('\n')
        .filter((shownLine) => shownLine === lie || lines.some(({ line }) => line === shownLine));
      const place = pickable.indexOf(lie);
      const isLast = place === pickable.length - 1;
      return { text: `${file} · ${name}`, place: isLast ? 'the last' : `number ${place + 1}` };
    });
    const { value, share } = likeliest(lies.map(({ place }) => place));
    const there = lies.filter(({ place }) => place === value).map(({ text }) => text);
    const message = `${value} line of those that can be picked is the lie in\n${there.join('\n')}\nLet another line be the lie, or offer one below it.`;
    expect(share, message).toBeLessThanOrEqual(fair[1]);
  });

  test('no status is the right one in more than 42 % of those that ask for a whole answer', async () => {
    const right = await Promise.all(
      ofKind('build').map(async ({ file, name, question: { request } }) => {
        const { status } = (await figure(request.exercise, request.draft)).response;
        return { text: `${file} · ${name}`, status };
      }),
    );
    const { value, share } = likeliest(right.map(({ status }) => status));
    const there = right.filter(({ status }) => status === value).map(({ text }) => text);
    const message = `${value} is right in\n${there.join('\n')}\nShow another request in some of them.`;
    expect(share, message).toBeLessThanOrEqual(fair[1]);
  }, 60_000);
});
