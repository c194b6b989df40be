import { Check, X } from 'lucide-react';
import { Inline } from '@/components/ui/Inline';

interface VerdictProps {
  readonly right: boolean;
  /** True for what the learner chose. */
  readonly own: boolean;
  readonly why: string;
  readonly belief?: string | undefined;
}

/** Why one option is right or wrong, with a sign and a word for it. */
export function Verdict({ right, own, why, belief }: VerdictProps) {
  const Icon = right ? Check : X;
  const said = right ? 'Right.' : own ? 'Not this one.' : 'Wrong.';
  return (
    <span className="mt-1.5 block text-[0.9375rem] text-soft">
      <Icon
        className={`-mt-0.5 mr-1.5 inline size-4 ${right ? 'text-brand' : 'text-ink'}`}
        aria-hidden="true"
      />
      <strong className="font-semibold text-ink">{said}</strong> <Inline text={why} />
      {belief && own ? (
        <span className="mt-1 block">
          The belief behind it: <q className="italic">{belief.replace(/^“|”$/g, '')}</q>
        </span>
      ) : null}
    </span>
  );
}
