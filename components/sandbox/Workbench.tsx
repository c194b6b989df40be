import { type KeyboardEvent, lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Tabs } from '@/components/ui/Tabs';
import { exerciseOf, type Prediction } from '@/lib/progress/progress';
import { useProgress } from '@/lib/progress/use-progress';
import { pathTrouble } from '@/lib/sandbox/draft-path';
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

/** What was sent last, what was expected of it and what came. */
interface Outcome {
  readonly parcel: Parcel;
  readonly prediction: Prediction;
}

function isSame(a: Parcel, b: Parcel): boolean {
  if ('raw' in a) return 'raw' in b && a.raw === b.raw;
  return 'draft' in b && a.draft === b.draft;
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
  const [expected, setExpected] = useState<number>();
  const [asked, setAsked] = useState(false);
  // The text of a page brought the request: a prediction is due for it, whatever was sent before.
  const [loaded, setLoaded] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>();
  const told = useCallback(
    (text: string, isLoaded: boolean) => {
      setTab('request');
      setNote(text);
      say(isLoaded ? `${text} Nothing is sent yet.` : text);
      if (!isLoaded) return;
      setRaw(undefined);
      setExpected(undefined);
      setAsked(false);
      setLoaded(true);
    },
    [say],
  );
  const exchanges = useExchanges(slug, brief);
  const { list } = exchanges;
  const { draft, edit } = useDraft({ slug, attempt, begin: given.draft, wallet, exchanges: list }, told);
  const [opened, setOpened] = useState<readonly string[]>([]);
  const form = useRef<HTMLFormElement>(null);
  const [since] = useState(Date.now);

  const { add, hear } = exchanges;
  const parcel: Parcel = useMemo(() => (raw?.broken ? { raw: raw.broken } : { draft }), [raw, draft]);
  const latest = useRef(parcel);
  useEffect(() => {
    latest.current = parcel;
  }, [parcel]);
  const came = useCallback(
    (exchange: Shown, sent: Parcel, prediction: Prediction['expected'] = null) => {
      add(exchange);
      say(`${spoken(exchange)}${prediction === null ? '' : ` You predicted ${prediction}.`}`);
      setOutcome({ parcel: sent, prediction: { expected: prediction, came: exchange.response.status } });
      // Another request may have been loaded while this one was on its way.
      if (!isSame(sent, latest.current)) return;
      setExpected(undefined);
      setAsked(false);
      setLoaded(false);
    },
    [add, say],
  );
  const failed = useCallback((failure: Failure) => say(`No answer. ${failure.text}`), [say]);
  const sending = useSending(view, brief, came, failed);
  const { prediction, status } = useProgress((progress) => exerciseOf(progress, slug));
  // A prediction belongs to one request: beside another one it would teach something wrong.
  const last = outcome ?? { parcel: { draft: given.draft }, prediction };
  const fitting = isSame(last.parcel, parcel) ? last.prediction : undefined;
  // A sheet asks for statuses enough.
  const plain = view.open || Boolean(brief.sheet);
  const due = !plain && (loaded || (!prediction && status === 'new'));
  const press = (just: boolean) => {
    const trouble = raw ? undefined : pathTrouble(draft.path, place);
    if (trouble) {
      say(trouble);
      form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
      return;
    }
    if (due && expected === undefined && !just) {
      setAsked(true);
      say('First choose the status that you expect, or just send.');
      return;
    }
    // A choice that has the focus gives way to what came of it.
    if (form.current?.querySelector('input[type=radio]:focus'))
      form.current.querySelector<HTMLElement>('button[aria-keyshortcuts]')?.focus();
    sending.press(parcel, plain ? undefined : just ? null : expected);
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
      {note ? (
        <p className="mb-3 border-l-3 border-brand bg-sunk px-3 py-1.5 text-sm">
          {note}
          {loaded && !sending.busy ? ' Nothing is sent yet.' : ''}
        </p>
      ) : null}
      {brief.sheet ? (
        <Suspense fallback={waiting}>
          <SheetPanel
            brief={brief}
            sheet={brief.sheet}
            draft={draft}
            edit={load}
            exchanges={exchanges.list}
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
        plain={plain}
        due={due}
        statuses={view.statuses}
        expected={expected}
        expect={setExpected}
        asked={asked}
        outcome={fitting}
        parcel={parcel}
        press={press}
      />
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
        tried={exchanges.list.length > 0}
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
      {/* Of one height before and after an answer, since a sticky editor moves when its grid grows. */}
      <div className={`min-w-0 ${layout === 'full' ? 'lg:min-h-[calc(100svh+6rem)]' : ''}`}>
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
