/** The head of an MDX file: YAML between two lines of three hyphens. */
import type { z } from 'zod';
import { ContentError } from './content-error';
import { readYaml } from './read-yaml';

const fenced = /^---\r?\n([\s\S]*?)\r?\n---\r?\n/;

/** Reads the head of `text` against a shape. Throws a `ContentError` where there is none, or with every fault in it. */
export function readFrontmatter<T>(schema: z.ZodType<T>, text: string, file: string): T {
  const matter = fenced.exec(text)?.[1];
  if (matter === undefined) {
    throw new ContentError([
      {
        file,
        line: 1,
        reason: 'There is no frontmatter.',
        advice: 'Begin the file with a line ---, then title, summary and the other keys, then a line ---.',
      },
    ]);
  }
  return readYaml(schema, matter, file, 1);
}

/** The text below the head. */
export function bodyOf(text: string): string {
  return text.replace(fenced, '');
}
