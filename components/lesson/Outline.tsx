/** What a lesson holds and how far one has read: a slim bar that stays in view above the text. */
import './lesson.css';
import { List } from 'lucide';
import { Icon } from '@/components/ui/Icon';
import { OutlinePlace } from './OutlinePlace';

export interface OutlineEntry {
  readonly id: string;
  readonly title: string;
}

/**
 * The bar works as HTML and CSS: its button opens the list, and the line grows with the text that has passed.
 * `OutlinePlace` adds where one is.
 */
export function Outline({ entries }: { readonly entries: readonly OutlineEntry[] }) {
  return (
    <div className="outline-bar print:hidden">
      <button
        type="button"
        popoverTarget="outline"
        className="flex min-h-8 min-w-0 items-center gap-2 rounded-md text-left text-soft hover:text-ink"
      >
        <Icon of={List} className="size-4 shrink-0" aria-hidden="true" />
        <span className="truncate">
          <span className="font-medium text-ink">On this page</span>
          <OutlinePlace count={entries.length} />
        </span>
      </button>
      <div className="outline-read" aria-hidden="true" />
      <nav id="outline" popover="auto" aria-label="On this page" className="outline-list">
        <ol>
          {entries.map(({ id, title }, index) => (
            <li key={id}>
              <a href={`#${id}`} className="flex gap-3 rounded-md px-3 py-2 leading-snug hover:bg-sunk">
                <span className="w-4 shrink-0 text-right text-faint tabular-nums" aria-hidden="true">
                  {index + 1}
                </span>
                {title}
              </a>
            </li>
          ))}
        </ol>
      </nav>
    </div>
  );
}
