/** Plain words and short sentences: what a learner with little English reads without stopping. */
import type { Fault } from './content-error';
import type { Prose } from './prose';

/** The most words in a sentence. */
export const mostWords = 25;

/** The glossary and the reference of headers explain some of the words. */
const explains = /^content\/(?:glossary|fields)\.yaml(?::|$)/;

/** Titles in the words of a search: people look for *logged in*. */
const searched = /:searchTitle$|^content\/causes\/.+:title$/;

/** What learners answer, and not a server: quizzes, practice, review, predictions, and the questions of the finder. */
const learnersAnswer =
  /^(?:components\/(?:quiz|practice|review|progress|design|causes|overview|lesson)|app\/(?:lessons|practice|review)|lib\/quiz)\//;

/**
 * A pattern in prose that is not plain, what to write, and the files that may have it, as `file:key` in YAML. Code is left out unless the
 * pattern has a backtick.
 */
const notPlain: readonly (readonly [pattern: RegExp, write: string, except?: RegExp])[] = [
  [/\boctets?\b/i, 'byte'],
  [/(?<!\/)\bmend(?:s|ed|ing|able)?\b/i, 'fix or repair'],
  [/\bof (?:its|their|his|her|your) own accord\b/i, 'automatically'],
  [/\b(?:do|does|did) not hold\b|\b(?:doesn|don)[’']t hold\b/i, 'is not true, or fails'],
  [/\bcommonest\b/i, 'common, or the source that counted'],
  [/\bfield lines?\b/i, 'header, or header line', explains],
  [/\bheader fields?\b(?! Too Large)/i, 'header', explains],
  [/\bfields? (?:called )?`[A-Z]|`[A-Z][A-Za-z]+(?:-[A-Za-z]+)*` fields?\b/, 'header'],
  [
    /\bbehind the (?:scheme|word|colon|space|comma|name|token|slash|dot|number|value|first word|last)\b/i,
    'after',
  ],
  [/\bdeveloper tools\b/i, 'DevTools', explains],
  [/\bwallets?\b/i, 'your credentials', explains],
  [/\b(?:authn|authz|creds)\b/i, 'authentication, authorization or credentials'],
  [/\bauth (?:header|field)s?\b/i, 'the `Authorization` header'],
  [/(?<![\w/.-])log(?:ged|s|ging)?[- ]?(?:in|out)s?\b(?![/-])/i, 'sign in, sign out or a sign-in', searched],
  [
    /\b(?:the|this|an|its|same|every|each|both|proposed|stored|next|last|which|\p{Letter}+’s) answers?\b(?! (?:\d|\*?no\b|with\b|every\b|for that exchange))/iu,
    'response, where a server sends it',
    learnersAnswer,
  ],
  [/\banew\b/i, 'again'],
  [/\bspeaks? of\b/i, 'name or mention, or be about'],
  [/\btaken for (?:a|an|the)\b/i, 'read or treated as'],
  [/\breplays? (?:once|its request)|\bone replay\b/i, 'repeat: a replay is an attack'],
  [
    /\b(?:whence|hither|thither|thence|hence|lest|thereof|wherein|whereby|henceforth|nought|amiss|forthwith)\b/i,
    'the plain word for it',
  ],
];

const codeSpan = /`[^`]*`/g;

/** What is not plain in `prose`: a word or a sentence that is too long. */
export function plainFaults({ file, line, text, key }: Prose): Fault[] {
  const words = notPlain.flatMap(([pattern, write, except]) => {
    if (except?.test(key ? `${file}:${key}` : file)) return [];
    const read = pattern.source.includes('`')
      ? text
      : text.replace(codeSpan, (code) => '·'.repeat(code.length));
    return [...read.matchAll(new RegExp(pattern, `${pattern.flags}g`))].map(({ 0: match, index }) => ({
      file,
      line: line + (text.slice(0, index).match(/\n/g)?.length ?? 0),
      reason: `“${match}” is not plain: “…${around(text, index)}…”`,
      advice: `Write ${write}.`,
    }));
  });
  const sentences = sentencesOf(text).filter((sentence) => wordCount(sentence) > mostWords);
  return [
    ...words,
    ...sentences.map((sentence) => ({
      file,
      line: line + lineOf(text, sentence),
      reason: `A sentence has ${wordCount(sentence)} words: “${sentence.split(/\s+/).slice(0, 8).join(' ')} …”`,
      advice: `Write at most ${mostWords} words: part it.`,
    })),
  ];
}

/** The sentences of one block. A colon before a space ends one, since what follows stands alone. */
function sentencesOf(text: string): readonly string[] {
  const parts = text.trim().split(/(?<=[.!?:…][)”’"*]{0,2})\s+(?=["“‘(*`\p{Letter}\p{Number}])/u);
  return parts.filter((part) => part !== '');
}

function wordCount(sentence: string): number {
  const read = sentence.replace(codeSpan, ' code ');
  return read.split(/[\s—–|]+/).filter((word) => /[\p{Letter}\p{Number}]/u.test(word)).length;
}

function around(text: string, index: number): string {
  return text.slice(Math.max(0, index - 24), index + 32).replace(/\s+/g, ' ');
}

function lineOf(text: string, sentence: string): number {
  const begin = text.indexOf(sentence);
  return text.slice(0, Math.max(0, begin)).match(/\n/g)?.length ?? 0;
}
