import type { Metadata } from 'next';
import { Entry } from '@/components/reference/Entry';
import { Facts } from '@/components/reference/Facts';
import { Links, type TitledLink } from '@/components/reference/Links';
import { ReferenceHeader } from '@/components/reference/ReferenceHeader';
import { RuleLink } from '@/components/reference/RuleLink';
import { pageMetadata } from '@/components/site/page-metadata';
import { Inline } from '@/components/ui/Inline';
import { StatusBadge } from '@/components/ui/StatusBadge';
import { loadStatuses } from '@/lib/content/reference';
import { readUses } from '@/lib/content/uses';

const url = '/reference/statuses';

export const metadata: Metadata = pageMetadata({
  path: url,
  title: '401, 403, 407, 419, 429, 451: HTTP status codes of a refusal',
  description:
    'What each HTTP status code around 401 Unauthorized and 403 Forbidden means, and who has to act. Whether it may be cached, and whether it must carry a challenge.',
  picture: '/reference',
});

export default function Statuses() {
  const uses = readUses();
  return (
    <div className="px-page pb-16">
      <ReferenceHeader title="Statuses" here={url}>
        What each means, who has to act, whether a cache may keep it, and whether it brings a challenge.
      </ReferenceHeader>
      {Object.entries(loadStatuses()).map(
        ([status, { name, says, act, cache, challenge, registered, rule }]) => {
          const used = uses.status(Number(status));
          const lessons = used.filter(({ kind }) => kind === 'lesson');
          const causes = used.filter(({ kind }) => kind === 'cause');
          return (
            <Entry
              key={status}
              id={status}
              title={<StatusBadge status={Number(status)} name={name} className="text-base" />}
              mark={registered === false ? 'Not a registered status' : null}
            >
              <p>
                <Inline text={says} />
              </p>
              <Facts
                facts={[
                  ['Whose move', <Inline key="act" text={act} />],
                  ['Challenge', <Inline key="challenge" text={challenge} />],
                  ['Cached', <Inline key="cache" text={cache} />],
                  ['Rule', <RuleLink key="rule" rule={rule} />],
                  ['Lessons', lessons.length ? <Links key="lessons" links={lessons} /> : null],
                  ['Causes', causes.length ? <Links key="causes" links={shortened(causes)} /> : null],
                ]}
              />
            </Entry>
          );
        },
      )}
    </div>
  );
}

/** The first few of a long list, which then ends with the way to all of them. */
function shortened(causes: readonly TitledLink[]): readonly TitledLink[] {
  if (causes.length <= 8) return causes;
  return [...causes.slice(0, 6), { href: '/causes', title: `and ${causes.length - 6} more` }];
}
