import Link from 'next/link';
import { Gates } from '@/components/trace/Gates';

interface LessonEntry {
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly minutes: number;
  readonly module: { readonly number: number; readonly title: string };
  readonly statuses: readonly number[];
  readonly exercises: readonly string[];
}

/** The path of lessons by module, in order, with what is done and what is due. */
export function LessonPath({ lessons }: { lessons: readonly LessonEntry[] }) {
  const modules = [...new Map(lessons.map(({ module }) => [module.number, module.title]))];
  return (
    <ol className="space-y-14">
      {modules.map(([number, title]) => (
        <li key={number} className="grid gap-x-12 gap-y-5 lg:grid-cols-[14rem_minmax(0,1fr)]">
          <div className="lg:pt-5">
            <p className="text-faint text-sm">Module {number}</p>
            <h3 className="mt-0.5 text-lg">{title}</h3>
          </div>
          <ol className="border-line border-t">
            {lessons
              .filter(({ module }) => module.number === number)
              .map((lesson) => (
                <Row key={lesson.slug} lesson={lesson} />
              ))}
          </ol>
        </li>
      ))}
    </ol>
  );
}

function Row({ lesson: { slug, title, summary, minutes, statuses } }: { lesson: LessonEntry }) {
  return (
    <li className="group relative grid grid-cols-[auto_minmax(0,1fr)] gap-x-5 border-line border-b py-5 sm:grid-cols-[auto_minmax(0,1fr)_auto]">
      <span className="pt-0.5">
        <Gates size="badge" status={statuses.at(-1) ?? null} />
      </span>
      <div className="min-w-0">
        <h4 className="font-display font-semibold text-lg leading-snug">
          <Link href={`/lessons/${slug}`} className="group-hover:text-brand after:absolute after:inset-0">
            {title}
          </Link>
        </h4>
        <p className="mt-1 max-w-[62ch] text-soft">{summary}</p>
      </div>
      <p className="text-faint text-sm tabular-nums max-sm:col-start-2 max-sm:mt-2 sm:pt-1 sm:text-right">
        {minutes} min
      </p>
    </li>
  );
}
