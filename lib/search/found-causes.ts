/** The causes that the search has for some words, among those that the answers leave. */
import type { Match, Matches } from './match-causes';
import type { Result } from './search';

export interface FoundCause extends Match {
  /** What the search says of it; undefined where nothing was typed. */
  readonly result?: Result;
}

export interface FoundCauses {
  readonly fits: readonly FoundCause[];
  readonly near: readonly FoundCause[];
}

/** `matches` as they are, or those among `results`, in the order of the results. */
export function foundCauses({ fits, near }: Matches, results: readonly Result[] | undefined): FoundCauses {
  if (!results) return { fits, near };
  const among = (matches: readonly Match[]) => {
    const bySlug = new Map(matches.map((match) => [match.cause.slug, match]));
    return results.flatMap((result): FoundCause[] => {
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
