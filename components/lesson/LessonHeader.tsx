import { LessonMark } from '@/components/progress/LessonMark';
import { Inline } from '@/components/ui/Inline';
import { PageLink } from '@/components/ui/PageLink';
import { StatusBadge } from '@/components/ui/StatusBadge';
import { lessonPath } from '@/lib/pages';
import { type Answers, InShort } from './InShort';

interface LessonHeaderProps {
  readonly title: string;
  readonly summary: string;
  readonly module: { readonly number: number; readonly title: string };
  readonly statuses: readonly number[];
  readonly inShort: Answers;
  readonly minutes: number;
  /** The lessons to read first. */
  readonly needs: readonly { readonly slug: string; readonly title: string }[];
  /** The ids of its quiz items. */
  readonly items: readonly string[];
}

/** Where the lesson stands, how long it takes and what it needs; its title, the answer in short, and its summary. */
export function LessonHeader(props: LessonHeaderProps) {
  const { title, summary, minutes, needs, module, statuses, inShort, items } = props;
  return (
    <header className="pt-9 pb-2 sm:pt-12">
      <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1 text-[0.9375rem] text-soft">
        <span>
          Module {module.number}: {module.title}
        </span>
        <span aria-hidden="true">·</span>
        <span>{minutes} min</span>
        <span className="flex gap-x-2.5">
          {statuses.map((status) => (
            <StatusBadge key={status} status={status} />
          ))}
        </span>
        <LessonMark items={items} />
      </p>
      <h1 className="mt-4 text-title">
        <Inline text={title} />
      </h1>
      <InShort {...inShort} />
      <p className="mt-6 text-lead text-soft">
        <Inline text={summary} />
      </p>
      {needs.length ? (
        <p className="mt-3 text-[0.9375rem] text-soft">
          Needs first:{' '}
          {needs.map(({ slug, title: needed }, index) => (
            <span key={slug}>
              {index ? ' · ' : null}
              <PageLink href={lessonPath(slug)} className="link">
                <Inline text={needed} />
              </PageLink>
            </span>
          ))}
        </p>
      ) : null}
    </header>
  );
}
