/** A cause of a refusal as its file holds it: who meets it, who can fix it, and what shows it. */
import { z } from 'zod';
import { knowledge } from './cause-signs';
import { ContentError } from './content-error';
import { bodyOf, readFrontmatter } from './frontmatter';
import { inShort, prose, rule, slug } from './shapes';

const person = z.enum(['visitor', 'page', 'program', 'server']);
const sign = z.enum(['never', 'before', 'elsewhere', 'others']);
const yesNo = z.enum(['yes', 'no', 'either']);
const sent = z.enum(['token', 'password', 'cookie', 'signature', 'nothing']);
/** What the finder offers as answers to *What came back?* */
const answered = ['401', '401-challenge', '401-bare', '403', '404', '400', '407', '419', '422'] as const;
// In YAML 401 is a number.
const status = z.coerce.string().pipe(z.enum([...answered, '429', '302', '200', 'none', 'other']));

const frontmatter = z
  .strictObject({
    /** In the words that people search for; first the status or what they see. */
    title: prose(14),
    summary: prose(40),
    inShort,
    /** The usual one first. */
    statuses: z.array(z.int().min(200).max(599)).min(1),
    /** What the questions of the finder ask for. */
    asks: z.strictObject({
      /** Who may have it in front of them, the commonest first. */
      who: z.array(person).min(1),
      /** Does a server that follows the rules send a challenge with it? */
      challenge: yesNo,
      /**
       * When it happens, the usual case first: `never` worked, worked `before`, works `elsewhere` (another client or
       * machine), works for `others` (another account, path or method).
       */
      signs: z.array(sign).min(1),
      /** True where the person who meets it may see no status at all: a network error, another page. */
      unseen: z.literal(true).optional(),
      /** What the request carried, the usual first; left out where it may be anything. */
      sent: z.array(sent).min(1).optional(),
      /** What its commonest reader answers, where that is not the first who, status and sign. */
      reader: z
        .strictObject({ who: person.optional(), status: status.optional(), sign: sign.optional() })
        .optional(),
    }),
    /** Who can fix it, the likeliest first. */
    fixedBy: z.array(z.enum(['visitor', 'client', 'server', 'operator'])).min(1),
    misconception: slug,
    rules: z.array(rule).min(1),
    /** Slugs of causes that look like this one. */
    neighbours: z.array(slug).min(1).max(4),
    /** The exercise that shows it, and the draft of it that meets the refusal. */
    exercise: z.strictObject({ slug, draft: z.string().min(1) }).optional(),
    /** Why no exercise on this server can show it. */
    cannotShow: prose(50).optional(),
    evidence: z.array(z.strictObject({ title: prose(20), url: z.url() })).min(1),
    /** What tools print, what an exchange shows, and what proves it: the diagnosis, search and finder read it. */
    ...knowledge,
  })
  .superRefine(({ exercise, cannotShow }, context) => {
    if ((exercise === undefined) !== (cannotShow === undefined)) return;
    const message = exercise ? 'There is an exercise, and a reason for none.' : 'It is missing.';
    context.addIssue({ code: 'custom', path: ['exercise'], message });
  });

export interface Cause extends z.infer<typeof frontmatter> {
  readonly slug: string;
  /** The file's name: a number and the slug. */
  readonly file: string;
  /** The number in its name, which only orders the files. */
  readonly rank: number;
}

const fileName = /^(\d{2})-([a-z0-9]+(?:-[a-z0-9]+)*)\.mdx$/;

/** Reads one `NN-slug.mdx`. Throws a `ContentError` where its name or its frontmatter is wrong. */
export function readCause(file: string, text: string): Cause {
  const [, rank = '', slug] = fileName.exec(file) ?? [];
  if (!slug) {
    throw new ContentError([
      {
        file: causeFile(file),
        reason: 'The file is not called after a number and a slug.',
        advice: 'Call it like 03-expired-token.mdx: two digits, a hyphen, the slug.',
      },
    ]);
  }
  return { ...readFrontmatter(frontmatter, text, causeFile(file)), slug, file, rank: Number(rank) };
}

/** Where the text of a cause is, for messages. */
export function causeFile(file: string): string {
  return `content/causes/${file}`;
}

/** How many words a reader of the text meets, code and the attributes of elements left out. */
export function wordsIn(text: string): number {
  const read = bodyOf(text)
    .replace(/^```[\s\S]*?^```/gm, ' ')
    .replace(/<[^>]*>/g, ' ');
  return read.split(/\s+/).filter((word) => /[\p{Letter}\p{Number}]/u.test(word)).length;
}
