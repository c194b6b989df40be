import { CircleCheck } from 'lucide';
import { Icon } from '@/components/ui/Icon';
import { PageLink } from '@/components/ui/PageLink';
import { lessonPath } from '@/lib/pages';
import { type Durability, durabilityOf } from '@/lib/progress/learned';
import type { Progress } from '@/lib/progress/progress';
import { amount } from './amounts';
import type { ReviewLesson } from './review-data';

interface DurableTableProps {
  readonly lessons: readonly ReviewLesson[];
  readonly progress: Progress;
}

/** Lesson by lesson, how many questions hold and whether an exercise was solved; the sum stands above. */
export function DurableTable({ lessons, progress }: DurableTableProps) {
  const rows = lessons.map(({ items, exercises, ...lesson }) => ({
    ...lesson,
    exercises: exercises.length,
    ...durabilityOf(progress, { items: items.map(({ id }) => id), exercises }),
  }));
  const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((total, row) => total + of(row), 0);
  const begun = rows.filter((row) => row.solved || askedIn(row));
  const all = lessons.reduce((total, { items }) => total + items.length, 0);
  return (
    <>
      <p className="max-w-[62ch]">
        <strong className="font-semibold">
          {sum(({ durable }) => Number(durable))} of {amount(lessons.length, 'lesson')} durable.
        </strong>{' '}
        Of {amount(all, 'question')},{' '}
        {amount(
          sum(({ questions }) => questions.holds),
          'is learned',
          'are learned',
        )}
        ,{' '}
        {amount(
          sum(({ questions }) => questions.once),
          'was',
          'were',
        )}{' '}
        right on one day,{' '}
        {amount(
          sum(({ questions }) => questions.missed),
          'was',
          'were',
        )}{' '}
        missed the last time, and{' '}
        {amount(
          sum(({ questions }) => questions.new),
          'was',
          'were',
        )}{' '}
        never asked.
      </p>
      <table className="mt-5 w-full text-[0.9375rem]">
        <caption className="sr-only">Lessons that you have begun</caption>
        <thead className="text-left text-sm text-soft">
          <tr className="border-b border-line">
            <th scope="col" className="py-2 pr-4 font-normal">
              Lesson
            </th>
            <th scope="col" className="py-2 pr-4 font-normal">
              Questions learned
            </th>
            <th scope="col" className="py-2 font-normal">
              Exercises
            </th>
          </tr>
        </thead>
        <tbody>
          {begun.map((row) => (
            <tr key={row.slug} className="border-b border-line align-baseline">
              <th scope="row" className="py-2.5 pr-4 text-left font-normal">
                <PageLink className="link" href={lessonPath(row.slug)}>
                  {row.title}
                </PageLink>
                {row.durable ? (
                  <span className="ml-2 icon-word text-sm whitespace-nowrap text-soft">
                    <Icon of={CircleCheck} className="size-4 text-brand" aria-hidden="true" />
                    Durable
                  </span>
                ) : null}
              </th>
              <td className="py-2.5 pr-4 tabular-nums">
                {row.questions.holds} of {askedIn(row) + row.questions.new}
                <span className="block text-sm text-soft">{rest(row)}</span>
              </td>
              <td className="py-2.5 tabular-nums">
                {row.solved} of {row.exercises} solved
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function askedIn({ questions: { missed, once, holds } }: Durability): number {
  return missed + once + holds;
}

function rest({ questions: { once, missed } }: Durability): string {
  return [once ? `${once} right on one day` : '', missed ? `${missed} missed` : '']
    .filter(Boolean)
    .join(', ');
}
