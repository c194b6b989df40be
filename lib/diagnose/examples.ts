/**
 * What real pastes have in common: for each cause the words of the pastes that it was the reason of, each with how much
 * it tells. A paste is compared with them by the cosine of the angle between both (a nearest-centroid classifier).
 */
import { termsOfPaste } from './paste-words';

export interface Example {
  readonly cause: string;
  readonly text: string;
}

/** The words that tell most: more of them find no more causes, and make the data larger. */
const mostTerms = 80;
/** Weights go to browsers as small whole numbers. */
const steps = 20;

/** For each cause its words with their weights, as `parseExamples` reads them: `12 nginx upstream;7 header`. */
export function wordsOfExamples(examples: readonly Example[]): ReadonlyMap<string, string> {
  const pastes = examples.map(({ cause, text }) => ({ cause, terms: termsOfPaste(text) }));
  const holders = new Map<string, number>();
  for (const { terms } of pastes) for (const term of terms) holders.set(term, (holders.get(term) ?? 0) + 1);
  const rarity = (term: string) => Math.log(1 + pastes.length / (1 + (holders.get(term) ?? 0)));
  const sums = new Map<string, Map<string, number>>();
  for (const { cause, terms } of pastes) {
    const sum = sums.get(cause) ?? new Map<string, number>();
    sums.set(cause, sum);
    const length = lengthOf([...terms].map(rarity));
    for (const term of terms) sum.set(term, (sum.get(term) ?? 0) + rarity(term) / length);
  }
  return new Map([...sums].map(([cause, sum]) => [cause, written(sum, rarity)]));
}

/** The words and weights of one cause, out of what `wordsOfExamples` wrote. */
export const parseExamples = (text: string): (readonly [term: string, weight: number])[] =>
  text.split(';').flatMap((group) => {
    const [weight, ...terms] = group.split(' ');
    return terms.map((term) => [term, Number(weight) / steps] as const);
  });

function written(sum: ReadonlyMap<string, number>, rarity: (term: string) => number): string {
  const length = lengthOf([...sum.values()]);
  const most = [...sum]
    .map(([term, weight]) => [term, Math.round((steps * rarity(term) * weight) / length)] as const)
    .sort(([, a], [, b]) => b - a)
    .slice(0, mostTerms)
    .filter(([, weight]) => weight > 0);
  // By their weight, and then by the alphabet, they take the fewest bytes.
  return [...new Set(most.map(([, weight]) => weight))]
    .map((weight) => {
      const terms = most.filter(([, other]) => other === weight).map(([term]) => term);
      return [weight, ...terms.sort()].join(' ');
    })
    .join(';');
}

const lengthOf = (weights: readonly number[]) => Math.hypot(...weights) || 1;
