/** Steps are put in their order. */
import { z } from 'zod';
import { shuffle } from '@/lib/quiz/shuffle';
import { prose } from '../shapes';
import { asked, figureOf, type QuestionContent, shown } from './shared';

export const orderSchema = z.strictObject({
  kind: z.literal('order'),
  ...asked,
  ...shown,
  steps: z
    .array(z.strictObject({ text: prose(30), why: prose(60) }))
    .min(3)
    .max(7),
});

type Written = z.infer<typeof orderSchema>;

export const order: QuestionContent<Written, 'order'> = {
  advices: { steps: 'List three to seven steps in their right order, each with “text” and “why”.' },
  explained: () => [],
  figure: figureOf,
  resolve: async ({ steps }, _resolver, seed) => ({
    kind: 'order',
    steps: shuffle(
      steps.map((step, index) => ({ key: String(index), ...step })),
      seed,
    ),
  }),
};
