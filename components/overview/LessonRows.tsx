import Link from 'next/link';
import { Inline } from '@/components/ui/Inline';
import { Gates } from '@/components/trace/Gates';

export interface LessonEntry {
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly minutes: number;
  readonly module: { readonly number: number; readonly title: string };
  readonly statuses: readonly number[];
}

/** Lessons as rows, in order: what each is about, how long it takes. */
export function LessonRows({ lessons }: { lessons: readonly LessonEntry[] }) {
  return (
    <ol className="border-line border-t">
      {lessons.map(({ slug, title, summary, minutes, statuses }) => (
        <li
          key={slug}
          className="group relative grid grid-cols-[auto_minmax(0,1fr)] gap-x-5 border-line border-b py-5 hover:border-line-strong sm:grid-cols-[auto_minmax(0,1fr)_auto]"
        >
          <span className="pt-0.5">
            <Gates size="badge" status={statuses.at(-1) ?? null} />
          </span>
          <div className="min-w-0">
            <h3 className="font-semibold text-lg leading-snug">
              <Link href={`/lessons/${slug}`} className="group-hover:text-brand after:absolute after:inset-0">
                <Inline text={title} />
              </Link>
            </h3>
            <p className="mt-1 max-w-[62ch] text-soft">
              <Inline text={summary} />
            </p>
          </div>
          <p className="text-faint text-sm tabular-nums max-sm:col-start-2 max-sm:mt-2 sm:pt-1">
            {minutes} min
          </p>
        </li>
      ))}
    </ol>
  );
}
