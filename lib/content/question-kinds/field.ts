/** A whole header line is typed. */
import { z } from 'zod';
import { compareFieldLines } from '@/lib/quiz/field-line';
import { prose } from '../shapes';
import { asked, explanation, figureOf, type QuestionContent, rightly, shown } from './shared';

const fieldLine = z.string().regex(/^[!#$%&'*+\-.^_`|~0-9A-Za-z]+: .+$/, {
  error: 'It is not a field line: a name, a colon, a space, a value.',
});

export const fieldSchema = z
  .strictObject({
    kind: z.literal('field'),
    ...asked,
    ...shown,
    answer: fieldLine,
    why: prose(60),
    mistakes: z.array(z.strictObject({ text: z.string().min(1), ...explanation })).min(1),
  })
  .superRefine(
    rightly(({ answer, mistakes }) => {
      if (!fieldLine.safeParse(answer).success) return [];
      const itself = compareFieldLines(answer, answer);
      if (!itself.same) return [{ path: ['answer'], message: itself.difference }];
      return mistakes.flatMap(({ text }, index) =>
        compareFieldLines(text, answer).same
          ? [{ path: ['mistakes', index, 'text'], message: 'This mistake means the same as the answer.' }]
          : [],
      );
    }),
  );

type Written = z.infer<typeof fieldSchema>;

export const field: QuestionContent<Written, 'field'> = {
  advices: {
    answer: 'Write the whole field line, such as “Authorization: Basic YWRhOm9wZW4gc2VzYW1l”.',
    mistakes: 'List at least one wrong field line that people really type, with “text” and “why”.',
  },
  explained: ({ mistakes }) => mistakes,
  figure: figureOf,
  resolve: async ({ answer, why, mistakes }, { belief }) => ({
    kind: 'field',
    answer,
    why,
    mistakes: mistakes.map(({ misconception, ...mistake }) => ({ ...mistake, ...belief(misconception) })),
  }),
};
