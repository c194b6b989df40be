import { Children, isValidElement, type ReactNode } from 'react';
import { H2 } from '@/mdx-components';

interface Parts {
  /** What shows the refusal: it ends the first part. */
  readonly figure: ReactNode;
  /** Where it can be mended: on a narrow screen it follows the fix. */
  readonly sandbox: ReactNode;
}

/** The blocks of a cause's text, with the figure behind its first part and the sandbox behind its third. */
export function causeBlocks(text: ReactNode, { figure, sandbox }: Parts): ReactNode[] {
  const blocks = Children.toArray(text).filter((block) => typeof block !== 'string' || block.trim() !== '');
  const heads = blocks.flatMap((block, index) => (isValidElement(block) && block.type === H2 ? [index] : []));
  const [, second = blocks.length, , fourth = blocks.length] = heads;
  return [
    ...blocks.slice(0, second),
    figure,
    ...blocks.slice(second, fourth),
    sandbox,
    ...blocks.slice(fourth),
  ].filter(Boolean);
}
