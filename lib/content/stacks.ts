/** What the pages say of a recorded stack, each statement with the answer of the record that shows it. */
import { z } from 'zod';
import { cached, contentNames, contentText } from './folder';
import { readYaml } from './read-yaml';
import { prose } from './shapes';

/** Where the record shows a statement: the answer to a question, and what stands in it. */
const shows = z.strictObject({
  question: z.string().min(1),
  status: z.int().min(100).max(599).optional(),
  /** Text of the response. */
  holds: z.string().min(1).optional(),
  /** Text that is not in the response. */
  lacks: z.string().min(1).optional(),
});

const stack = z.strictObject({
  title: prose(10),
  summary: prose(45),
  /** What astonishes somebody who meets it with its defaults. */
  surprises: z
    .array(z.strictObject({ says: prose(40), shows }))
    .min(1)
    .max(5),
  /** What to configure; the variant was recorded too. */
  configure: z.array(z.strictObject({ says: prose(40), variant: z.string().min(1), shows })).default([]),
  /** What is said of later versions, which are not recorded. */
  newer: z
    .array(z.strictObject({ says: prose(40), source: z.strictObject({ title: prose(10), url: z.url() }) }))
    .default([]),
});

export type StackText = z.infer<typeof stack>;
export type Shown = z.infer<typeof shows>;

/** The texts by the names of the stacks, in the order of their titles. Throws a `ContentError` where one is wrong. */
export function listStackTexts(): ReadonlyMap<string, StackText> {
  return cached('stacks', () => {
    const texts = contentNames('stacks', 'files').map((file) => {
      const at = `stacks/${file}`;
      const text = readYaml(stack, contentText(at, 'Write one.'), `content/${at}`);
      return [file.replace(/\.yaml$/, ''), text] as const;
    });
    return new Map(texts.sort(([, first], [, other]) => first.title.localeCompare(other.title, 'en')));
  });
}
