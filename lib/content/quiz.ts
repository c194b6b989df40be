/** A quiz as its file holds it: items with an id that is never used again, each with variants for when it was missed. */
import { z } from 'zod';
import { compareFieldLines } from '@/lib/quiz/field-line';
import { readYaml } from './read-yaml';
import { prose, rule, slug } from './shapes';

const draftOf = z.strictObject({ exercise: slug, draft: z.string().min(1) });

const asked = {
  ask: prose(60),
  rule,
  /** A figure that is made by running a draft of an exercise. */
  exchange: draftOf.optional(),
  /** Raw text of a request or response. `malformed: true` where what it shows is wrong on purpose. */
  message: z.string().min(1).optional(),
  malformed: z.literal(true).optional(),
};

const explanation = { why: prose(60), misconception: slug.optional() };

const choose = z
  .strictObject({
    kind: z.literal('choose'),
    ...asked,
    options: z
      .array(
        z.strictObject({
          text: prose(40),
          correct: z.literal(true).optional(),
          ...explanation,
          try: draftOf.optional(),
        }),
      )
      .min(2)
      .max(5),
  })
  .superRefine(({ options }, context) => {
    const right = options.filter(({ correct }) => correct).length;
    if (right === 1) return;
    const message = right ? `${right} options are marked as correct.` : 'No option is marked as correct.';
    context.addIssue({ code: 'custom', path: ['options'], message });
  });

const fieldLine = z.string().regex(/^[!#$%&'*+\-.^_`|~0-9A-Za-z]+: .+$/, {
  error: 'It is not a field line: a name, a colon, a space, a value.',
});

const field = z
  .strictObject({
    kind: z.literal('field'),
    ...asked,
    answer: fieldLine,
    why: prose(60),
    mistakes: z.array(z.strictObject({ text: z.string().min(1), ...explanation })).min(1),
  })
  .superRefine(({ answer, mistakes }, context) => {
    if (!fieldLine.safeParse(answer).success) return;
    const itself = compareFieldLines(answer, answer);
    if (!itself.same) {
      context.addIssue({ code: 'custom', path: ['answer'], message: itself.difference });
      return;
    }
    for (const [index, { text }] of mistakes.entries()) {
      if (!compareFieldLines(text, answer).same) continue;
      const message = 'This mistake means the same as the answer.';
      context.addIssue({ code: 'custom', path: ['mistakes', index, 'text'], message });
    }
  });

const order = z.strictObject({
  kind: z.literal('order'),
  ...asked,
  steps: z
    .array(z.strictObject({ text: prose(30), why: prose(60) }))
    .min(3)
    .max(7),
});

/** What a variant may be: a question without an id and without variants. */
const question = z.discriminatedUnion('kind', [choose, field, order]);

const own = { id: slug, variants: z.array(question).min(1) };

const item = z.discriminatedUnion('kind', [
  choose.safeExtend(own),
  field.safeExtend(own),
  order.safeExtend(own),
]);

const quiz = z.strictObject({ items: z.array(item).min(5) });

export type QuizQuestion = z.infer<typeof question>;
export type QuizItem = z.infer<typeof item>;

/** Reads one `quiz.yaml`. Throws a `ContentError` with every fault. */
export function readQuiz(folder: string, text: string): readonly QuizItem[] {
  return readYaml(quiz, text, quizFile(folder)).items;
}

/** Where the quiz of a lesson is, for messages. */
export function quizFile(folder: string): string {
  return `content/lessons/${folder}/quiz.yaml`;
}

/** The item as it is asked first, then its variants, each with the key under which it stands. */
export function versionsOf(
  item: QuizItem,
): readonly { readonly key: string; readonly question: QuizQuestion }[] {
  return [
    { key: '', question: item },
    ...item.variants.map((question, index) => ({ key: `.variants[${index}]`, question })),
  ];
}
