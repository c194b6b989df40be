/** How a lesson reads: words, stretches without anything to do, and how hard its sentences are. */
import { bodyOf } from './frontmatter';

export interface Reading {
  /** Words of running text, without code, figures and attributes. */
  readonly words: number;
  /** The most words between two things to do or to look at. */
  readonly stretch: number;
  /** The words with which that stretch begins. */
  readonly stretchAt: string;
  /** Flesch reading ease: 60 and more is plain English, below 40 is hard. */
  readonly ease: number;
}

const interactions =
  /<\/?(?:Exchange|Predict|SendThis|Sandbox|Compare|FetchAndWire|Handler|Sequence|Note|Snippets)\b[^>]*>/g;

/** Measures the text of a lesson, frontmatter included. */
export function readingOf(text: string): Reading {
  const body = bodyOf(text).replace(/^```[\s\S]*?^```/gm, ' ');
  const stretches = body.split(interactions).map((part) => plain(part));
  const longest = stretches.reduce((most, stretch) => (count(stretch) > count(most) ? stretch : most), '');
  const all = stretches.join(' ');
  const sentences = all.split(/[.!?:](?:\s|$)|\n{2,}/).filter((sentence) => count(sentence) > 0).length;
  const words = count(all);
  const syllables = wordsOf(all).reduce((sum, word) => sum + syllablesIn(word), 0);
  return {
    words,
    stretch: count(longest),
    stretchAt: wordsOf(longest).slice(0, 5).join(' '),
    ease: Math.round(206.835 - 1.015 * (words / sentences) - 84.6 * (syllables / words)),
  };
}

function plain(part: string): string {
  return part
    .replace(/<[^>]*>/g, ' ')
    .replace(/`[^`]*`/g, 'code')
    .replace(/\]\([^)]*\)/g, ' ')
    .replace(/[|*#_[\]]/g, ' ');
}

function wordsOf(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => /\p{Letter}|\p{Number}/u.test(word));
}

function count(text: string): number {
  return wordsOf(text).length;
}

/** Groups of vowels, as a rule of thumb. */
function syllablesIn(word: string): number {
  const groups = word
    .toLowerCase()
    .replace(/e\b/, '')
    .match(/[aeiouy]+/g);
  return Math.max(1, groups?.length ?? 1);
}
