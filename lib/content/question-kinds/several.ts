/** One or more options are right. */
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

export const severalSchema = z
  .strictObject({
    kind: z.literal('several'),
    ...asked,
    ...shown,
    options: z.array(option).min(3).max(6),
  })
  .superRefine(
    rightly(({ options }) => {
      const right = rightOnes(options);
      if (right === 0) return [{ path: ['options'], message: 'No option is marked as correct.' }];
      if (right < options.length) return [];
      return [{ path: ['options'], message: 'Every option is marked as correct, so nothing can be missed.' }];
    }),
  );

type Written = z.infer<typeof severalSchema>;

export const several: QuestionContent<Written, 'several'> = {
  explained: ({ options }) => options,
  drafts: ({ options }) => options.flatMap((written) => written.try ?? []),
  figure: figureOf,
  resolve: async ({ options }, resolver, seed) => ({
    kind: 'several',
    options: shuffle(await resolveOptions(options, resolver), seed),
  }),
};
