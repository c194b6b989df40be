import { StatusBadge } from '@/components/ui/StatusBadge';
import type { Answer } from '@/lib/stacks/record';
import { challengeWord, summaryOf } from '@/lib/stacks/summary';

interface AnswerLineProps {
  readonly answer: Answer | undefined;
  /** Text of the header that this is about; its line is shown too. */
  readonly holds?: string | undefined;
}

/** An answer in one line: status, which challenge, the first words. */
export function AnswerLine({ answer, holds }: AnswerLineProps) {
  const summary = answer ? summaryOf(answer, 70) : null;
  if (!summary || !answer) return <span className="text-faint text-sm">does not apply</span>;
  const { status, challenges, words } = summary;
  const line = holds ? headerLine(answer, holds) : undefined;
  return (
    <span className="flex min-w-0 flex-wrap items-baseline gap-x-2 gap-y-0.5">
      <StatusBadge status={status} />
      {challenges.length ? (
        <code className="font-mono text-wire wrap-anywhere">{challenges.join(' · ')}</code>
      ) : (
        <span className="text-sm text-soft">{challengeWord(summary)}</span>
      )}
      {line ? <code className="font-mono text-wire wrap-anywhere">{line}</code> : null}
      <span className="text-faint text-sm wrap-anywhere">{words || 'no body'}</span>
    </span>
  );
}

/** The header line with `text` in it, unless it is a challenge, which is shown anyhow. */
function headerLine(answer: Answer, text: string): string | undefined {
  if ('notApplicable' in answer) return undefined;
  const name = text.trim().split(':')[0]?.toLowerCase();
  return answer.response.fields
    .filter(([field]) => !/^(www|proxy)-authenticate$/i.test(field))
    .map((field) => field.join(': '))
    .find((line) => line.includes(text.trim()) || line.toLowerCase().startsWith(`${name}:`));
}
