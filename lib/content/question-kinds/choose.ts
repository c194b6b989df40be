/** One option is right. */
import { z } from 'zod';
import { shuffle } from '@/lib/quiz/shuffle';
import {
  asked,
  figureOf,
  option,
  type QuestionContent,
  resolveOptions,
  rightly,
  rightOnes,
  shown,
} from './shared';

export const chooseSchema = z
  .strictObject({
    kind: z.literal('choose'),
    /** What the question is about, where a quiz counts it. */
    about: z.enum(['definition', 'bound', 'next-step', 'status']).optional(),
    ...asked,
    ...shown,
    options: z.array(option).min(2).max(5),
  })
  .superRefine(
    rightly(({ options }) => {
      const right = rightOnes(options);
      if (right === 1) return [];
      const message = right ? `${right} options are marked as correct.` : 'No option is marked as correct.';
      return [{ path: ['options'], message }];
    }),
  );

type Written = z.infer<typeof chooseSchema>;

export const choose: QuestionContent<Written, 'choose'> = {
  advices: { about: 'Ask for what happens, who is bound or what to do next instead, or leave “about” out.' },
  explained: ({ options }) => options,
  drafts: ({ options }) => options.flatMap((written) => written.try ?? []),
  figure: figureOf,
  resolve: async ({ options }, resolver, seed) => ({
    kind: 'choose',
    options: shuffle(await resolveOptions(options, resolver), seed),
  }),
};
