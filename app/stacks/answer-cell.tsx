import { StatusBadge } from '@/components/ui/StatusBadge';
import type { Answer } from '@/lib/stacks/record';
import { challengeWord, summaryOf } from '@/lib/stacks/summary';

interface AnswerCellProps {
  readonly answer: Answer;
  /** Where the whole exchange is. */
  readonly href: string;
  /** What the link is called besides its status: the stack and the question. */
  readonly label: string;
  readonly departs: boolean;
}

/** An answer in few words; it leads to the exchange. */
export function AnswerCell({ answer, href, label, departs }: AnswerCellProps) {
  const summary = summaryOf(answer, 40);
  if (!summary) {
    return (
      <a href={href} className="text-faint text-sm hover:text-brand" aria-label={`does not apply, ${label}`}>
        —
      </a>
    );
  }
  const word = challengeWord(summary);
  return (
    <a href={href} className="group block" aria-label={`${summary.status}, ${label}`}>
      <span className="flex items-baseline gap-1.5 whitespace-nowrap">
        <StatusBadge status={summary.status} className="group-hover:underline" />
        {word ? <span className="text-soft text-xs">{word}</span> : null}
        {departs ? <span className="font-semibold text-brand text-xs">§</span> : null}
      </span>
      <span className="mt-0.5 block truncate text-faint text-xs">{summary.words || 'no body'}</span>
    </a>
  );
}
