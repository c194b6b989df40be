/** What shows a cause: the texts that tools print, and the marks of an exchange. */
import { z } from 'zod';
import { isRule } from '@/lib/http-auth/rule';
import { isKnownRule } from '@/lib/http-auth/rule-title';
import { prose, ruleFault, slug } from './shapes';

/** What a text must have besides its gaps to mean anything. */
const fewestCharacters = 4;

/**
 * A text to be looked for: case and width of white space do not count, and `…` stands for up to 200 characters of
 * one line.
 */
const literal = z
  .string()
  .trim()
  .max(200)
  .superRefine((text, context) => {
    const fault = literalFault(text);
    if (fault) context.addIssue({ code: 'custom', message: fault });
  });

const token = z.string().regex(/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/, { error: 'It is not the name of a header.' });

/** Where a text is from: an address, a rule, or a program in stacks that prints it. */
const source = z.string().superRefine((text, context) => {
  if (isNoPlace(text)) {
    const message = 'It is a whole repository or a list of issues, where nobody finds the text.';
    context.addIssue({ code: 'custom', message });
    return;
  }
  if (/^https?:\/\/\S+$/.test(text) || /^stack:[a-z0-9]+(-[a-z0-9]+)*$/.test(text) || isKnownRule(text))
    return;
  const message = isRule(text) ? ruleFault(text) : 'It is no address, no rule, and no “stack:name”.';
  context.addIssue({ code: 'custom', message });
});

/** True for the address of a repository, of its branch or folder at the top, or of a list of threads. */
function isNoPlace(text: string): boolean {
  const [, path] =
    /^https?:\/\/(?:www\.)?(?:github|gitlab|bitbucket|codeberg)\.(?:com|org)\/([^?#]*)/.exec(text) ?? [];
  if (path === undefined) return false;
  const [, repository, kind, place] = path
    .replace(/\/-(?=\/)/, '')
    .replace(/(?:\.git)?\/*$/, '')
    .split('/');
  if (!repository || kind === undefined) return true;
  const isList = /^(?:issues|pulls?|discussions|merge_requests|tree|blob|releases|wiki)$/.test(kind);
  return isList && (place === undefined || (/^(?:tree|blob)$/.test(kind) && path.split('/').length < 5));
}

/** A text that a tool, a library or a server prints where this is the cause. */
const saying = z.strictObject({
  text: literal,
  tool: prose(6),
  version: prose(6).optional(),
  source,
  /** The text stands in more causes than this one, in each on purpose: the rest of the paste tells them apart. */
  shared: z.literal(true).optional(),
});

/** A header that is there or is not. Its value is looked for like a text; one of three characters or fewer is the whole. */
const fieldSign = z.strictObject({
  name: token,
  present: z.boolean().optional(),
  value: z.union([z.string().trim().min(1).max(3), literal]).optional(),
});

/** What to run, and what to look for in its output. */
const proof = z.strictObject({
  /**
   * One command. In it stand for what the paste shows: `{request}` the whole request as curl, `{anonymous}` the same
   * without credentials, `{preflight}` the browser's question before it, `{url}` `{origin}` `{host}` `{path}` `{token}`,
   * and `{before}` the address that led there by a redirect.
   */
  command: z.string().trim().min(2).max(400),
  look: prose(30),
});

const sign = z
  .strictObject({
    status: z.array(z.int().min(100).max(599)).min(1).optional(),
    method: z.array(token).min(1).optional(),
    request: z.array(fieldSign).min(1).optional(),
    response: z.array(fieldSign).min(1).optional(),
    /** A text in the body of the response. */
    body: literal.optional(),
    /** What the host's name holds, such as `.amazonaws.com`. */
    host: literal.optional(),
    /** What came just before the refusal. */
    before: z.enum(['preflight', 'redirect', 'other-origin-redirect']).optional(),
    /** A check of lib/diagnose that failed, such as `scheme-doubled`. */
    find: slug.optional(),
    strength: z.enum(['certain', 'likely']),
    /** Why it points here, for the person who pasted it. */
    reason: prose(30),
  })
  .refine(({ strength: _strength, reason: _reason, ...marks }) => Object.keys(marks).length > 0, {
    error: 'It names no mark: a status, a header, a body, a host, what came before, or a check.',
  });

/** The keys of a cause's head by which a pasted text is recognised. */
export const knowledge = {
  says: z.array(saying).optional(),
  signs: z.array(sign).optional(),
  /** What people mention together, by the names of cues in content/cues.yaml. */
  symptoms: z.array(z.array(slug).min(1).max(4)).optional(),
  proof: proof.optional(),
};

export type Saying = z.infer<typeof saying>;
export type Sign = z.infer<typeof sign>;

/** What is wrong with a text to be looked for, if anything. */
function literalFault(text: string): string | undefined {
  if (/[\r\n]/.test(text)) return 'It has more than one line.';
  if (text.startsWith('…') || text.endsWith('…'))
    return 'It begins or ends with a gap, which matches anything.';
  const rest = text.replace(/[…\s]/g, '');
  if (rest.length < fewestCharacters) return `It has fewer than ${fewestCharacters} characters to look for.`;
  return undefined;
}

/** What a command may have filled in. */
const places = ['request', 'anonymous', 'preflight', 'url', 'origin', 'host', 'path', 'token', 'before'];

/** Texts of `says` that stand there twice, and places of the `proof` that nothing fills. */
export function knowledgeFaults(head: {
  says?: Saying[] | undefined;
  proof?: z.infer<typeof proof> | undefined;
}) {
  const texts = (head.says ?? []).map(({ text }) => text.toLowerCase().replace(/\s+/g, ' '));
  const twice = texts.flatMap((text, index) =>
    texts.indexOf(text) === index
      ? []
      : [{ key: `says[${index}].text`, reason: `“${text}” stands here twice.`, advice: 'Keep one of them.' }],
  );
  const strange = [...(head.proof?.command ?? '').matchAll(/\{([a-z]+)\}/g)]
    .map(([, name = '']) => name)
    .filter((name) => !places.includes(name));
  return [
    ...twice,
    ...strange.map((name) => ({
      key: 'proof.command',
      reason: `Nothing fills {${name}}.`,
      advice: `Write one of: ${places.map((place) => `{${place}}`).join(' ')}.`,
    })),
  ];
}
