/** Snippets: small client and server programs that stand beside lessons, most of them run by the browser tests. */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { ContentError, type Fault } from './content-error';
import { draftFaults, type Known } from './known';
import { readYaml } from './read-yaml';
import { prose, slug } from './shapes';
import { readTextFile } from './text-file';

/** What a snippet can be written in, as the highlighter calls it. */
export const languages = [
  'apache',
  'csharp',
  'java',
  'javascript',
  'nginx',
  'php',
  'properties',
  'python',
  'shellscript',
  'typescript',
] as const;
const mostLines = 25;

const fields = z.record(z.string().min(1), z.string());

/** A request that the test sends to a server snippet, with the status and the challenge that must come back. */
const request = z.strictObject({
  method: z.string().optional(),
  path: z.string().startsWith('/'),
  fields: fields.optional(),
  body: z.string().optional(),
  status: z.int().min(100).max(599),
  /** The whole WWW-Authenticate; left out, there must be none. */
  challenge: z.string().optional(),
  /** Other field lines of the response. */
  answer: fields.optional(),
  /** Text that the content of the response must hold. */
  holds: z.string().optional(),
  /** Text that it must not hold. */
  lacks: z.string().min(4).optional(),
});

const shown = {
  file: z
    .string()
    .regex(/^[a-z0-9]+([-.][a-z0-9]+)*$/, { error: 'It is not the name of a file in this folder.' }),
  title: prose(6),
  language: z.enum(languages),
};

const client = z.strictObject({
  ...shown,
  side: z.literal('client'),
  run: z
    .strictObject({
      with: z.enum(['node', 'python', 'shell']),
      /** Its resource is DOORMAN, its wallet gives the other variables: client-id is CLIENT_ID. */
      exercise: slug,
      /** The last line that it prints. */
      prints: z.string().min(1),
      /** How often a request, such as POST /token, may be in the log of the attempt afterwards. */
      crosses: z.record(z.string().regex(/^[A-Z]+ \//), z.int()).optional(),
    })
    .optional(),
});

const server = z.strictObject({
  ...shown,
  side: z.literal('server'),
  run: z
    .strictObject({
      with: z.enum(['node', 'nginx', 'apache', 'python']),
      /** The module without which Python cannot run it. */
      needs: z.string().optional(),
      requests: z.array(request).min(1),
    })
    .optional(),
});

const setFile = z.strictObject({
  title: prose(12),
  snippets: z
    .array(z.discriminatedUnion('side', [client, server]))
    .min(1)
    .max(7),
});

export type Snippet = z.infer<typeof client> | z.infer<typeof server>;

export interface SnippetSet {
  readonly title: string;
  /** In the order of the tabs, each with its source, without the line end at its end. */
  readonly snippets: readonly (Snippet & { readonly text: string })[];
}

/** The folder of a set. */
export function snippetFolder(set: string, root = process.cwd()): string {
  return path.join(root, 'content', 'snippets', set);
}

/** The names of all sets. */
export function snippetSets(root = process.cwd()): readonly string[] {
  const folder = path.join(root, 'content', 'snippets');
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

/** One set with its sources. Throws a `ContentError` that names file and key where something is wrong or missing. */
export function loadSnippets(set: string, root = process.cwd()): SnippetSet {
  const folder = snippetFolder(set, root);
  const file = `content/snippets/${set}/set.yaml`;
  const advice = 'Write title and snippets there, each with file, title, side and language.';
  const head = readTextFile(path.join(folder, 'set.yaml'), file, advice);
  const { title, snippets } = readYaml(setFile, head, file);
  const faults: Fault[] = [];
  const read = snippets.map((snippet, index) => {
    const at = { file, key: `snippets[${index}].file` };
    const source = path.join(folder, snippet.file);
    if (!existsSync(source)) {
      const advice = `Put it beside set.yaml, as ${snippet.file}.`;
      faults.push({ ...at, reason: `There is no file “${snippet.file}”.`, advice });
      return { ...snippet, text: '' };
    }
    const text = readTextFile(source, `content/snippets/${set}/${snippet.file}`, '').trimEnd();
    const lines = text.split('\n').length;
    if (lines > mostLines) {
      const reason = `${snippet.file} has ${lines} lines, ${mostLines} are the most.`;
      faults.push({ ...at, reason, advice: 'Leave out what the lesson is not about.' });
    }
    return { ...snippet, text };
  });
  const listed = new Set(['set.yaml', ...snippets.map((snippet) => snippet.file)]);
  for (const name of readdirSync(folder).filter((name) => !listed.has(name))) {
    const advice = 'List it under “snippets”, or take it away.';
    faults.push({ file, key: 'snippets', reason: `The file ${name} is in no tab.`, advice });
  }
  if (faults.length) throw new ContentError(faults);
  return { title, snippets: read };
}

/** The faults of all sets: of the sets themselves, and of the exercises that they name. */
export function snippetFaults(knownNames: Known, root = process.cwd()): Fault[] {
  return snippetSets(root).flatMap((set) => {
    try {
      return loadSnippets(set, root).snippets.flatMap(({ side, run }, index) => {
        const at = { file: `content/snippets/${set}/set.yaml`, key: `snippets[${index}].run.exercise` };
        return side === 'client' && run ? draftFaults(at, run.exercise, undefined, knownNames) : [];
      });
    } catch (error) {
      if (error instanceof ContentError) return error.faults;
      throw error;
    }
  });
}
