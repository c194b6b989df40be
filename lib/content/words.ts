/** The glossary and the misconceptions: what a word means, and what people believe instead. */
import { z } from 'zod';
import { readYaml } from './read-yaml';
import { prose, rule, slug } from './shapes';

const glossary = z.record(
  slug,
  z.strictObject({
    term: prose(6),
    says: prose(50),
    /** What it is often taken for. */
    not: prose(40).optional(),
    rule: rule.optional(),
    see: z.array(slug).optional(),
  }),
);

const misconceptions = z.record(
  slug,
  z.strictObject({
    /** The belief, in the words of those who hold it. */
    says: prose(25),
    truth: prose(60),
    rule: rule.optional(),
  }),
);

export type Term = z.infer<typeof glossary>[string];
export type Glossary = Readonly<Record<string, Term>>;
export type Misconception = z.infer<typeof misconceptions>[string];
export type Misconceptions = Readonly<Record<string, Misconception>>;

export const glossaryFile = 'content/glossary.yaml';
export const misconceptionsFile = 'content/misconceptions.yaml';

/** Reads `glossary.yaml`. Throws a `ContentError` with every fault. */
export function readGlossary(text: string): Glossary {
  return readYaml(glossary, text, glossaryFile);
}

/** Reads `misconceptions.yaml`. Throws a `ContentError` with every fault. */
export function readMisconceptions(text: string): Misconceptions {
  return readYaml(misconceptions, text, misconceptionsFile);
}
