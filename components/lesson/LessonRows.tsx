import { DueMark } from '@/components/progress/DueMark';
import { LessonMark } from '@/components/progress/LessonMark';
import { GatesBadge } from '@/components/trace/GatesBadge';
import { Inline } from '@/components/ui/Inline';
import { PageLink } from '@/components/ui/PageLink';
import { lessonPath } from '@/lib/pages';

export interface LessonEntry {
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly minutes: number;
  /** The titles of the lessons to read first. */
  readonly needs: readonly string[];
  readonly module: { readonly number: number; readonly title: string };
  readonly statuses: readonly number[];
  readonly exercises: readonly string[];
  /** The ids of its quiz items. */
  readonly items: readonly string[];
}

/** Lessons as rows, in order: what each is about, how long it takes. */
export function LessonRows({ lessons }: { lessons: readonly LessonEntry[] }) {
  return (
    <ol className="border-line border-t">
      {lessons.map(({ slug, title, summary, minutes, needs, statuses, exercises, items }) => (
        <li
          key={slug}
          className="group relative grid grid-cols-[auto_minmax(0,1fr)] gap-x-5 border-line border-b py-5 hover:border-line-strong sm:grid-cols-[auto_minmax(0,1fr)_auto]"
        >
          <span className="pt-0.5">
            <GatesBadge statuses={statuses} />
          </span>
          <div className="min-w-0">
            <h3 className="font-semibold text-lg leading-snug">
              <PageLink
                href={lessonPath(slug)}
                className="group-hover:text-brand after:absolute after:inset-0"
              >
                <Inline text={title} />
              </PageLink>
            </h3>
            <p className="mt-1 max-w-[62ch] text-soft">
              <Inline text={summary} />
            </p>
            {needs.length ? (
              <p className="mt-1 text-faint text-sm">
                Needs first: <Inline text={needs.join(' · ')} />
              </p>
            ) : null}
          </div>
          <p className="flex items-center gap-x-4 self-start text-sm text-faint tabular-nums max-sm:col-start-2 max-sm:mt-2 sm:pt-1">
            <LessonMark items={items} />
            <DueMark items={items} exercises={exercises} />
            <span>{minutes} min</span>
          </p>
        </li>
      ))}
    </ol>
  );
}
