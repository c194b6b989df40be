/** What the files of the reference may say: examples that a server could send, and links that lead somewhere. */
import { challengeFault } from './challenge-laws';
import type { Fault } from './content-error';
import { loadGlossary } from './lessons';
import {
  type FieldEntry,
  fieldsFile,
  loadFields,
  loadSchemes,
  loadStatuses,
  type SchemeEntry,
  schemesFile,
} from './reference';

/** Faults in `schemes.yaml`. */
export function schemeFaults(schemes: Readonly<Record<string, SchemeEntry>>): Fault[] {
  return Object.entries(schemes).flatMap(([name, { challenge }]) =>
    challenge === undefined ? [] : exampleFaults(schemesFile, `${name}.challenge`, challenge, name),
  );
}

/** Faults in `fields.yaml`. */
export function fieldFaults(fields: Readonly<Record<string, FieldEntry>>): Fault[] {
  return Object.entries(fields).flatMap(([name, { example }]) =>
    /authenticate$/i.test(name)
      ? example.flatMap((value, index) => exampleFaults(fieldsFile, `${name}.example[${index}]`, value))
      : [],
  );
}

function exampleFaults(file: string, key: string, value: string, scheme?: string): Fault[] {
  const advice = 'Write a challenge that a server could send, such as Basic realm="library".';
  const reason = challengeFault(value);
  if (reason) return [{ file, key, reason, advice }];
  return scheme === undefined || value.split(' ')[0] === scheme
    ? []
    : [{ file, key, reason: `It is no challenge of ${scheme}.`, advice }];
}

/** The ids on a page of the reference, or undefined where there is no such page. */
export function referenceAnchors(page: string): ReadonlySet<string> | undefined {
  const lowered = (names: readonly string[]) => new Set(names.map((name) => name.toLowerCase()));
  switch (page) {
    case '/reference/statuses':
      return new Set(Object.keys(loadStatuses()));
    case '/reference/schemes':
      return lowered(Object.keys(loadSchemes()));
    case '/reference/fields':
      return lowered(Object.keys(loadFields()));
    case '/reference/glossary':
      return new Set(Object.keys(loadGlossary()));
    default:
      return undefined;
  }
}
