import { Stethoscope } from 'lucide';
import { useRouter } from 'next/navigation';
import { type KeyboardEvent, useDeferredValue, useEffect, useId, useMemo, useRef, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Icon } from '@/components/ui/Icon';
import type { SitePath } from '@/lib/pages';
import type { Result } from '@/lib/search/search';
import { Marked } from './Marked';
import { MatchReason } from './MatchReason';
import { carryPaste, deliverPaste, diagnosis, isPaste } from './paste';
import { mostTyped, usePaste } from './use-paste';
import { useSearch } from './use-search';

interface PaletteProps {
  readonly close: () => void;
  /** Shows the shortcuts instead. */
  readonly shortcuts: () => void;
}

const suggestion = (at: string, kind: string, title: string, text: string): Result => ({
  ...{ at, kind, title, text },
  why: { by: 'head' },
  terms: [],
});

const suggestions: readonly Result[] = [
  suggestion('/diagnose', 'Page', 'Diagnose a 401 or 403', 'Paste a request, a response or an error message'),
  suggestion('/causes', 'Page', 'Find the cause of a 401 or 403', 'Three questions narrow it down'),
  suggestion('/lessons/your-first-401', 'Lesson', 'Your first 401', 'Meet a real one, and get in'),
  suggestion('/sandbox', 'Page', 'Sandbox', 'Every exercise, and open doors for your own client'),
  suggestion('/cheatsheet', 'Page', 'Cheatsheet', '401 or 403? On one printed page'),
];

/** Search over everything, in a dialog: type, choose with the arrows, go with Enter. */
export default function Palette({ close, shortcuts }: PaletteProps) {
  const id = useId();
  const router = useRouter();
  const dialog = useRef<HTMLDialogElement>(null);
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const { find, failed, retry } = useSearch(true);

  useEffect(() => {
    // It gives the focus to the text field, and back when it closes.
    dialog.current?.showModal();
  }, []);

  // What is typed shows at once; the results follow when there is time.
  const asked = useDeferredValue(query);
  const hits = useMemo(
    (): readonly Result[] => (asked.trim() ? (find?.(asked) ?? []) : suggestions),
    [find, asked],
  );
  const type = (text: string) => {
    setQuery(text);
    setAt(0);
  };
  const { whole, onPaste } = usePaste(query, type);
  const options = hits.length + (isPaste(whole) ? 1 : 0);
  const chosen = Math.min(at, options - 1);

  const go = (href: string) => {
    close();
    // Each address of the index is one of a page; a test follows them.
    router.push(href as SitePath);
  };
  const choose = (place: number) => {
    // Enter may come before the results of the last letter.
    const current = asked === query ? hits : (find?.(query) ?? hits);
    const hit = current[place];
    if (hit) return go(hit.at);
    if (!isPaste(whole)) return;
    carryPaste(whole);
    if (window.location.pathname !== diagnosis) return go(diagnosis);
    deliverPaste();
    close();
  };
  const keys = (event: KeyboardEvent) => {
    const last = options - 1;
    const to = { ArrowDown: at >= last ? 0 : at + 1, ArrowUp: at <= 0 ? last : at - 1 }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      setAt(to);
      document.getElementById(`${id}-${to}`)?.scrollIntoView({ block: 'nearest' });
    }
    // By itself it would only empty a field of this kind.
    if (event.key === 'Escape') {
      event.preventDefault();
      dialog.current?.close();
    }
    if (event.key === 'Enter' && chosen >= 0) {
      event.preventDefault();
      choose(chosen);
    }
  };

  const searching = query.trim() !== '' && !find && !failed;
  const count =
    query.trim() && find ? `${hits.length || 'No'} ${hits.length === 1 ? 'result' : 'results'}` : '';

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a press beside the dialog closes it; Escape does by itself
    <dialog
      ref={dialog}
      aria-label="Search"
      onClose={close}
      onClick={({ target }) => target === dialog.current && dialog.current?.close()}
      className="m-0 mx-auto mt-[12dvh] flex max-h-[70dvh] w-[min(40rem,calc(100vw-1.5rem))] flex-col overflow-hidden rounded-2xl border border-line-strong bg-raised p-0 text-ink shadow-lift backdrop:bg-[oklch(0.15_0.03_262/0.5)]"
    >
      <input
        type="search"
        role="combobox"
        aria-label="Search lessons, causes, exercises and words"
        aria-expanded={options > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={chosen >= 0 ? `${id}-${chosen}` : undefined}
        aria-autocomplete="list"
        placeholder="401 after redirect, scope, clock…"
        value={query}
        onChange={({ target }) => type(target.value)}
        onKeyDown={keys}
        onPaste={onPaste}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        maxLength={mostTyped}
        className="w-full border-b border-line bg-transparent px-5 py-4 text-lg outline-none placeholder:text-faint"
      />
      <div
        id={`${id}-list`}
        // A list of nothing is no list box: while the index comes there are no options yet.
        {...(hits.length ? { role: 'listbox', 'aria-label': query.trim() ? 'Results' : 'Suggestions' } : {})}
        tabIndex={-1}
        className="min-h-0 flex-1 overflow-y-auto p-2"
      >
        {hits.map((hit, place) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are heard in the text field, which keeps the focus
          <div
            key={hit.at}
            id={`${id}-${place}`}
            role="option"
            tabIndex={-1}
            aria-selected={place === chosen}
            onClick={() => choose(place)}
            onPointerMove={() => setAt(place)}
            className="cursor-pointer scroll-my-2 rounded-lg px-3 py-2 aria-selected:bg-brand-ground"
          >
            <p className="flex items-baseline justify-between gap-3">
              <span className="font-semibold">
                <Marked text={hit.title} terms={hit.terms} />
              </span>
              <span className="shrink-0 text-xs text-faint">{hit.kind}</span>
            </p>
            <p className="line-clamp-2 text-sm text-soft wrap-anywhere">
              <MatchReason {...hit} />
            </p>
          </div>
        ))}
        {options > hits.length ? (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are heard in the text field, which keeps the focus
          <div
            id={`${id}-${hits.length}`}
            role="option"
            tabIndex={-1}
            aria-selected={hits.length === chosen}
            onClick={() => choose(hits.length)}
            onPointerMove={() => setAt(hits.length)}
            className="sticky -bottom-2 flex cursor-pointer items-center gap-3 rounded-lg border border-line bg-raised px-3 py-2 aria-selected:bg-brand-ground"
          >
            <Icon of={Stethoscope} className="size-4.5 shrink-0 text-brand" aria-hidden="true" />
            <span>
              <span className="block font-semibold">Diagnose this text</span>
              <span className="block text-sm text-soft">It stays in your browser.</span>
            </span>
          </div>
        ) : null}
        {searching ? <p className="px-3 py-6 text-sm text-faint">Loading the index…</p> : null}
        {failed ? (
          <div className="flex flex-wrap items-center gap-3 px-3 py-6 text-sm text-soft">
            <p>The index could not be loaded. Are you online?</p>
            <Button variant="secondary" size="sm" onClick={retry}>
              Try again
            </Button>
          </div>
        ) : null}
        {count && !hits.length ? (
          <p className="px-3 py-6 text-sm text-soft">
            Nothing has these words. Try the status, the header, or what you did just before.
          </p>
        ) : null}
      </div>
      <p className="flex flex-wrap items-center gap-x-4 gap-y-1 border-t border-line px-5 py-2 text-xs text-faint pointer-coarse:hidden">
        <span>↑ ↓ choose</span>
        <span>↵ go</span>
        <span>Esc close</span>
        <button type="button" onClick={shortcuts} className="link ml-auto min-h-6">
          All shortcuts
        </button>
      </p>
      <p role="status" className="sr-only">
        {count}
      </p>
    </dialog>
  );
}
