import { memo } from 'react';
import { Inline } from '@/components/ui/Inline';
import { PageLink } from '@/components/ui/PageLink';
import { StatusBadge } from '@/components/ui/StatusBadge';
import { causePath } from '@/lib/pages';
import { type Answers, fixers } from '@/lib/search/questions';
import { anchorOf, type RankedCause } from '@/lib/search/ranked-causes';
import { RowReasons } from './RowReasons';

interface CauseTableProps {
  readonly matches: readonly RankedCause[];
  readonly answers: Answers;
  /** What the list is, for people who cannot see what is around it. */
  readonly caption: string;
}

/**
 * Causes as a table, in the order given. On a narrow screen the second and third column join the first. While somebody
 * types, it is drawn again only where the causes are others.
 */
export const CauseTable = memo(function CauseTable({ matches, answers, caption }: CauseTableProps) {
  if (matches.length === 0) return null;
  return (
    <table className="w-full">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr className="border-line border-b text-left text-sm text-faint">
          <th scope="col" className="py-2 pr-6 font-normal">
            Cause
          </th>
          <th scope="col" className="w-28 py-2 pr-6 font-normal max-sm:hidden">
            Status
          </th>
          <th scope="col" className="w-56 py-2 font-normal max-lg:hidden">
            Who can fix it
          </th>
        </tr>
      </thead>
      <tbody>
        {matches.map((match) => {
          const { slug, title, summary, statuses, fixedBy } = match.cause;
          const anchor = match.result ? anchorOf(match.result.at) : '';
          const badges = (
            <span className="flex flex-wrap gap-1.5">
              {statuses.map((status) => (
                <StatusBadge key={status} status={status} />
              ))}
            </span>
          );
          return (
            <tr key={slug} className="border-line border-b align-top hover:border-line-strong">
              <th
                scope="row"
                className="py-4 pr-6 text-left font-normal [overflow-wrap:anywhere] max-sm:pr-0"
              >
                <PageLink
                  href={anchor ? `${causePath(slug)}#${anchor}` : causePath(slug)}
                  className="text-lg font-semibold leading-snug hover:text-brand"
                >
                  <Inline text={title} />
                </PageLink>
                <span className="mt-1 block max-w-[70ch] text-soft">
                  <Inline text={summary} />
                </span>
                <RowReasons match={match} answers={answers} />
                <span className="mt-2 block sm:hidden">{badges}</span>
                <span className="mt-1.5 block text-sm text-faint lg:hidden">
                  {fixedBy.map((who) => fixers[who]).join(' · ')}
                </span>
              </th>
              <td className="py-4.5 pr-6 max-sm:hidden">{badges}</td>
              <td className="py-4.5 text-sm text-soft max-lg:hidden">
                {fixedBy.map((who) => (
                  <span key={who} className="block">
                    {fixers[who]}
                  </span>
                ))}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
});
