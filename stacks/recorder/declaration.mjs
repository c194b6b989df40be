// What a folder of `stacks/programs` declares in its stack.yaml, read and checked.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import { Stop } from '../../scripts/stop.mjs';

export const stacksFolder = dirname(dirname(fileURLToPath(import.meta.url)));
const programsFolder = join(stacksFolder, 'programs');
export const recordFolder = join(stacksFolder, 'record');

const text = z.string().min(1);

const resource = z.strictObject({
  schemes: z.array(z.enum(['basic', 'bearer', 'session'])).min(1),
  token: z.enum(['jwt', 'opaque']).default('jwt'),
  audience: z.boolean().default(true),
  proxy: z.boolean().default(false),
  /** Where the word before a token is not Bearer. */
  keyword: text.default('Bearer'),
  claims: z.record(text, z.record(text, z.unknown())).default({}),
  unknownId: text.default('Cookie: session=nobody'),
  paths: z.record(text, z.string().regex(/^\//)).default({}),
  /** How a session begins. */
  login: z
    .strictObject({
      /** A page with a hidden field, where the form has to bring it back. */
      page: text.optional(),
      field: text.optional(),
      pattern: text.optional(),
      names: z.tuple([text, text]).default(['username', 'password']),
    })
    .default({ names: ['username', 'password'] }),
});

const schema = z.strictObject({
  title: text,
  language: text,
  kind: z.enum(['framework', 'server', 'proxy', 'registry']),
  from: z.enum(['npm', 'debian']),
  /** Packages whose versions the record names, the most telling first. */
  packages: z.array(text).min(1),
  /** Whatever else has to be installed, from Debian. */
  needs: z.array(text).default([]),
  /** Run once before the first start, in the program's folder. */
  prepare: z.array(text).optional(),
  run: z.array(text).min(1),
  env: z.record(text, z.string()).default({}),
  /** Files in which ${PORT}, ${DIR} and ${BACKEND} are filled in, written to a folder of the run. */
  templates: z.array(text).default([]),
  /** True where it leads to another server, which the recorder brings. */
  backend: z.boolean().default(false),
  program: z.array(text).min(1),
  door: resource,
  variants: z.record(
    text,
    z.strictObject({
      title: text,
      env: z.record(text, z.string()).default({}),
      door: resource.partial().optional(),
      notApplicable: z.record(text, text).default({}),
    }),
  ),
  /** Questions that make no sense here, with the reason. */
  notApplicable: z.record(text, text).default({}),
  /** Questions whose status the program chose, and not the stack. */
  chosenByProgram: z.array(text).default([]),
  /** What changes in every run; `sort` where only the order of a list does. */
  volatile: z
    .array(z.strictObject({ name: text, pattern: text, sort: z.literal(true).optional() }))
    .default([]),
});

/** @typedef {z.infer<typeof schema> & { name: string, folder: string }} Stack */

/** The names of all stacks, in order. */
export function stackNames() {
  return readdirSync(programsFolder)
    .filter((name) => existsSync(join(programsFolder, name, 'stack.yaml')))
    .sort();
}

/**
 * Reads a declaration. Throws with the file and the key where something is wrong in it.
 * @param {string} name
 * @returns {Stack}
 */
export function readStack(name) {
  const folder = join(programsFolder, name);
  const source = parse(readFileSync(join(folder, 'stack.yaml'), 'utf8'));
  const read = schema.safeParse(source);
  if (read.success) {
    // What a variant leaves out is as in the stack, and not a default.
    for (const [variant, { door: changed }] of Object.entries(read.data.variants)) {
      for (const key of Object.keys(changed ?? {})) {
        if (!(key in source.variants[variant].door)) delete (/** @type {any} */ (changed)[key]);
      }
    }
    return { ...read.data, name, folder };
  }
  const faults = read.error.issues.map(
    ({ path, message }) => `  ${path.join('.') || 'the file'}: ${message}`,
  );
  throw new Stop([`stacks/programs/${name}/stack.yaml is wrong:`, ...faults].join('\n'));
}
