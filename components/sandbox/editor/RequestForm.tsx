import { type KeyboardEvent, type RefObject, Suspense, useCallback, useState } from 'react';
import type { RawText } from '@/lib/draft/draft';
import type { Bench } from '../use-workbench';
import { RequestEditor } from './RequestEditor';
import { SendBar } from './SendBar';
import { SheetPanel, SheetSpace } from './SheetPanel';

interface RequestFormProps {
  readonly bench: Bench;
  readonly form: RefObject<HTMLFormElement | null>;
}

/** The request with all that fills it in, down to Send; what a sheet shows of the answers stands below that. */
export function RequestForm({ bench, form }: RequestFormProps) {
  const { view, opening, brief, wallet, server, state, dispatch } = bench;
  const { isReady, edit, replace, announce, press } = bench;
  const { note, isLoaded, busy, draft, raw, exchanges } = state;
  const { sheet } = brief;
  const [below, setBelow] = useState<HTMLElement | null>(null);
  const setRaw = useCallback((raw: RawText | undefined) => dispatch({ type: 'typed', raw }), [dispatch]);
  const keys = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    press(false);
  };
  const space = opening.sheet ? <SheetSpace kind={opening.sheet} /> : null;
  return (
    <form
      ref={form}
      aria-label={`Request: ${view.title}`}
      onKeyDown={keys}
      onSubmit={(event) => event.preventDefault()}
    >
      {note ? (
        <p className="mb-3 border-l-3 border-brand bg-sunk px-3 py-1.5 text-sm">
          {note}
          {isLoaded && !busy ? ' Nothing is sent yet.' : ''}
        </p>
      ) : null}
      {sheet ? (
        <Suspense fallback={space}>
          <SheetPanel
            {...{ brief, sheet, draft, exchanges, below, wallet, announce }}
            edit={sheet.kind === 'incidents' ? replace : edit}
          />
        </Suspense>
      ) : (
        space
      )}
      <RequestEditor
        {...{ view, brief, draft, edit, raw, setRaw, announce, exchanges }}
        isPending={!isReady}
        place={server}
      />
      <SendBar bench={bench} />
      {sheet ? <div ref={setBelow} /> : null}
    </form>
  );
}
