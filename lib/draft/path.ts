/** What somebody types or pastes as a path: an absolute address becomes a path where it is one of this attempt. */
import type { Place } from './draft';

export interface ReadPath {
  readonly path: string;
  /** What was left out of an address of this attempt, in a sentence. */
  readonly note?: string;
}

const address = /^\/?(https?):\/\/([^/?#]*)([^#]*)/i;

/** `text` as the path of a draft. What is no address of this attempt stays, and `pathTrouble` says what is wrong. */
export function readPath(text: string, { base, host }: Place): ReadPath {
  const trimmed = text.trim();
  const [, , named, target = ''] = address.exec(trimmed) ?? [];
  const below = pathBelow(named === undefined ? trimmed : target, base);
  if (below !== undefined) {
    return { path: below, note: `Only the path of that address was kept: this page sends only to ${host}.` };
  }
  return { path: text.replace(/^(?!\/)/, '/') };
}

/** Why `path` cannot be what somebody wants to ask for here, in a sentence; undefined where nothing is wrong. */
export function pathTrouble(path: string, { host }: Pick<Place, 'host'>): string | undefined {
  const [, , named] = address.exec(path) ?? [];
  if (named === undefined) return undefined;
  return named === host
    ? 'This is an address of this server, but not of your attempt. Type the path alone, such as /.'
    : `This is an address at ${named.slice(0, 60) || 'no host'}. Type a path of this exercise, such as /.`;
}

/** What follows `base`, which is never a path of the resource itself. */
function pathBelow(target: string, base: string): string | undefined {
  if (!target.startsWith(base)) return undefined;
  const below = target.slice(base.length);
  if (below === '') return '/';
  return /^[/?]/.test(below) ? below.replace(/^\?/, '/?') : undefined;
}
