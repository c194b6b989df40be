/** How people describe each cause, in many ways: the diagnosis compares their words with those of a paste. */
import { z } from 'zod';
import type { Cause } from './cause';
import type { Fault } from './content-error';
import { cached, contentText } from './folder';
import { unknown } from './known';
import { readYaml } from './read-yaml';
import { prose, slug } from './shapes';

const reportsFile = 'content/reports.yaml';

const reports = z.record(slug, z.array(prose(40)).min(3));

export type Reports = z.infer<typeof reports>;

/** The reports of each cause by its slug. Throws a `ContentError` where one is wrong. */
export const loadReports = (): Reports =>
  cached('reports', () =>
    readYaml(reports, contentText('reports.yaml', 'Write how people describe each cause.'), reportsFile),
  );

/** Reports of causes that do not exist, and causes that nobody describes. */
export function reportFaults(causes: readonly Cause[], all: Reports): Fault[] {
  const slugs = new Set(causes.map((cause) => cause.slug));
  const strange = Object.keys(all)
    .filter((name) => causes.length > 0 && !slugs.has(name))
    .map((name) => unknown({ file: reportsFile, key: name }, 'cause', name, 'content/causes'));
  const silent = [...slugs]
    .filter((name) => Object.keys(all).length > 0 && !Object.hasOwn(all, name))
    .map((name) => ({
      file: reportsFile,
      key: name,
      reason: 'Nobody describes this cause.',
      advice: 'Write three or more sentences in the words of people who meet it.',
    }));
  return [...strange, ...silent];
}
