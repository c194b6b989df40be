import { lazy, memo, Suspense, useEffect, useId, useRef, useState } from 'react';
import { CopyButton } from '@/components/ui/CopyButton';
import type { Place, RawText } from '@/lib/draft/draft';
import type { Brief, Exchange, ExerciseView } from '@/lib/draft/exchange';
import { relayReasons, relaySentences } from '@/lib/draft/limits';
import type { Draft } from '@/lib/http-auth/draft';
import { RelayNote } from '../answer/RelayNote';
import { resourceUrl } from '../brief';
import { toolsFor } from '../tools/tools';
import { FieldRows } from './FieldRows';
import { RequestLine } from './RequestLine';
import { type Insertable, useInsertion } from './use-insertion';
import { WalletChips } from './WalletChips';

const RawEditor = lazy(() => import('./RawEditor'));

interface RequestEditorProps {
  readonly view: ExerciseView;
  readonly brief: Brief;
  /** The credentials are not there yet, and masked. */
  readonly isPending: boolean;
  readonly place: Place;
  readonly draft: Draft;
  readonly edit: (draft: Draft) => void;
  /** There while the request is written as text. */
  readonly raw: RawText | undefined;
  readonly setRaw: (raw: RawText | undefined) => void;
  readonly announce: (text: string) => void;
  /** What came so far, newest first: tools answer the last challenge. */
  readonly exchanges: readonly Pick<Exchange, 'request' | 'response'>[];
}

/** The request as rows or as text, with the wallet and the tools that fill it in. Sending changes nothing of it. */
export const RequestEditor = memo(function RequestEditor(props: RequestEditorProps) {
  const { view, brief, isPending, place, draft, edit, raw, setRaw, announce, exchanges } = props;
  const card = useRef<HTMLDivElement>(null);
  const walletRef = useRef<HTMLDivElement>(null);
  const toolsRef = useRef<HTMLDivElement>(null);
  const note = useId();
  const list = useId();
  const [tools, setTools] = useState(false);
  const isRaw = raw !== undefined;
  const change = (next: Draft) => {
    edit(next);
    if (isRaw) setRaw({});
  };
  const schemeTools = toolsFor(view.schemes);
  const places = { card, wallet: walletRef, tools: toolsRef };
  const { insert, write } = useInsertion(places, draft, change, announce, exchanges);
  const chips = useChips(brief.wallet, isPending, insert);
  const url = place.base + draft.path;
  const reasons = relayReasons(draft);
  const relayed = raw?.broken ? 'A browser cannot send an incomplete request.' : relaySentences(draft);
  const mayHaveBody = Boolean(draft.body) || !/^(?:GET|HEAD)$/i.test(draft.method);

  return (
    <div ref={card} className="overflow-hidden rounded-xl border border-line bg-raised">
      <div className="flex items-center gap-1 border-b border-line bg-sunk/60 pr-1 pl-3.5">
        <p className="min-w-0 flex-1 truncate font-mono text-xs text-faint" title={url}>
          {url}
        </p>
        <CopyButton text={() => resourceUrl(brief) + draft.path} label="Copy the URL" iconOnly />
        <Forms isRaw={isRaw} toRows={() => setRaw(undefined)} toRaw={() => setRaw({})} />
      </div>
      {isRaw ? (
        <Suspense fallback={<p className="px-4 py-6 text-sm text-faint">Loading…</p>}>
          <RawEditor draft={draft} raw={raw} place={place} change={setRaw} edit={edit} />
        </Suspense>
      ) : (
        <>
          <RequestLine view={view} draft={draft} edit={edit} place={place} announce={announce} />
          <FieldRows draft={draft} edit={edit} reasons={reasons} note={note} isPending={isPending} />
          {mayHaveBody ? (
            <label className="block border-t border-line">
              <span className="block px-3.5 pt-2 text-xs text-faint">Body</span>
              <textarea
                rows={2}
                value={draft.body ?? ''}
                onChange={({ target }) => edit({ ...draft, body: target.value })}
                spellCheck={false}
                autoComplete="off"
                className="block max-h-60 w-full resize-y overflow-y-auto bg-transparent px-3.5 pt-1 pb-2.5 font-mono text-wire wrap-wire field-sizing-content -outline-offset-2"
              />
            </label>
          ) : null}
        </>
      )}
      {relayed ? <RelayNote id={note} reasons={relayed} /> : null}
      <div className="border-t border-line px-3.5 py-2.5">
        <WalletChips
          ref={walletRef}
          wallet={brief.wallet}
          insert={chips}
          tools={tools}
          setTools={setTools}
          bringsValues={view.bringsValues}
          exchanges={exchanges}
          toolNames={schemeTools.map(({ name }) => name).join(', ')}
        />
        <div ref={toolsRef}>
          {tools ? (
            <Suspense fallback={<p className="py-3 text-sm text-faint">Loading…</p>}>
              <datalist id={list}>
                {brief.wallet.map(({ name, label, value }) => (
                  <option key={name} value={value} label={label} />
                ))}
              </datalist>
              <div className="mt-3 divide-y divide-line border-t border-line text-sm">
                {schemeTools.map(({ name, View }) => (
                  <View
                    key={name}
                    {...{ draft, edit: change, write, announce, brief, exchanges, list }}
                    schemes={view.schemes}
                    base={place.base}
                    resource={resourceUrl(brief)}
                  />
                ))}
              </div>
            </Suspense>
          ) : null}
        </div>
      </div>
    </div>
  );
});

/** Inserts a credential, or, while it is masked, as soon as it is there. */
function useChips(
  wallet: Brief['wallet'],
  isPending: boolean,
  insert: (what: Insertable) => void,
): (what: Insertable) => void {
  const [waiting, setWaiting] = useState<readonly string[]>([]);
  useEffect(() => {
    if (isPending || !waiting.length) return;
    setWaiting([]);
    for (const entry of wallet) if (waiting.includes(entry.label)) insert(entry);
  }, [isPending, waiting, wallet, insert]);
  return isPending ? ({ label }) => setWaiting((labels) => [...labels, label]) : insert;
}

interface FormsProps {
  readonly isRaw: boolean;
  readonly toRows: () => void;
  readonly toRaw: () => void;
}

/** Two ways to write the same request. */
function Forms({ isRaw, toRows, toRaw }: FormsProps) {
  const look =
    'min-h-8 rounded-md px-2 text-xs text-soft hover:text-ink aria-pressed:font-semibold aria-pressed:text-ink';
  return (
    <fieldset className="flex">
      <legend className="sr-only">Write the request as</legend>
      <button type="button" aria-pressed={!isRaw} onClick={() => isRaw && toRows()} className={look}>
        Rows
      </button>
      <button type="button" aria-pressed={isRaw} onClick={() => !isRaw && toRaw()} className={look}>
        Raw
      </button>
    </fieldset>
  );
}
