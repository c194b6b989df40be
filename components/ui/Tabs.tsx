'use client';
import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';

interface Tab<Id extends string> {
  readonly id: Id;
  readonly label: ReactNode;
  readonly content: ReactNode;
}

interface TabsProps<Id extends string> {
  /** What the tabs choose between. */
  readonly label: string;
  readonly tabs: readonly Tab<Id>[];
  /** The tab that is open; left out, the first one, and the tabs keep it themselves. */
  readonly selected?: Id;
  readonly onSelect?: (id: Id) => void;
  /** Hidden panels stay in the document, so that what was typed in them stays. */
  readonly keepMounted?: boolean;
}

/** Tabs by the ARIA pattern: one stop for the Tab key, arrows, Home and End move between them. */
export function Tabs<Id extends string>(props: TabsProps<Id>) {
  const { label, tabs, selected, onSelect, keepMounted = false } = props;
  const base = useId();
  const list = useRef<HTMLDivElement>(null);
  const [current, setOwn] = useState(tabs[0]?.id);
  const open = selected ?? current;

  const select = (id: Id) => {
    setOwn(id);
    onSelect?.(id);
  };

  const move = (event: KeyboardEvent) => {
    const at = tabs.findIndex(({ id }) => id === open);
    const last = tabs.length - 1;
    const to = {
      ArrowRight: at === last ? 0 : at + 1,
      ArrowLeft: at === 0 ? last : at - 1,
      Home: 0,
      End: last,
    }[event.key];
    const tab = to === undefined ? undefined : tabs[to];
    if (!tab) return;
    event.preventDefault();
    select(tab.id);
    list.current?.querySelector<HTMLElement>(`[data-tab="${tab.id}"]`)?.focus();
  };

  return (
    <div>
      <div
        ref={list}
        role="tablist"
        aria-label={label}
        onKeyDown={move}
        className="flex flex-wrap gap-x-5 border-b border-line"
      >
        {tabs.map(({ id, label: text }) => (
          <button
            key={id}
            type="button"
            role="tab"
            id={`${base}-tab-${id}`}
            data-tab={id}
            aria-selected={id === open}
            aria-controls={`${base}-panel-${id}`}
            tabIndex={id === open ? 0 : -1}
            onClick={() => select(id)}
            className="-mb-px border-b-2 border-transparent py-2 text-sm text-soft hover:text-ink aria-selected:border-brand aria-selected:font-semibold aria-selected:text-ink"
          >
            {text}
          </button>
        ))}
      </div>
      {tabs.map(({ id, content }) => (
        <div
          key={id}
          role="tabpanel"
          id={`${base}-panel-${id}`}
          aria-labelledby={`${base}-tab-${id}`}
          hidden={id !== open}
          className="pt-3"
        >
          {id === open || keepMounted ? content : null}
        </div>
      ))}
    </div>
  );
}
