/** One line of a message cannot be true. */
import { z } from 'zod';
import type { LieLine } from '@/lib/quiz/question';
import { prose } from '../shapes';
import { asked, explanation, type QuestionContent, rightly } from './shared';

export const lieSchema = z
  .strictObject({
    kind: z.literal('lie'),
    ...asked,
    /** Raw text. `malformed: true` where a challenge in it is wrong on purpose. */
    message: z.string().min(1),
    malformed: z.literal(true).optional(),
    /** The line that cannot be true, exactly as it stands in the message. */
    lie: z.string().min(1),
    why: prose(60),
    /** The other lines that can be picked. */
    lines: z.array(z.strictObject({ line: z.string().min(1), ...explanation })).min(2),
  })
  .superRefine(
    rightly(({ message, lie, lines }) => {
      const messageLines = message.split('\n');
      const picks = [
        { path: ['lie'], line: lie },
        ...lines.map(({ line }, index) => ({ path: ['lines', index, 'line'], line })),
      ];
      return picks.flatMap(({ path, line }, index) => {
        const times = messageLines.filter((shown) => shown === line).length;
        if (picks.findIndex((pick) => pick.line === line) < index) {
          return [{ path, message: `“${line}” can be picked already.` }];
        }
        if (times === 1) return [];
        const where = times ? `${times} times` : 'nowhere';
        return [{ path, message: `“${line}” stands ${where} in the message, once is wanted.` }];
      });
    }),
  );

type Written = z.infer<typeof lieSchema>;

export const lie: QuestionContent<Written, 'lie'> = {
  advices: {
    lie: 'Copy the line that cannot be true from the message, to the letter; no other line may be like it.',
    lines: 'List at least two other lines of the message that may be picked, each with “line” and “why”.',
    line: 'Copy the line from the message, to the letter; no other line may be like it.',
  },
  explained: ({ lines }) => lines,
  showsMessage: true,
  // The lines of a lie are its inputs.
  figure: () => undefined,
  resolve: async ({ message, lie: wrong, why, lines }, { belief }) => ({
    kind: 'lie',
    lines: message
      .trimEnd()
      .split('\n')
      .map((text): LieLine => {
        if (text === wrong) return { key: 'lie', text, why, correct: true };
        const place = lines.findIndex(({ line }) => line === text);
        const other = lines[place];
        if (!other) return text;
        return { key: String(place), text, why: other.why, correct: false, ...belief(other.misconception) };
      }),
  }),
};
