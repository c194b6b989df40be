import { LessonMark } from '@/components/progress/LessonMark';
import { Inline } from '@/components/ui/Inline';
import { StatusBadge } from '@/components/ui/StatusBadge';

interface LessonHeaderProps {
  readonly title: string;
  readonly summary: string;
  readonly minutes: number;
  readonly module: { readonly number: number; readonly title: string };
  readonly statuses: readonly number[];
  /** The ids of its quiz items. */
  readonly items: readonly string[];
}

/** Where the lesson stands, how long it takes, which statuses it is about; title and summary. */
export function LessonHeader({ title, summary, minutes, module, statuses, items }: LessonHeaderProps) {
  return (
    <header className="pt-9 pb-2 sm:pt-12">
      <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1 text-[0.9375rem] text-soft">
        <span>
          Module {module.number}: {module.title}
        </span>
        <span aria-hidden="true">·</span>
        <span>{minutes} min</span>
        {statuses.map((status) => (
          <StatusBadge key={status} status={status} />
        ))}
        <LessonMark items={items} />
      </p>
      <h1 className="mt-4 text-title">
        <Inline text={title} />
      </h1>
      <p className="mt-4 text-lead text-soft">
        <Inline text={summary} />
      </p>
    </header>
  );
}
