import { type KeyboardEvent, lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Tabs } from '@/components/ui/Tabs';
import { exerciseOf } from '@/lib/progress/progress';
import { useProgress } from '@/lib/progress/use-progress';
import type { Exchange } from '@/lib/sandbox/exchange';
import { AttemptBar } from './AttemptBar';
import { herePath, walletOf } from './brief';
import { type RawText, RequestEditor } from './RequestEditor';
import type { SandboxAppProps } from './SandboxLoader';
import { SendBar } from './SendBar';
import type { Parcel, Shown } from './send';
import { spoken } from './spoken';
import { useAnnouncer } from './use-announcer';
import type { Given } from './use-attempt';
import { useDraft } from './use-draft';
import { useExchanges } from './use-exchanges';
import { type Failure, useSending } from './use-sending';

const Answer = lazy(() => import('./Answer'));
const Terminal = lazy(() => import('./Terminal'));
const Help = lazy(() => import('./Help'));
const SheetPanel = lazy(() => import('./SheetPanel'));

interface WorkbenchProps extends Pick<SandboxAppProps, 'view' | 'layout' | 'empty' | 'early'> {
  readonly attempt: string;
  readonly given: Given;
  readonly reset: () => void;
  /** It was begun by a reset on this page. */
  readonly afresh: boolean;
}

/** One attempt: edit, predict, send, compare; from here or from a terminal. */
export function Workbench(props: WorkbenchProps) {
  const { view, layout, empty, attempt, given, reset, afresh, early } = props;
  const { slug } = view;
  const { brief } = given;
  const wallet = useMemo(() => walletOf(brief), [brief]);
  const place = useMemo(() => ({ base: herePath(brief.urls.resource), host: window.location.host }), [brief]);
  const { message, say } = useAnnouncer();
  const [raw, setRaw] = useState<RawText>();
  const [tab, setTab] = useState('request');
  const [note, setNote] = useState<string>();
  const told = useCallback(
    (text: string) => {
      setTab('request');
      setRaw(undefined);
      setNote(text);
      say(text);
    },
    [say],
  );
  const { draft, edit } = useDraft({ slug, attempt, begin: given.draft, wallet }, told);
  const exchanges = useExchanges(slug, brief);
  const [opened, setOpened] = useState<readonly string[]>([]);
  const [expected, setExpected] = useState<number>();
  const form = useRef<HTMLFormElement>(null);
  const [asked, setAsked] = useState(false);
  const [since] = useState(Date.now);
  const [below, setBelow] = useState<HTMLElement | null>(null);

  const { add, hear } = exchanges;
  const came = useCallback(
    (exchange: Shown) => {
      add(exchange);
      say(spoken(exchange));
    },
    [add, say],
  );
  const failed = useCallback((failure: Failure) => say(`No answer. ${failure.text}`), [say]);
  const sending = useSending(view, brief, came, failed);
  const { prediction, status } = useProgress((progress) => exerciseOf(progress, slug));
  // A sheet asks for statuses enough.
  const predicts = !view.open && !brief.sheet && !prediction && status === 'new';

  const parcel: Parcel = raw?.broken ? { raw: raw.broken } : { draft };
  const press = (just: boolean) => {
    if (predicts && expected === undefined && !just) {
      setAsked(true);
      say('First choose the status that you expect, or just send.');
      return;
    }
    setNote(undefined);
    sending.press(parcel, view.open || !predicts ? undefined : just ? null : (expected ?? null));
  };
  const pressed = useRef(early);
  useEffect(() => {
    // Not at once: what is mounted on trial would cancel what it sent.
    const timer = setTimeout(() => {
      const { current } = pressed;
      if (!current) return;
      pressed.current = undefined;
      const button = 'button[aria-keyshortcuts]';
      const first = current === 'send' ? `input[type=radio], ${button}` : button;
      form.current?.querySelector<HTMLElement>(first)?.focus();
      if (current !== 'focus') press(current === 'just');
    });
    return () => clearTimeout(timer);
  });
  const { whenIdle } = sending;
  const listen = (exchange: Exchange) =>
    whenIdle(exchange, (one) => {
      if (hear(one)) say(`From ${one.client}: ${spoken(one)}`);
    });
  const keys = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    press(false);
  };
  const select = (id: string) => {
    setTab(id);
    setOpened((now) => (now.includes(id) ? now : [...now, id]));
  };
  const load = useCallback(
    (next: typeof draft) => {
      setRaw(undefined);
      edit(next);
    },
    [edit],
  );

  const waiting = <p className="py-8 text-sm text-faint">Loading…</p>;
  const editor = (
    <form
      ref={form}
      aria-label={`Request: ${view.title}`}
      onKeyDown={keys}
      onSubmit={(event) => event.preventDefault()}
    >
      {note ? <p className="mb-3 border-l-3 border-brand bg-sunk px-3 py-1.5 text-sm">{note}</p> : null}
      {brief.sheet ? (
        <Suspense fallback={waiting}>
          <SheetPanel
            brief={brief}
            sheet={brief.sheet}
            draft={draft}
            edit={load}
            exchanges={exchanges.list}
            below={below}
            wallet={wallet}
            say={say}
          />
        </Suspense>
      ) : null}
      <RequestEditor
        view={view}
        brief={brief}
        place={place}
        draft={draft}
        edit={edit}
        raw={raw}
        setRaw={setRaw}
        say={say}
        exchanges={exchanges.list}
      />
      <SendBar
        sending={sending}
        predicts={predicts}
        expected={expected}
        expect={setExpected}
        asked={asked}
        prediction={view.open ? undefined : prediction}
        parcel={parcel}
        press={press}
      />
      {brief.sheet ? <div ref={setBelow} /> : null}
    </form>
  );
  const terminal = opened.includes('terminal') ? (
    <Suspense fallback={waiting}>
      <Terminal draft={draft} brief={brief} exchanges={exchanges} listen={listen} />
    </Suspense>
  ) : null;
  const help = opened.includes('help') ? (
    <Suspense fallback={waiting}>
      <Help
        slug={slug}
        brief={brief}
        latest={exchanges.list[0]?.id}
        since={since}
        load={load}
        reset={reset}
        show={() => setTab('request')}
      />
    </Suspense>
  ) : null;

  return (
    <div className={layout === 'full' ? 'grid items-start gap-x-8 gap-y-6 lg:grid-cols-2' : 'space-y-5'}>
      <div className={`min-w-0 ${layout === 'full' ? 'lg:sticky lg:top-[calc(var(--header)+1rem)]' : ''}`}>
        {layout === 'full' ? <h2 className="sr-only">Request</h2> : null}
        <Tabs
          label="Sandbox"
          selected={tab}
          onSelect={select}
          keepMounted
          tabs={[
            { id: 'request', label: 'Request', content: editor },
            { id: 'terminal', label: 'Terminal', content: terminal },
            ...(view.open ? [] : [{ id: 'help', label: 'Help', content: help }]),
          ]}
        />
        <AttemptBar
          slug={slug}
          attempt={attempt}
          status={status}
          draft={draft}
          wallet={wallet}
          reset={reset}
          say={say}
          afresh={afresh}
        />
      </div>
      <div className="min-w-0">
        {layout === 'full' ? <h2 className="sr-only">Answer</h2> : null}
        {sending.busy || sending.failure || exchanges.shown ? (
          <Suspense fallback={empty}>
            <Answer exchanges={exchanges} sending={sending} draft={draft} empty={empty} />
          </Suspense>
        ) : (
          empty
        )}
      </div>
      <div role="status" className="sr-only">
        <p key={message.count}>{message.text}</p>
      </div>
    </div>
  );
}
