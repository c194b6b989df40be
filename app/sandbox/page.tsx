import type { Metadata } from 'next';
import { ExerciseFinder } from '@/app/sandbox/ExerciseFinder';
import type { ExerciseEntry } from '@/app/sandbox/exercise-entry';
import { OpenDoors } from '@/app/sandbox/OpenDoors';
import { originWord } from '@/components/site/origin';
import { pageMetadata } from '@/components/site/page-metadata';
import { PageHeader } from '@/components/ui/PageHeader';
import { Section } from '@/components/ui/Section';
import { listLessons } from '@/lib/content/lessons';
import { loadSchemes } from '@/lib/content/reference';
import type { ExerciseSummary } from '@/lib/draft/exchange';
import { catalog } from '@/lib/figures/catalog';
import { figure } from '@/lib/figures/figure';

export const metadata: Metadata = pageMetadata({
  path: '/sandbox',
  title: 'Sandbox: real 401 and 403 responses to solve',
  description:
    'Exercises by authentication scheme, each a real endpoint that refuses you until the request is right: in the page, with curl, or with your own client.',
});

export default async function Sandbox() {
  const all = await catalog();
  const doors = all.filter(({ open }) => open);
  const tasks = all.filter(({ open }) => !open);
  const groups = await Promise.all(
    Object.entries(loadSchemes()).map(async ([scheme, { title = scheme, about }]) => ({
      scheme,
      title,
      about,
      exercises: await Promise.all(tasks.filter(({ schemes }) => (schemes[0] ?? '') === scheme).map(entryOf)),
    })),
  );
  return (
    <div className="px-page">
      <PageHeader title="Sandbox">
        {tasks.length} requests that do not go through, each at a real endpoint of this server. Get them
        through: in the page, or from your own terminal.
      </PageHeader>
      <ExerciseFinder groups={groups.filter(({ exercises }) => exercises.length)} />
      <Section
        id="open-doors"
        title="Open doors"
        intro="No task: one plain endpoint for each scheme, to try your own client on. Put 8 to 64 letters and digits of your own in place of my-client."
        beside
      >
        <OpenDoors doors={doors} origin={originWord} />
      </Section>
    </div>
  );
}

/** An exercise as its row shows it. */
async function entryOf({ slug, title, task, level, goal, lessons }: ExerciseSummary): Promise<ExerciseEntry> {
  const titles = new Map(listLessons().map((lesson) => [lesson.slug, lesson.title]));
  return {
    slug,
    title,
    task: /^.*?[.!?](?=\s|$)/s.exec(task)?.[0] ?? task,
    level,
    start: (await figure(slug, 'start')).response.status,
    goal: goal.status,
    lessons: lessons.map((lesson) => ({ slug: lesson, title: titles.get(lesson) ?? lesson })),
  };
}
