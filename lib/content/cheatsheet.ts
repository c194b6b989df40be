/** The cheat sheet as its file holds it: short enough for one printed page. */
import { z } from 'zod';
import { findCause } from './causes';
import { ContentError } from './content-error';
import { cached, contentText } from './folder';
import { unknown } from './known';
import { listLessons } from './lessons';
import { readYaml } from './read-yaml';
import { prose, slug } from './shapes';

const file = 'content/cheatsheet.yaml';

const sheet = z.strictObject({
  compare: z
    .array(z.strictObject({ what: prose(3), 401: prose(14), 403: prose(14) }))
    .min(6)
    .max(9),
  tree: z
    .array(z.strictObject({ ask: prose(10), otherwise: z.int().min(400).max(499), response: prose(12) }))
    .min(3)
    .max(6),
  next: z
    .array(
      z.strictObject({
        came: prose(8),
        try: prose(22),
        /** The lesson whose rule it is: then the row has to say the exceptions of that lesson. */
        lesson: slug.optional(),
      }),
    )
    .min(5)
    .max(10),
  causes: z.array(z.strictObject({ cause: slug, cure: prose(12) })).length(10),
  useless: z
    .array(z.strictObject({ what: prose(9), because: prose(9) }))
    .min(3)
    .max(6),
});

export type CheatSheet = z.infer<typeof sheet>;

/** Reads `cheatsheet.yaml`. Throws a `ContentError` with every fault, causes that are not there included. */
function readCheatSheet(text: string): CheatSheet {
  const read = readYaml(sheet, text, file);
  const lessons = listLessons().map((lesson) => lesson.slug);
  const unknownLessons = read.next.flatMap(({ lesson }, index) =>
    lesson === undefined || lessons.includes(lesson)
      ? []
      : [unknown({ file, key: `next[${index}].lesson` }, 'lesson', lesson, 'content/lessons')],
  );
  const faults = read.causes.flatMap(({ cause }, index) =>
    findCause(cause)
      ? []
      : [unknown({ file, key: `causes[${index}].cause` }, 'cause', cause, 'content/causes')],
  );
  if (unknownLessons.length + faults.length) throw new ContentError([...unknownLessons, ...faults]);
  return read;
}

/** What stands on the cheat sheet. */
export function loadCheatSheet(): CheatSheet {
  return cached('cheatsheet', () =>
    readCheatSheet(contentText('cheatsheet.yaml', 'Write what stands on it.')),
  );
}
