import { type ClipboardEvent, useId, useState } from 'react';
import type { Place } from '@/lib/draft/draft';
import type { ExerciseView } from '@/lib/draft/exchange';
import { pathTrouble, readPath } from '@/lib/draft/path';
import type { Draft } from '@/lib/http-auth/draft';

const common = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'];

interface RequestLineProps {
  readonly view: ExerciseView;
  readonly draft: Draft;
  readonly edit: (draft: Draft) => void;
  readonly place: Place;
  readonly announce: (text: string) => void;
}

/** Method and path; the version is what it is. */
export function RequestLine({ view, draft, edit, place, announce }: RequestLineProps) {
  const id = useId();
  const list = `${id}-paths`;
  const [reduced, setReduced] = useState<{ readonly path: string; readonly note: string }>();
  const trouble = pathTrouble(draft.path, place);
  const note = trouble ?? (reduced?.path === draft.path ? reduced.note : undefined);
  const type = (text: string) => {
    const { path, note: about } = readPath(text, place);
    setReduced(about ? { path, note: about } : undefined);
    if (about) announce(about);
    edit({ ...draft, path });
  };
  const methods = [...new Set([...common, ...view.methods, draft.method])];
  // An address takes the place of the whole path, wherever in it somebody pastes.
  const paste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text').trim();
    if (!/^https?:\/\//i.test(text) && !text.startsWith(place.base)) return;
    event.preventDefault();
    type(text);
  };
  return (
    <>
      <div className="flex items-center gap-2 px-2 py-1.5">
        <select
          aria-label="Method"
          value={draft.method}
          onChange={({ target }) => edit({ ...draft, method: target.value })}
          className="h-8 shrink-0 rounded-md border border-control bg-raised px-1.5 font-mono text-wire"
        >
          {methods.map((method) => (
            <option key={method}>{method}</option>
          ))}
        </select>
        <input
          aria-label="Path"
          aria-invalid={trouble ? true : undefined}
          aria-describedby={note ? `${id}-note` : undefined}
          list={list}
          value={draft.path}
          onChange={({ target }) => type(target.value)}
          onPaste={paste}
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="off"
          className="h-8 min-w-0 flex-1 rounded-md bg-transparent px-1.5 font-mono text-wire -outline-offset-2"
        />
        <datalist id={list}>
          {view.paths.map((path) => (
            <option key={path} value={path} />
          ))}
        </datalist>
        <span className="shrink-0 pr-1.5 font-mono text-xs text-faint @max-sm:hidden" aria-hidden="true">
          HTTP/1.1
        </span>
      </div>
      {note ? (
        <p
          id={`${id}-note`}
          className="border-t border-line bg-sunk px-3.5 py-1.5 text-xs leading-5 text-ink wrap-anywhere"
        >
          {note}
        </p>
      ) : null}
    </>
  );
}
