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

/** How much a word counts: of the title and the summary, of a text that a tool prints, and of the text below. */
const share = { head: 1, printed: 0.8, body: 0.5 } as const;

/** For each cause its words, with how much each tells. */
type Words = readonly ReadonlyMap<string, number>[];

const words = new WeakMap<readonly CauseKnowledge[], Words>();

/** The words of the causes, made once: a word tells more the fewer causes have it. */
function wordsOf(causes: readonly CauseKnowledge[]): Words {
  const made = words.get(causes);
  if (made) return made;
  const shares = causes.map(({ title, summary, inShort, slug, terms = [], says = [] }) => {
    const all = new Map<string, number>();
    const add = (list: readonly string[], weight: number) => {
      for (const term of list) all.set(term, Math.max(all.get(term) ?? 0, weight));
    };
    add(terms, share.body);
    add(termsOf(says.map(({ text }) => text).join(' ')), share.printed);
    add(termsOf(`${title} ${summary} ${inShort.means} ${slug.replaceAll('-', ' ')}`), share.head);
    return all;
  });
  const holders = new Map<string, number>();
  for (const all of shares) for (const term of all.keys()) holders.set(term, (holders.get(term) ?? 0) + 1);
  const weights = shares.map((all) => {
    const rated = [...all].map(([term, weight]) => {
      return [term, weight * Math.log(causes.length / (holders.get(term) ?? 1))] as const;
    });
    return new Map(rated);
  });
  words.set(causes, weights);
  return weights;
}

/** For each cause how it shares rare words with the loose text of the reading. */
export function wordsFit(causes: readonly CauseKnowledge[], reading: GoodReading, focus: number): WordsFit[] {
  const response = reading.exchanges[focus]?.response;
  const source = response?.body || reading.text;
  const pasted = new Set(termsOf(source.slice(0, longest)));
  return wordsOf(causes).map((all) => {
    const shared = [...pasted]
      .map((term) => ({ term, rarity: all.get(term) ?? 0 }))
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
