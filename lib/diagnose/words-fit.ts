/** How well the words of a message fit what a cause says of itself: the weakest evidence there is. */
import type { CauseKnowledge } from './knowledge';
import type { GoodReading } from './reading';

/** Words that tell nothing about a refusal. */
const dull = new Set(
  'a an and any are as at be been but by can cannot code could do does error errors failed failure for from get got has have http https i in is it its me my no not of on or our request response returned returns server so status that the their then there this to trying unauthorized forbidden use used user using was we when while why will with works you your api call calls client message only after even same still where which what how auth null true false localhost com example www json html application text type content length date utf body header headers value url host accept'.split(
    ' ',
  ),
);

const longest = 6000;

export interface WordsFit {
  readonly weight: number;
  readonly terms: readonly string[];
}

/** A word of the text below counts half of one of the title. */
const below = 0.5;

interface Words {
  /** Of title and summary. */
  readonly heads: readonly ReadonlySet<string>[];
  /** Of the text below. */
  readonly bodies: readonly ReadonlySet<string>[];
  /** In how many causes a word stands. */
  readonly holders: ReadonlyMap<string, number>;
}

const words = new WeakMap<readonly CauseKnowledge[], Words>();

/** The words of the causes, made once. */
function wordsOf(causes: readonly CauseKnowledge[]): Words {
  const made = words.get(causes);
  if (made) return made;
  const heads = causes.map(({ title, summary, inShort, slug }) => {
    return new Set(termsOf(`${title} ${summary} ${inShort.means} ${slug.replaceAll('-', ' ')}`));
  });
  const bodies = causes.map(({ terms = [] }) => new Set(terms));
  const holders = new Map<string, number>();
  for (const [index, head] of heads.entries()) {
    for (const term of new Set([...head, ...(bodies[index] ?? [])])) {
      holders.set(term, (holders.get(term) ?? 0) + 1);
    }
  }
  const all = { heads, bodies, holders };
  words.set(causes, all);
  return all;
}

/** For each cause how it shares rare words with the loose text of the reading. */
export function wordsFit(causes: readonly CauseKnowledge[], reading: GoodReading, focus: number): WordsFit[] {
  const response = reading.exchanges[focus]?.response;
  const source = response?.body || reading.text;
  const pasted = new Set(termsOf(source.slice(0, longest)));
  const { heads, bodies, holders } = wordsOf(causes);
  return heads.map((head, index) => {
    const terms = [...new Set([...head, ...(bodies[index] ?? [])])].filter((term) => pasted.has(term));
    const shared = terms
      .map((term) => {
        const rarity = Math.log(causes.length / (holders.get(term) ?? 1)) * (head.has(term) ? 1 : below);
        return { term, rarity };
      })
      .filter(({ rarity }) => rarity > 0.9)
      .sort((a, b) => b.rarity - a.rarity);
    const weight = shared.slice(0, 5).reduce((sum, { rarity }) => sum + rarity * 0.35, 0);
    return { weight, terms: shared.slice(0, 3).map(({ term }) => term) };
  });
}

/** The words of a text that may tell, without their endings. */
export function termsOf(text: string): string[] {
  return (text.toLowerCase().match(/[a-z][a-z0-9-]{2,40}/g) ?? [])
    .map((word) => word.replace(/(?:ies|s)$/, ''))
    .filter((word) => word.length > 2 && !dull.has(word));
}
