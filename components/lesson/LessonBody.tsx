import './lesson.css';
import './prose.css';
import type { ReactNode } from 'react';
import type { LessonPart } from './lesson-parts';
import { TermHover } from './TermHover';

interface LessonBodyProps {
  readonly header: ReactNode;
  readonly parts: readonly LessonPart[];
  readonly outline?: ReactNode;
}

/** The text of a lesson with its sandboxes, each beside the part that it belongs to. */
export function LessonBody({ header, parts, outline }: LessonBodyProps) {
  return (
    <div className="prose">
      <TermHover />
      {outline}
      {parts.map(({ blocks }, index) => {
        const isFirst = index === 0;
        const isLast = index === parts.length - 1;
        const rows = blocks.length + Number(isFirst) + Number(isLast);
        return (
          <div
            // biome-ignore lint/suspicious/noArrayIndexKey: parts have no other name than their place
            key={index}
            className="lesson-part"
            // A last, empty row takes what the sandbox needs more than the text, so that no gap opens in between.
            style={
              { '--rows': rows, gridTemplateRows: `repeat(${rows - 1}, auto) 1fr` } as React.CSSProperties
            }
          >
            {isFirst ? header : null}
            {blocks}
          </div>
        );
      })}
    </div>
  );
}
