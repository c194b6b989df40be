import { ArrowRight } from 'lucide';
import { Icon } from '@/components/ui/Icon';
import { PageLink } from '@/components/ui/PageLink';
import { listWays, wayMinutes } from '@/lib/content/ways';
import { wayPath } from '@/lib/pages';

/** The ways, each with whom it is for and how long it takes. */
export async function WayList() {
  const ways = await Promise.all(listWays().map(async (way) => ({ ...way, minutes: await wayMinutes(way) })));
  return (
    <ul className="grid border-y border-line max-md:divide-y max-md:divide-line md:grid-cols-2">
      {ways.map(({ name, title, summary, lessons, minutes }) => (
        <li
          key={name}
          className="group relative py-6 md:py-8 md:odd:border-r md:odd:border-line md:odd:pr-8 md:even:pl-8 md:[&:nth-child(n+3)]:border-t md:[&:nth-child(n+3)]:border-line"
        >
          <h2 className="text-lg">
            <PageLink href={wayPath(name)} className="group-hover:text-brand after:absolute after:inset-0">
              {title}
              <Icon
                of={ArrowRight}
                className="ml-1.5 inline size-4 text-faint transition-transform duration-150 group-hover:translate-x-0.5 group-hover:text-brand"
                aria-hidden="true"
              />
            </PageLink>
          </h2>
          <p className="mt-1.5 max-w-[46ch] text-soft">{summary}</p>
          <p className="mt-1.5 text-sm text-faint tabular-nums">
            {lessons.length} lessons, {hours(minutes.lessons)}, and an exam of about {minutes.exam} minutes
          </p>
        </li>
      ))}
    </ul>
  );
}

/** Minutes as hours and minutes: `1 h 40 min`. */
export function hours(minutes: number): string {
  const [whole, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [whole ? `${whole} h` : '', rest ? `${rest} min` : ''].filter(Boolean).join(' ');
}
