import { MatchReason } from '@/components/search/MatchReason';
import { fitWords } from '@/lib/search/fit-words';
import type { Answers } from '@/lib/search/questions';
import type { RankedCause } from '@/lib/search/ranked-causes';

interface RowReasonsProps {
  readonly match: RankedCause;
  readonly answers: Answers;
}

/** Why a cause is in the list: which of the words it has, and how each answer fits. */
export function RowReasons({ match: { cause, reasons, result }, answers }: RowReasonsProps) {
  const words = fitWords(cause, reasons, answers).join(' · ');
  return (
    <>
      {result && result.why.by !== 'head' ? (
        <span className="mt-1.5 block max-w-[70ch] text-sm text-faint wrap-anywhere">
          <MatchReason {...result} />
        </span>
      ) : null}
      {words ? (
        <span className="mt-1.5 block max-w-[70ch] text-sm text-faint first-letter:uppercase">{words}</span>
      ) : null}
    </>
  );
}
