import { type Answers, InShort } from '@/components/lesson/InShort';
import { Inline } from '@/components/ui/Inline';
import { PageLink } from '@/components/ui/PageLink';
import { StatusBadge } from '@/components/ui/StatusBadge';
import { WireGuide } from '@/components/ui/WireGuide';
import { fixers } from '@/lib/search/questions';

interface CauseHeaderProps {
  readonly title: string;
  readonly statuses: readonly number[];
  readonly fixedBy: readonly string[];
  readonly inShort: Answers;
}

/** What the cause is called, its statuses, the answer in short, and who can fix it. */
export function CauseHeader({ title, statuses, fixedBy, inShort }: CauseHeaderProps) {
  return (
    <header className="pt-9 pb-2 sm:pt-12">
      <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1 text-[0.9375rem] text-soft">
        <nav aria-label="Breadcrumb">
          <PageLink href="/causes" className="link">
            Causes
          </PageLink>
        </nav>
        <span aria-hidden="true">·</span>
        {statuses.map((status) => (
          <StatusBadge key={status} status={status} />
        ))}
      </div>
      <h1 className="mt-4 text-[clamp(1.75rem,1.4rem+1.5vw,2.5rem)] leading-[1.12] tracking-[-0.02em]">
        <Inline text={title} />
      </h1>
      <InShort {...inShort} />
      <div className="mt-4 flex flex-wrap justify-between gap-x-6 gap-y-1 text-[0.9375rem] text-soft">
        <p>
          Who can fix it:{' '}
          <strong className="font-semibold text-ink">
            {fixedBy
              .map((who, index) => (index ? lowered(fixers[who] ?? who) : (fixers[who] ?? who)))
              .join(', or ')}
          </strong>
        </p>
        <p>
          <WireGuide>See the request in DevTools or curl</WireGuide>
        </p>
      </div>
    </header>
  );
}

function lowered(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
