/** Statuses, schemes and fields as the pages of the reference tell of them, each declared in one file. */
import { z } from 'zod';
import { cached, contentText } from './folder';
import { readYaml } from './read-yaml';
import { prose, rule } from './shapes';

const status = z.strictObject({
  /** The reason phrase. */
  name: prose(6),
  says: prose(45),
  /** Whose move it is now. */
  act: prose(45),
  /** May it be kept and reused? */
  cache: prose(30),
  /** Does it carry one? */
  challenge: prose(30),
  /** Left out where it is. */
  registered: z.literal(false).optional(),
  rule,
});

const scheme = z
  .strictObject({
    /** What people call it; the scheme itself where it is left out. */
    title: prose(4).optional(),
    about: prose(30),
    registered: z.boolean(),
    rfc: z.int().optional(),
    /** An example of what a server asks with. */
    challenge: z.string().min(1).optional(),
    /** Why it is not asked for. */
    unasked: prose(30).optional(),
    /** The shape of the answer, as a field line; left out where nothing is to be answered. */
    credentials: z
      .string()
      .regex(/^[\w-]+: \S/, { error: 'It is no field line.' })
      .optional(),
    /** True where browsers open a dialog of their own. */
    dialog: z.literal(true).optional(),
    mind: prose(50),
  })
  .refine(({ challenge, unasked }) => (challenge === undefined) !== (unasked === undefined), {
    path: ['challenge'],
    error: 'Either there is an example, or unasked says why there is none.',
  });

/** Entries by a name of which `pattern` is the form; `what` says what a name is that does not fit. */
function named<T>(entry: z.ZodType<T>, pattern: RegExp, what: string) {
  return z.record(z.string(), entry).superRefine((entries, context) => {
    for (const name of Object.keys(entries)) {
      if (!pattern.test(name))
        context.addIssue({ code: 'custom', path: [name], message: `The key is no ${what}.` });
    }
  });
}

const token = /^[\w!#$%&'*+.^`|~-]+$/;

const field = z
  .strictObject({
    group: prose(5),
    sent: z.enum(['request', 'response']),
    /** Values, one for each line. */
    example: z.array(z.string().min(1)).min(1),
    says: prose(40),
    mind: prose(40),
    /** Left out where it is. */
    registered: z.literal(false).optional(),
    rule: rule.optional(),
    source: z.strictObject({ title: prose(10), url: z.url() }).optional(),
  })
  .refine((rule) => (rule.rule === undefined) !== (rule.source === undefined), {
    path: ['rule'],
    error: 'Either a rule defines it, or source names another text.',
  });

export type StatusEntry = z.infer<typeof status>;
export type SchemeEntry = z.infer<typeof scheme>;
export type FieldEntry = z.infer<typeof field>;

const statusesFile = 'content/statuses.yaml';
export const schemesFile = 'content/schemes.yaml';
export const fieldsFile = 'content/fields.yaml';

/** Reads `statuses.yaml`: each status by its number. Throws a `ContentError` with every fault. */
export function readStatuses(text: string): Readonly<Record<string, StatusEntry>> {
  return readYaml(named(status, /^[2-5]\d\d$/, 'status'), text, statusesFile);
}

/** Reads `schemes.yaml`: each scheme by its name on the wire. Throws a `ContentError` with every fault. */
export function readSchemes(text: string): Readonly<Record<string, SchemeEntry>> {
  return readYaml(named(scheme, token, 'token'), text, schemesFile);
}

/** Reads `fields.yaml`: each field by its name. Throws a `ContentError` with every fault. */
export function readFields(text: string): Readonly<Record<string, FieldEntry>> {
  return readYaml(named(field, token, 'token'), text, fieldsFile);
}

/** What each status means for the client that gets it. */
export function loadStatuses(): Readonly<Record<string, StatusEntry>> {
  return cached('statuses', () => readStatuses(contentText('statuses.yaml', 'Write it, if only {}.')));
}

/** What each scheme is, registered or not. */
export function loadSchemes(): Readonly<Record<string, SchemeEntry>> {
  return cached('schemes', () => readSchemes(contentText('schemes.yaml', 'Write it, if only {}.')));
}

/** What each field is for. */
export function loadFields(): Readonly<Record<string, FieldEntry>> {
  return cached('fields', () => readFields(contentText('fields.yaml', 'Write it, if only {}.')));
}
