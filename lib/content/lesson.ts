/** A lesson as its folder holds it: frontmatter, text, and which exercises the text uses. */
import { z } from 'zod';
import { ContentError } from './content-error';
import { readFrontmatter } from './frontmatter';
import { inShort, prose, rule, slug } from './shapes';

const frontmatter = z.strictObject({
  title: prose(12),
  /** The title in the words that people search for; the title itself where it is left out. */
  searchTitle: prose(14).optional(),
  summary: prose(45),
  module: z.strictObject({ number: z.int().min(0).max(12), title: prose(8) }),
  statuses: z.array(z.int().min(200).max(599)).min(1),
  rules: z.array(rule).min(1),
  /** Slugs of the causes that the lesson is about. */
  causes: z.array(slug),
  /** Slugs of the lessons to read first; the lesson before it where it is left out. */
  needs: z.array(slug).optional(),
  inShort,
  /** Where a rule of the lesson does not apply. The recap has to contain `keyword`, so that it drops none of them. */
  exceptions: z
    .array(z.strictObject({ rule: prose(25), unless: prose(25), keyword: z.string().min(2) }))
    .optional(),
  sources: z.array(z.strictObject({ title: prose(20), url: z.url() })).min(1),
});

export interface Lesson extends z.infer<typeof frontmatter> {
  readonly slug: string;
  /** The folder's name: a number that gives the place, and the slug. */
  readonly folder: string;
  /** Slugs of the exercises whose sandbox stands in the text, in order. */
  readonly exercises: readonly string[];
}

const folderName = /^(\d{2,3})-([a-z0-9]+(?:-[a-z0-9]+)*)$/;

/** Reads one `lesson.mdx`. Throws a `ContentError` where the name of its folder or the frontmatter is wrong. */
export function readLesson(folder: string, text: string): Lesson {
  const [, , slug] = folderName.exec(folder) ?? [];
  if (!slug) {
    throw new ContentError([
      {
        file: `content/lessons/${folder}`,
        reason: 'The folder is not called after a place and a slug.',
        advice: 'Call it like 10-your-first-401: two or three digits, a hyphen, the slug.',
      },
    ]);
  }
  return {
    ...readFrontmatter(frontmatter, text, lessonFile(folder)),
    slug,
    folder,
    exercises: exercisesIn(text),
  };
}

/** Where the text of a lesson is, for messages. */
export function lessonFile(folder: string): string {
  return `content/lessons/${folder}/lesson.mdx`;
}

/** The text without what only shows code, so that an example is not taken for the thing. */
function exercisesIn(text: string): string[] {
  const live = text.replace(/^```[\s\S]*?^```/gm, '').replace(/`[^`\n]*`/g, '');
  const match = [...live.matchAll(/<Sandbox\s[^>]*?exercise="([^"]+)"/g)].map(([, slug = '']) => slug);
  return [...new Set(match)];
}
