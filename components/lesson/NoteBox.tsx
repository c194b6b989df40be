import { CircleSlash2, Eye, MessageCircleQuestionMark, NotebookPen } from 'lucide';
import type { ReactNode } from 'react';
import { Icon } from '@/components/ui/Icon';

const kinds = {
  exception: { shape: CircleSlash2, title: 'When this is not true' },
  myth: { shape: MessageCircleQuestionMark, title: 'Often said' },
  recap: { shape: NotebookPen, title: 'Summary' },
  answer: { shape: Eye, title: 'Compare with ours' },
};

interface NoteBoxProps {
  readonly kind?: keyof typeof kinds;
  readonly title?: string | undefined;
  readonly children: ReactNode;
}

/** A word beside the text. `answer` stays folded until it is asked for. */
export function NoteBox({ kind = 'exception', title, children }: NoteBoxProps) {
  const { shape, title: usual } = kinds[kind];
  const head = title ?? usual;
  const body = <div className="mt-1.5 [&>*+*]:mt-3">{children}</div>;
  const icon = <Icon of={shape} className="mt-1 size-[1.125rem] shrink-0 text-brand" aria-hidden="true" />;
  if (kind === 'answer') {
    return (
      <details className="rounded-lg bg-sunk px-4 py-3">
        <summary className="hanging-mark rounded-sm font-semibold">{head}</summary>
        {body}
      </details>
    );
  }
  return (
    <div role="note" aria-label={head} className="flex gap-3 rounded-lg bg-sunk px-4 py-3.5">
      {icon}
      <div className="min-w-0">
        <p className="font-semibold">{head}</p>
        {body}
      </div>
    </div>
  );
}
