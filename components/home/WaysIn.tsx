import { ArrowRight } from 'lucide';
import { Icon } from '@/components/ui/Icon';
import { PageLink } from '@/components/ui/PageLink';
import type { SitePath } from '@/lib/pages';

interface WayIn {
  readonly title: string;
  readonly text: string;
  readonly href: SitePath;
}

/** Ways in for those who have a refusal of their own in front of them. */
export function WaysIn({ ways }: { ways: readonly WayIn[] }) {
  return (
    <ul className="grid divide-line border-line border-y max-md:divide-y md:grid-cols-3 md:divide-x">
      {ways.map(({ title, text, href }) => (
        <li key={href} className="group relative py-6 md:px-8 md:py-8 md:first:pl-0 md:last:pr-0">
          <h3 className="text-lg">
            <PageLink href={href} className="group-hover:text-brand after:absolute after:inset-0">
              {title}
              <Icon
                of={ArrowRight}
                className="ml-1.5 inline size-4 text-faint transition-transform duration-150 group-hover:translate-x-0.5 group-hover:text-brand"
                aria-hidden="true"
              />
            </PageLink>
          </h3>
          <p className="mt-1.5 max-w-[40ch] text-soft">{text}</p>
        </li>
      ))}
    </ul>
  );
}
