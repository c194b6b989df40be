import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { Sandbox } from '@/components/sandbox/Sandbox';
import { exerciseSlugs } from '@/lib/exercises';
import { exerciseView } from '@/lib/sandbox/catalogue';
import { reasonPhrase } from '@/lib/sandbox/status';

type PageProps = { params: Promise<{ exercise: string }> };

export function generateStaticParams() {
  return exerciseSlugs().map((exercise) => ({ exercise }));
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const view = await exerciseView((await params).exercise);
  if (!view) return {};
  const { slug, title, task, schemes, open, goal } = view;
  const scheme = schemes.join(' and ');
  return {
    title: open
      ? `${title}: a ${scheme} endpoint for testing`
      : `${title}: a ${scheme} exercise on 401 and 403`,
    description: open
      ? `${task} A real HTTP endpoint with ${scheme} authentication: 401 Unauthorized, 403 Forbidden and why.`
      : `${task} Send real requests with ${scheme}, read the 401 Unauthorized or 403 Forbidden, and get to ${goal.status} ${reasonPhrase(goal.status)}.`,
    alternates: { canonical: `/sandbox/${slug}` },
  };
}

/** One exercise, full screen. */
export default async function ExercisePage({ params }: PageProps) {
  const view = await exerciseView((await params).exercise);
  if (!view) notFound();
  return (
    <div className="min-h-[calc(100dvh-var(--header))] px-page pt-8 pb-16 sm:pt-10">
      <nav aria-label="Breadcrumb" className="mb-4 text-sm text-soft">
        <Link href="/sandbox" className="link">
          Sandbox
        </Link>
      </nav>
      <Sandbox view={view} layout="full" />
      {view.slug === 'open-basic' ? (
        <p className="mt-8 text-sm text-soft">
          A page’s own requests never open the browser’s login dialog.{' '}
          <Link href="/sandbox/native-dialog" className="link">
            Here it may
          </Link>
          .
        </p>
      ) : null}
    </div>
  );
}
