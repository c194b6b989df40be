import { StatusBadge } from '@/components/ui/StatusBadge';
import type { Answer } from '@/lib/stacks/record';
import { challengeWord, summaryOf } from '@/lib/stacks/summary';

/** An answer in one line: status, what challenge, the first words. */
export function AnswerLine({ answer }: { readonly answer: Answer | undefined }) {
  const summary = answer ? summaryOf(answer, 70) : null;
  if (!summary) return <span className="text-faint text-sm">does not apply</span>;
  const { status, challenges, words } = summary;
  return (
    <span className="flex min-w-0 flex-wrap items-baseline gap-x-2 gap-y-0.5">
      <StatusBadge status={status} />
      {challenges.length ? (
        <code className="font-mono text-wire wrap-anywhere">{challenges.join(' · ')}</code>
      ) : (
        <span className="text-sm text-soft">{challengeWord(summary)}</span>
      )}
      <span className="text-faint text-sm wrap-anywhere">{words || 'no body'}</span>
    </span>
  );
}
