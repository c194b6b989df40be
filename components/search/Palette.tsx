import MiniSearch from 'minisearch';
import { useRouter } from 'next/navigation';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { highlight } from '@/lib/search/highlight';
import { type Found, searchOptions } from '@/lib/search/search-options';

interface PaletteProps {
  readonly close: () => void;
  /** Shows the shortcuts instead. */
  readonly shortcuts: () => void;
}

interface Hit extends Found {
  readonly terms: readonly string[];
}

const first: readonly Hit[] = [
  {
    id: '/causes',
    kind: 'Page',
    title: 'Find the cause of a 401 or 403',
    text: 'Three questions narrow it down',
    terms: [],
  },
  {
    id: '/lessons/your-first-401',
    kind: 'Lesson',
    title: 'Your first 401',
    text: 'Meet a real one, and get in',
    terms: [],
  },
  {
    id: '/sandbox',
    kind: 'Page',
    title: 'Sandbox',
    text: 'Every exercise, and open doors for your own client',
    terms: [],
  },
  {
    id: '/cheatsheet',
    kind: 'Page',
    title: 'Cheatsheet',
    text: '401 or 403? On one printed page',
    terms: [],
  },
];
const most = 12;

let loading: Promise<MiniSearch> | undefined;

function loadIndex(): Promise<MiniSearch> {
  loading ??= fetch('/search-index.json')
    .then(async (response) => {
      if (!response.ok) throw new Error(`The server answered ${response.status}.`);
      return MiniSearch.loadJSON(await response.text(), searchOptions);
    })
    .catch((error) => {
      loading = undefined;
      throw error;
    });
  return loading;
}

/** Search over everything, in a dialog: type, choose with the arrows, go with Enter. */
export default function Palette({ close, shortcuts }: PaletteProps) {
  const id = useId();
  const router = useRouter();
  const dialog = useRef<HTMLDialogElement>(null);
  const [index, setIndex] = useState<MiniSearch>();
  const [failed, setFailed] = useState(false);
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);

  const load = () => {
    setFailed(false);
    loadIndex().then(setIndex, () => setFailed(true));
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it opens
  useEffect(() => {
    // It gives the focus to the text field, and back when it closes.
    dialog.current?.showModal();
    load();
  }, []);

  const hits = useMemo((): readonly Hit[] => {
    if (!query.trim()) return first;
    if (!index) return [];
    const all = index.search(query);
    // Nothing has every word: what has some of them is better than nothing.
    const some = all.length ? all : index.search(query, { combineWith: 'OR' });
    return some.slice(0, most).map((hit) => ({ ...(hit as unknown as Found), terms: hit.terms }));
  }, [index, query]);
  const chosen = hits[Math.min(at, hits.length - 1)];

  const go = (href: string) => {
    close();
    router.push(href);
  };
  const keys = (event: KeyboardEvent) => {
    const last = hits.length - 1;
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
    if (event.key === 'Enter' && chosen) {
      event.preventDefault();
      go(chosen.id);
    }
  };

  const searching = query.trim() !== '' && !index && !failed;
  const count =
    query.trim() && index ? `${hits.length || 'No'} ${hits.length === 1 ? 'result' : 'results'}` : '';

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
        aria-expanded={hits.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={chosen ? `${id}-${hits.indexOf(chosen)}` : undefined}
        aria-autocomplete="list"
        placeholder="401 after redirect, scope, clock…"
        value={query}
        onChange={({ target }) => {
          setQuery(target.value);
          setAt(0);
        }}
        onKeyDown={keys}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        maxLength={200}
        className="w-full border-b border-line bg-transparent px-5 py-4 text-lg outline-none placeholder:text-faint"
      />
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={query.trim() ? 'Results' : 'Suggestions'}
        tabIndex={-1}
        className="min-h-0 flex-1 overflow-y-auto p-2"
      >
        {hits.map((hit, place) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are heard in the text field, which keeps the focus
          <div
            key={hit.id}
            id={`${id}-${place}`}
            role="option"
            tabIndex={-1}
            aria-selected={hit === chosen}
            onClick={() => go(hit.id)}
            onPointerMove={() => setAt(place)}
            className="cursor-pointer scroll-my-2 rounded-lg px-3 py-2 aria-selected:bg-brand-ground"
          >
            <p className="flex items-baseline justify-between gap-3">
              <span className="font-semibold">
                <Marked text={hit.title} terms={hit.terms} />
              </span>
              <span className="shrink-0 text-xs text-faint">{hit.kind}</span>
            </p>
            <p className="truncate text-sm text-soft">
              <Marked text={hit.text} terms={hit.terms} />
            </p>
          </div>
        ))}
        {searching ? <p className="px-3 py-6 text-sm text-faint">Loading the index…</p> : null}
        {failed ? (
          <div className="flex flex-wrap items-center gap-3 px-3 py-6 text-sm text-soft">
            <p>The index could not be loaded. Are you online?</p>
            <Button variant="secondary" size="sm" onClick={load}>
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

function Marked({ text, terms }: { readonly text: string; readonly terms: readonly string[] }) {
  return highlight(text, terms).map((piece, at) =>
    piece.marked ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no other name than their place
      <mark key={at} className="bg-s401-ground text-inherit">
        {piece.text}
      </mark>
    ) : (
      piece.text
    ),
  );
}
