/** The causes that the search has for some words, among those that the answers leave. */
import type { Match, Matches } from './match-causes';
import type { Result } from './search';

export interface RankedCause extends Match {
  /** What the search says of it; undefined where nothing was typed. */
  readonly result?: Result;
}

export interface RankedCauses {
  readonly fits: readonly RankedCause[];
  readonly near: readonly RankedCause[];
}

/** `matches` as they are, or those among `results`, in the order of the results. */
export function rankCauses({ fits, near }: Matches, results: readonly Result[] | undefined): RankedCauses {
  if (!results) return { fits, near };
  const among = (matches: readonly Match[]) => {
    const bySlug = new Map(matches.map((match) => [match.cause.slug, match]));
    return results.flatMap((result): RankedCause[] => {
      const match = bySlug.get(slugOf(result.at));
      return match ? [{ ...match, result }] : [];
    });
  };
  return { fits: among(fits), near: among(near) };
}

/** The id of the section that a result leads to; empty where it leads to the page. */
export function anchorOf(at: string): string {
  return at.split('#')[1] ?? '';
}

function slugOf(at: string): string {
  return at.replace(/^\/causes\/|#.*$/g, '');
}
