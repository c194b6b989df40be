/** The small shapes that all content files share. */
import { z } from 'zod';
import { isRule, type Rule } from '@/lib/http-auth/rule';
import { isKnownRule } from '@/lib/http-auth/rule-title';

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

/** The answer before the text: what the refusal means, how to check that it is this one, what to do. */
export const inShort = z
  .strictObject({ means: prose(40), check: prose(40), fix: prose(40) })
  .refine(({ means, check, fix }) => words(`${means} ${check} ${fix}`) <= 60, {
    error: 'It has more than 60 words. Leave out what the text says below.',
  });

export const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, {
  error: 'It is not made of small letters, digits and single hyphens.',
});

export const rule = z.custom<Rule>((text) => typeof text === 'string' && isKnownRule(text), {
  error: ({ input }) => (input === undefined ? 'It is missing.' : ruleFault(String(input))),
});

/** Why `text` is no rule that content may name. */
export function ruleFault(text: string): string {
  return isRule(text)
    ? `“${text}” is not in lib/http-auth/rfc-sections.json: look the section up, and add it with its title.`
    : `“${text}” is not spelled as a rule is.`;
}

function words(text: string): number {
  return text.split(/\s+/).filter(Boolean).length;
}
