import { type KeyboardEvent, Suspense, useCallback, useState } from 'react';
import type { RawText } from '@/lib/draft/draft';
import { RequestEditor } from './editor/RequestEditor';
import { SendBar } from './editor/SendBar';
import { SheetPanel, SheetSpace } from './editor/SheetPanel';
import { useWorkbench } from './use-workbench';

/** The request with its sheet, if it has one, and the bar that sends it. */
export function RequestForm() {
  const { view, brief, form, state, dispatch, draft, edit, isReady, exchanges, server, announce, press } =
    useWorkbench();
  /** Where a sheet puts what stands below the bar. */
  const [below, setBelow] = useState<HTMLElement | null>(null);
  const setRaw = useCallback((raw: RawText | undefined) => dispatch({ type: 'wrote', raw }), [dispatch]);
  const keys = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    press(false);
  };
  return (
    <form
      ref={form}
      aria-label={`Request: ${view.title}`}
      onKeyDown={keys}
      onSubmit={(event) => event.preventDefault()}
    >
      <Note />
      <SheetBox below={below} />
      <RequestEditor
        view={view}
        brief={brief}
        isPending={!isReady}
        place={server}
        draft={draft}
        edit={edit}
        raw={state.raw}
        setRaw={setRaw}
        announce={announce}
        exchanges={exchanges.list}
      />
      <SendingBar />
      {brief.sheet ? <div ref={setBelow} /> : null}
    </form>
  );
}

function Note() {
  const { state, predicting, sending } = useWorkbench();
  if (!state.note) return null;
  return (
    <p className="mb-3 border-l-3 border-brand bg-sunk px-3 py-1.5 text-sm">
      {state.note}
      {predicting.isLoaded && !sending.busy ? ' Nothing is sent yet.' : ''}
    </p>
  );
}

function SheetBox({ below }: { readonly below: HTMLElement | null }) {
  const { opening, brief, draft, edit, load, exchanges, wallet, announce } = useWorkbench();
  const { sheet } = brief;
  const space = opening.sheet ? <SheetSpace kind={opening.sheet} /> : null;
  if (!sheet) return space;
  return (
    <Suspense fallback={space}>
      <SheetPanel
        brief={brief}
        sheet={sheet}
        draft={draft}
        edit={sheet.kind === 'incidents' ? load : edit}
        exchanges={exchanges.list}
        below={below}
        wallet={wallet}
        announce={announce}
      />
    </Suspense>
  );
}

function SendingBar() {
  const { view, sending, isWaiting, stopWaiting, plain, due, predicting, parcel, press } = useWorkbench();
  return (
    <SendBar
      sending={isWaiting ? { ...sending, busy: true, cancel: stopWaiting } : sending}
      plain={plain}
      due={due}
      statuses={view.statuses}
      expected={predicting.expected}
      expect={predicting.expect}
      asked={predicting.asked}
      outcome={predicting.outcome}
      parcel={parcel}
      press={press}
    />
  );
}
