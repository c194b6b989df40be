import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Sandbox } from '@/components/sandbox/Sandbox';
import { addressOf } from '@/components/site/origin';
import { pageMetadata } from '@/components/site/page-metadata';
import { StructuredData } from '@/components/site/StructuredData';
import { PageLink } from '@/components/ui/PageLink';
import { reasonPhrase } from '@/lib/draft/status';
import { exerciseSlugs } from '@/lib/exercises';
import { exerciseView } from '@/lib/figures/catalog';
import { figure } from '@/lib/figures/figure';
import { initialDraft } from '@/lib/figures/initial-draft';
import { breadcrumbData } from '@/lib/figures/structured-data';
import { exercisePath } from '@/lib/pages';
import { sandboxPlace } from '@/lib/progress/progress';

type PageProps = { params: Promise<{ exercise: string }> };

/** An unknown name is rendered by nobody and stored nowhere. */
export const dynamicParams = false;

export function generateStaticParams() {
  return exerciseSlugs().map((exercise) => ({ exercise }));
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const view = await exerciseView((await params).exercise);
  if (!view) return {};
  const { slug, title, task, schemes, open, goal } = view;
  const scheme = schemes.join(' and ');
  return pageMetadata({
    path: exercisePath(slug),
    title: open
      ? `${title}: a ${scheme} endpoint for testing`
      : `${title}: a ${scheme} exercise on 401 and 403`,
    description: open
      ? `${task} A real HTTP endpoint with ${scheme} authentication: 401 Unauthorized, 403 Forbidden and why.`
      : `${task} Send real requests with ${scheme}, read the 401 Unauthorized or 403 Forbidden, and get to ${goal.status} ${reasonPhrase(goal.status)}.`,
    statuses: open ? [401, 403] : [(await figure(slug, 'start')).response.status],
    picture: `/sandbox${open ? '' : `/${slug}`}`,
  });
}

/** One exercise, full screen. */
export default async function ExercisePage({ params }: PageProps) {
  const view = await exerciseView((await params).exercise);
  if (!view) notFound();
  return (
    <div className="min-h-[calc(100dvh-var(--header))] px-page pt-8 pb-16 sm:pt-10">
      <nav aria-label="Breadcrumb" className="mb-4 text-sm text-soft">
        <PageLink href="/sandbox" className="link">
          Sandbox
        </PageLink>
      </nav>
      <Sandbox
        view={view}
        opening={await initialDraft(view.slug, view.cookies)}
        layout="full"
        place={sandboxPlace}
      />
      {view.slug === 'open-basic' ? (
        <p className="mt-8 text-sm text-soft">
          To see the browser’s sign-in dialog, open{' '}
          <PageLink href="/sandbox/native-dialog" className="link">
            a page that shows it
          </PageLink>
          .
        </p>
      ) : null}
      <StructuredData
        data={breadcrumbData(
          [
            { name: 'Sandbox', path: '/sandbox' },
            { name: view.title, path: exercisePath(view.slug) },
          ],
          addressOf,
        )}
      />
    </div>
  );
}
