import { Check, X } from 'lucide';
import { Icon } from '@/components/ui/Icon';
import { Inline } from '@/components/ui/Inline';
import type { Belief } from '@/lib/quiz/question';

interface VerdictProps {
  readonly right: boolean;
  /** True for what the learner chose. */
  readonly chosen: boolean;
  readonly why: string;
  readonly belief?: Belief | undefined;
  /** What is said of the right one, of one's own wrong one, and of any other. */
  readonly words?: { readonly right: string; readonly chosen: string; readonly other: string };
}

const usual = { right: 'Right.', chosen: 'Not this one.', other: 'Wrong.' };

/** Why one option is right or wrong, with a sign and a word for it. */
export function Verdict({ right, chosen, why, belief, words = usual }: VerdictProps) {
  const shape = right ? Check : X;
  const said = right ? words.right : chosen ? words.chosen : words.other;
  return (
    <span className="mt-1.5 block text-[0.9375rem] text-soft">
      <Icon
        of={shape}
        className={`-mt-0.5 mr-1.5 inline size-4 ${right ? 'text-brand' : 'text-ink'}`}
        aria-hidden="true"
      />
      <strong className="font-semibold text-ink">{said}</strong> <Inline text={why} />
      {belief && chosen ? (
        <span className="mt-1 block">
          The belief behind it: <q className="italic">{belief.says.replace(/^“|”$/g, '')}</q>
        </span>
      ) : null}
    </span>
  );
}
