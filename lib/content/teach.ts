/** What the page for teachers says: plans, what to prepare, questions, and what goes wrong. */
import { z } from 'zod';
import { cached, contentText } from './folder';
import { readYaml } from './read-yaml';
import { prose } from './shapes';

const part = z.strictObject({
  minutes: z.int().min(1).max(60),
  does: prose(30),
  /** The page that is shown, or where something is done. */
  link: z.string().startsWith('/').optional(),
});

const plan = z
  .strictObject({ minutes: z.int(), goal: prose(30), parts: z.array(part).min(3) })
  .refine(({ minutes, parts }) => parts.reduce((sum, { minutes: length }) => sum + length, 0) === minutes, {
    error: 'The minutes of its parts do not add up to those of the plan.',
  });

const teaching = z.strictObject({
  prepare: z.array(prose(45)).min(3),
  plans: z.array(plan).min(2),
  questions: z.array(z.strictObject({ ask: prose(30), answer: prose(50) })).min(5),
  wrong: z.array(z.strictObject({ happens: prose(25), do: prose(40) })).min(4),
});

export type Teaching = z.infer<typeof teaching>;

const file = 'teach.yaml';

/** The page for teachers. Throws a `ContentError` where the file is missing or wrong. */
export function loadTeaching(): Teaching {
  return cached('teach', () => readYaml(teaching, contentText(file, 'Write it.'), `content/${file}`));
}
