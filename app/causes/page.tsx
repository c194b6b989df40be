import type { Metadata } from 'next';
import { CauseFinder } from '@/components/causes/CauseFinder';
import { CauseLinks } from '@/components/causes/CauseLinks';
import { CarryBox } from '@/components/diagnose/CarryBox';
import { pageMetadata } from '@/components/site/page-metadata';
import { PageHeader } from '@/components/ui/PageHeader';
import { Section } from '@/components/ui/Section';
import { listCauses } from '@/lib/content/causes';
import { causePath } from '@/lib/pages';

export const metadata: Metadata = pageMetadata({
  path: '/causes',
  title: 'Why do I get 401 Unauthorized or 403 Forbidden? Every cause, and its fix',
  description:
    'Three questions that find the cause of a 401 Unauthorized or a 403 Forbidden: how each looks on the wire, who can fix it, and a real endpoint to try it on.',
});

export default function Causes() {
  const causes = listCauses();
  const unshown = causes.flatMap(({ slug, title, cannotShow }) =>
    cannotShow ? [{ href: causePath(slug), title, text: cannotShow }] : [],
  );
  return (
    <div className="px-page">
      <PageHeader title="Find the cause of a 401 or 403">
        {causes.length} causes: how each looks, how to be sure, and the fix. Paste what you have, or answer
        what you can.
      </PageHeader>
      <div className="pb-12">
        <CarryBox />
      </div>
      <CauseFinder
        causes={causes.map(({ slug, title, summary, statuses, asks, fixedBy }) => ({
          slug,
          title,
          summary,
          statuses,
          asks,
          fixedBy,
        }))}
      />
      {unshown.length ? (
        <div className="pt-20">
          <Section
            id="cannot-be-shown"
            title="What this server cannot show"
            intro="Every other cause has an exercise beside its text, where you can try it."
            beside
          >
            <CauseLinks links={unshown} />
          </Section>
        </div>
      ) : null}
    </div>
  );
}
