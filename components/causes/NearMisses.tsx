import type { Answers } from '@/lib/search/questions';
import type { RankedCause } from '@/lib/search/ranked-causes';
import { CauseTable } from './CauseTable';

interface NearMissesProps {
  readonly matches: readonly RankedCause[];
  readonly answers: Answers;
  /** Where little else fits, they are shown at once. */
  readonly open: boolean;
}

/** The causes that one answer speaks against: an answer may be wrong, and servers are not alike. */
export function NearMisses({ matches, answers, open }: NearMissesProps) {
  if (matches.length === 0) return null;
  return (
    <details key={`${open}`} open={open} className="mt-8">
      <summary className="cursor-pointer py-2 text-soft hover:text-ink">
        {matches.length === 1 ? '1 fits' : `${matches.length} fit`} all but one answer
      </summary>
      <CauseTable caption="Causes that fit all but one answer" matches={matches} answers={answers} />
    </details>
  );
}
