import { CircleCheck, CircleDashed } from 'lucide';
import { useEffect, useState } from 'react';
import { fetchJson } from '@/components/ui/fetch-json';
import { Icon } from '@/components/ui/Icon';
import { Inline } from '@/components/ui/Inline';
import { PageLink } from '@/components/ui/PageLink';
import { ruleUrl } from '@/lib/http-auth/rule';
import { lessonPath } from '@/lib/pages';
import { dayOf } from '@/lib/progress/days';
import type { HeldBelief } from '@/lib/progress/learned';
import { dayName } from './amounts';
import type { Beliefs, ReviewLesson } from './review-data';

interface BeliefListProps {
  readonly beliefs: readonly HeldBelief[];
  readonly lessons: readonly ReviewLesson[];
}

/** The misconceptions that were held, what holds instead, and whether they were overcome. */
export function BeliefList({ beliefs, lessons }: BeliefListProps) {
  const [stored, setKnown] = useState<Beliefs>();
  const [problem, setProblem] = useState<string>();
  useEffect(() => {
    let current = true;
    fetchJson<Beliefs>('/review/beliefs').then(
      (loaded) => {
        if (current) setKnown(loaded);
      },
      (error: unknown) => {
        if (current) setProblem(error instanceof Error ? error.message : 'No response came.');
      },
    );
    return () => {
      current = false;
    };
  }, []);

  if (!stored) return <p className="text-soft">{problem ?? 'Fetching their words…'}</p>;
  const open = beliefs.filter(({ overcome }) => !overcome).length;
  return (
    <>
      <p>
        <strong className="font-semibold">
          {open} to correct, {beliefs.length - open} corrected.
        </strong>
      </p>
      <ul className="mt-4 border-t border-line">
        {beliefs.map(({ id, heldAt, items, overcome }) => {
          const belief = Object.hasOwn(stored, id) ? stored[id] : undefined;
          if (!belief) return null;
          const shape = overcome ? CircleCheck : CircleDashed;
          const lesson = lessons.find((lesson) => lesson.items.some((item) => items.includes(item.id)));
          return (
            <li key={id} className="flex gap-3 border-b border-line py-4">
              <Icon
                of={shape}
                className={`mt-1 size-4 shrink-0 ${overcome ? 'text-brand' : 'text-soft'}`}
                aria-hidden="true"
              />
              <div className="min-w-0 max-w-[62ch]">
                <p>
                  <q className="italic">{belief.says.replace(/^“|”$/g, '')}</q>
                </p>
                <p className="mt-1 text-soft">
                  <Inline text={belief.truth} />{' '}
                  {belief.rule ? (
                    <a href={ruleUrl(belief.rule)} className="link">
                      {belief.rule}
                    </a>
                  ) : null}
                </p>
                <p className="mt-1 text-sm text-soft">
                  {overcome ? 'Corrected' : 'To correct'}; last seen in an answer on {dayName(dayOf(heldAt))}
                  {lesson ? (
                    <>
                      , in{' '}
                      <PageLink className="link" href={lessonPath(lesson.slug)}>
                        {lesson.title}
                      </PageLink>
                    </>
                  ) : null}
                  .
                </p>
              </div>
            </li>
          );
        })}
      </ul>
    </>
  );
}
