import type { Answer } from '@/lib/stacks/record';
import { challengeWord, summaryOf } from '@/lib/stacks/summary';

interface AnswerCellProps {
  readonly answer: Answer;
  /** Where the whole exchange is. */
  readonly href: string;
  readonly departs: boolean;
}

/** An answer in few words; it leads to the exchange. Its look is in stacks.css, since there are so many. */
export function AnswerCell({ answer, href, departs }: AnswerCellProps) {
  const summary = summaryOf(answer, 48);
  if (!summary) {
    return (
      <a href={href}>
        <i data-none="" title="The question does not apply to this stack">
          n/a
        </i>
      </a>
    );
  }
  const word = challengeWord(summary);
  return (
    <a href={href}>
      <b data-tone={toneOf(summary.status)}>{summary.status}</b>
      {word ? <i> {word}</i> : null}
      {departs ? <em title="Departs from a rule"> §</em> : null}
      <small> {summary.words || 'no body'}</small>
    </a>
  );
}

function toneOf(status: number): number {
  if (status >= 200 && status < 300) return 200;
  return [401, 403, 404].includes(status) ? status : 400;
}
