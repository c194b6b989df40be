/** A lesson cut into parts, so that each sandbox stays in view as long as the text is about it. */
import { Children, isValidElement, type ReactElement, type ReactNode } from 'react';

export interface LessonPart {
  readonly blocks: readonly ReactNode[];
  readonly hasSandbox: boolean;
}

interface Kinds {
  readonly isSandbox: (element: ReactElement) => boolean;
  readonly isHeading: (element: ReactElement) => boolean;
}

/**
 * The blocks of `text` in parts of at most one sandbox each. A part begins at the last heading before its sandbox,
 * or at the sandbox itself where no heading stands between it and the one before.
 */
export function lessonParts(text: ReactNode, { isSandbox, isHeading }: Kinds): LessonPart[] {
  const blocks = Children.toArray(text).filter((block) => typeof block !== 'string' || block.trim() !== '');
  const at = (test: (element: ReactElement) => boolean) =>
    blocks.flatMap((block, index) => (isValidElement(block) && test(block) ? [index] : []));
  const sandboxes = at(isSandbox);
  const headings = at(isHeading);
  const starts = sandboxes.slice(1).map((place, index) => {
    const before = sandboxes[index] ?? 0;
    return headings.filter((heading) => heading > before && heading < place).at(-1) ?? place;
  });
  return [0, ...starts].map((start, index) => ({
    blocks: blocks.slice(start, starts[index]),
    hasSandbox: sandboxes[index] !== undefined,
  }));
}
