/** The small shapes that all content files share. */
import { z } from 'zod';
import { isRule } from '@/lib/http-auth/rule';

/** Text of one paragraph, in which `backticks` mark code. */
export function prose(mostWords: number) {
  return z
    .string()
    .trim()
    .min(1)
    .refine((text) => words(text) <= mostWords, {
      error: ({ input }) => `It has ${words(String(input))} words, ${mostWords} are the most.`,
    });
}

export const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, {
  error: 'It is not made of small letters, digits and single hyphens.',
});

export const rule = z.custom<`RFC ${number} §${string}`>((text) => typeof text === 'string' && isRule(text), {
  error: ({ input }) =>
    input === undefined ? 'It is missing.' : `“${String(input)}” is not spelled as a rule is.`,
});

function words(text: string): number {
  return text.split(/\s+/).filter(Boolean).length;
}
