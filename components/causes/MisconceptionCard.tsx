import { Inline } from '@/components/ui/Inline';
import { type Rule, ruleUrl } from '@/lib/http-auth/rule';

interface MisconceptionCardProps {
  readonly says: string;
  readonly truth: string;
  readonly rule?: Rule | undefined;
}

/** What people believe, and what holds instead. */
export function MisconceptionCard({ says, truth, rule }: MisconceptionCardProps) {
  return (
    <dl className="grid max-w-[48rem] overflow-hidden rounded-xl border border-line sm:grid-cols-2">
      <div className="bg-sunk p-5">
        <dt className="text-sm text-faint">Often believed</dt>
        <dd className="mt-1.5 font-display text-xl leading-snug font-bold text-balance">
          <Inline text={says} />
        </dd>
      </div>
      <div className="border-line bg-raised p-5 max-sm:border-t sm:border-l">
        <dt className="text-sm text-faint">What is true</dt>
        <dd className="mt-1.5">
          <Inline text={truth} />
          {rule ? (
            <a href={ruleUrl(rule)} className="link mt-2 block text-sm">
              {rule}
            </a>
          ) : null}
        </dd>
      </div>
    </dl>
  );
}
