/** Apart from the rest of the notation, which a page loads only where somebody writes a request as text. */
import type { Place } from './draft';

/** Text that is no draft, as the relay takes it: its target, where it has one, is put below `base`. */
export function placeRaw(text: string, { base }: Pick<Place, 'base'>): string {
  return text.replace(/^(\S+ +)(\/\S*)/, (whole, method: string, target: string) =>
    target === base || target.startsWith(`${base}/`) ? whole : `${method}${base}${target}`,
  );
}
