import './lesson.css';
import './prose.css';
import type { MDXComponents, MDXContent } from 'mdx/types';
import type { ReactNode } from 'react';
import { TermHover } from './TermHover';

interface LessonBodyProps {
  /** The compiled text, in the parts that `lib/content/mdx-parts.mjs` makes. */
  readonly text: MDXContent;
  readonly header: ReactNode;
  readonly outline?: ReactNode;
  /** Elements of the text that only this page can show. */
  readonly components?: MDXComponents;
  /** How many blocks they add to a part. */
  readonly added?: number;
}

/** A part of a text, as the compiler writes it. */
interface PartProps {
  readonly blocks: string;
  readonly isFirst?: boolean;
  readonly isLast?: boolean;
  readonly children: ReactNode;
}

/** The text of a lesson with its sandboxes, each beside the part that it belongs to. */
export function LessonBody({ text: Text, header, outline, components, added = 0 }: LessonBodyProps) {
  const all = {
    ...components,
    // biome-ignore lint/correctness/noComponentHookFactories: it is rendered on the server alone, where nothing has state
    Part: (props: PartProps) => <Part {...props} header={header} added={added} />,
  };
  return (
    <div className="prose">
      <TermHover />
      {outline}
      <Text components={all} />
    </div>
  );
}

function Part(props: PartProps & Pick<LessonBodyProps, 'header'> & { readonly added: number }) {
  const { blocks, isFirst = false, isLast = false, header, added, children } = props;
  const rows = Number(blocks) + added + Number(isFirst) + Number(isLast);
  // A last, empty row takes what the sandbox needs more than the text, so that no gap opens in between.
  const style = { '--rows': rows, gridTemplateRows: `repeat(${rows - 1}, auto) 1fr` };
  return (
    <div className="lesson-part" style={style as React.CSSProperties}>
      {isFirst ? header : null}
      {children}
    </div>
  );
}
