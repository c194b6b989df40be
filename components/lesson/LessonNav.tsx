import { ArrowLeft, ArrowRight } from 'lucide';
import { Icon } from '@/components/ui/Icon';
import { Inline } from '@/components/ui/Inline';
import { PageLink } from '@/components/ui/PageLink';
import { lessonPath } from '@/lib/pages';

interface Neighbour {
  readonly slug: string;
  readonly title: string;
}

interface LessonNavProps {
  readonly previous?: Neighbour | undefined;
  readonly next?: Neighbour | undefined;
}

/** The lesson before and the lesson after; at either end, the whole path. */
export function LessonNav({ previous, next }: LessonNavProps) {
  const ways = [
    { way: 'Previous', shape: ArrowLeft, to: previous, side: '' },
    { way: 'Next', shape: ArrowRight, to: next, side: 'sm:col-start-2 sm:text-right sm:items-end' },
  ];
  return (
    <nav
      aria-label="Lessons before and after"
      className="grid gap-4 border-t border-line pt-8 print:hidden sm:grid-cols-2"
    >
      {ways.map(({ way, shape, to, side }) =>
        to || way === 'Next' ? (
          <PageLink
            key={way}
            href={to ? lessonPath(to.slug) : '/lessons'}
            className={`group flex flex-col rounded-lg py-1 ${side}`}
          >
            <span className="flex items-center gap-1.5 text-sm text-soft">
              {way === 'Previous' ? <Icon of={shape} className="size-4" aria-hidden="true" /> : null}
              {to ? way : 'This was the last lesson'}
              {way === 'Next' ? <Icon of={shape} className="size-4" aria-hidden="true" /> : null}
            </span>
            <span className="font-display text-lg font-bold group-hover:text-brand">
              {to ? <Inline text={to.title} /> : 'All lessons'}
            </span>
          </PageLink>
        ) : null,
      )}
    </nav>
  );
}
