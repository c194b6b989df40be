/** What people mention in their own words when they describe a refusal. */
import { z } from 'zod';
import type { Cause } from './cause';
import type { Fault } from './content-error';
import { cached, contentText } from './folder';
import { unknown } from './known';
import { readYaml } from './read-yaml';
import { prose, slug } from './shapes';

const cuesFile = 'content/cues.yaml';

const cues = z.record(
  slug,
  z.strictObject({
    /** How the diagnosis names it: “The text mentions …”. */
    means: prose(9),
    /** How much it tells alone: 1 stands in many reports, 3 in those of few causes. */
    telling: z.int().min(1).max(3),
    says: z.array(z.string().trim().min(3).max(60)).min(1),
  }),
);

export type Cues = z.infer<typeof cues>;

/** All cues by name. Throws a `ContentError` where one is wrong. */
export const loadCues = (): Cues =>
  cached('cues', () => readYaml(cues, contentText('cues.yaml', 'Write what people mention.'), cuesFile));

/** What the exchange shows is a cue as well: a status, or that credentials were sent. */
const isShown = (name: string) => /^(?:status-[2-5]\d\d|credentials-sent)$/.test(name);

/** Cues that a cause names and nobody wrote, and cues that no cause names. */
export function cueFaults(causes: readonly Cause[], all: Cues): Fault[] {
  const used = new Set(causes.flatMap(({ symptoms = [] }) => symptoms.flat()));
  const strange = causes.flatMap(({ file, symptoms = [] }) =>
    symptoms.flatMap((names, index) =>
      names
        .filter((name) => !isShown(name) && !Object.hasOwn(all, name))
        .map((name) =>
          unknown({ file: `content/causes/${file}`, key: `symptoms[${index}]` }, 'cue', name, cuesFile),
        ),
    ),
  );
  const idle = Object.keys(all)
    .filter((name) => causes.length > 0 && !used.has(name))
    .map((name) => ({
      file: cuesFile,
      key: name,
      reason: 'No cause names it.',
      advice: 'Name it in the symptoms of a cause, or take it out.',
    }));
  return [...strange, ...idle];
}
