import { RuleLink } from '@/components/reference/RuleLink';
import { PageLink } from '@/components/ui/PageLink';
import type { DepartureCheck } from '@/lib/stacks/departure-check';

/** How much a departure weighs, where that is written, and the cause that explains it. */
export function DepartureRule({ level, rule, cause }: Pick<DepartureCheck, 'level' | 'rule' | 'cause'>) {
  return (
    <p className="mt-0.5 flex flex-wrap gap-x-3 gap-y-0.5 text-sm text-soft">
      <span className="font-semibold">{level === 'note' ? 'Note: it breaks no rule' : level}</span>
      <RuleLink rule={rule} />
      <PageLink href={`/causes/${cause}`} className="link" prefetch={false}>
        The cause
      </PageLink>
    </p>
  );
}
