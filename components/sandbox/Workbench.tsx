import { type KeyboardEvent, lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Tabs } from '@/components/ui/Tabs';
import { exerciseOf } from '@/lib/progress/progress';
import { useProgress } from '@/lib/progress/use-progress';
import type { Exchange } from '@/lib/sandbox/exchange';
import { AttemptBar } from './AttemptBar';
import { herePath, walletOf } from './brief';
import { NoAnswer } from './NoAnswer';
import { type RawText, RequestEditor } from './RequestEditor';
import type { SandboxAppProps } from './SandboxLoader';
import { SendBar } from './SendBar';
import { showNearest, showStart } from './scroll-to';
import type { Parcel, Shown } from './send';
import { spoken } from './spoken';
import { useAnnouncer } from './use-announcer';
import type { Given } from './use-attempt';
import { useDraft } from './use-draft';
import { useExchanges } from './use-exchanges';
import { type Failure, useSending } from './use-sending';
import { Verdict } from './Verdict';

// The verdict is there already: where the rest cannot be fetched, a word takes its place.
const loadAnswer = () => import('./Answer').catch(() => ({ default: AnswerMissing }));
const Answer = lazy(loadAnswer);
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
  const form = useRef<HTMLFormElement>(null);
  const news = useRef<HTMLDivElement>(null);
  const awaited = useRef(false);
  /** A request was loaded since the answer that is shown. */
  const [isOld, setOld] = useState(false);
  const [loads, setLoads] = useState(0);
  useEffect(() => {
    if (loads && form.current) showStart(form.current);
  }, [loads]);
  const told = useCallback(
    (text: string) => {
      setTab('request');
      setRaw(undefined);
      setNote(text);
      setOld(true);
      setLoads((count) => count + 1);
      say(text);
    },
    [say],
  );
  const { draft, edit } = useDraft({ slug, attempt, begin: given.draft, wallet }, told);
  const exchanges = useExchanges(slug, brief);
  const [opened, setOpened] = useState<readonly string[]>([]);
  const [expected, setExpected] = useState<number>();
  const [asked, setAsked] = useState(false);
  const [since] = useState(Date.now);

  const { add, hear } = exchanges;
  const came = useCallback(
    (exchange: Shown) => {
      add(exchange);
      setOld(false);
      awaited.current = true;
      say(spoken(exchange));
    },
    [add, say],
  );
  const failed = useCallback(
    (failure: Failure) => {
      awaited.current = true;
      say(`No answer. ${failure.text}`);
    },
    [say],
  );
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
      if (!hear(one)) return;
      setOld(false);
      say(`From ${one.client}: ${spoken(one)}`);
    });
  const choose = (id: string) => {
    setOld(false);
    exchanges.show(id);
  };
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
      setOld(true);
      edit(next);
    },
    [edit],
  );
  const { shown, before } = exchanges;
  const isSent = sending.busy || shown !== undefined;
  useEffect(() => {
    if (isSent) void loadAnswer();
  }, [isSent]);
  // Whoever sent it is to see what came, wherever the answer to a long request stands.
  const { failure } = sending;
  useEffect(() => {
    if (!awaited.current || !news.current || !(failure ?? shown)) return;
    awaited.current = false;
    showNearest(news.current);
  }, [shown, failure]);

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
            edit={brief.sheet.kind === 'incidents' ? load : edit}
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
        predicts={predicts}
        expected={expected}
        expect={setExpected}
        asked={asked}
        prediction={view.open ? undefined : prediction}
        parcel={parcel}
        press={press}
      />
    </form>
  );
  const terminal = opened.includes('terminal') ? (
    <Suspense fallback={waiting}>
      <Terminal draft={draft} brief={brief} exchanges={{ ...exchanges, show: choose }} listen={listen} />
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

  const isFull = layout === 'full';
  const bar = (
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
  );

  return (
    <div
      className={`flex flex-col gap-y-5 ${isFull ? 'lg:grid lg:grid-cols-2 lg:items-start lg:gap-x-8' : ''}`}
    >
      {/* On a narrow screen its two parts stand above and below the answer, which follows Send there. */}
      <div
        className={
          isFull ? 'min-w-0 max-lg:contents lg:sticky lg:top-[calc(var(--header)+1rem)]' : 'contents'
        }
      >
        <div className="min-w-0">
          {isFull ? <h2 className="sr-only">Request</h2> : null}
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
        </div>
        {isFull ? <div className="min-w-0 max-lg:order-last">{bar}</div> : null}
      </div>
      <div className="min-w-0 space-y-5">
        {isFull ? <h2 className="sr-only">Answer</h2> : null}
        {failure ? (
          <div ref={news} className="scroll-my-4">
            <NoAnswer failure={failure} />
          </div>
        ) : null}
        {shown ? (
          <section
            aria-label="Response"
            aria-busy={sending.busy}
            className={`overflow-hidden rounded-xl border border-line bg-raised ${
              sending.busy ? 'opacity-60' : isOld ? 'grayscale' : ''
            }`}
          >
            <div ref={failure ? undefined : news} className="scroll-my-4">
              <Verdict shown={shown} was={before?.response.status} isOld={isOld} />
            </div>
            <Suspense fallback={<div className="min-h-41" />}>
              <Answer shown={shown} before={before} draft={draft} />
            </Suspense>
          </section>
        ) : failure ? null : (
          empty
        )}
      </div>
      {isFull ? null : bar}
      <div role="status" className="sr-only">
        <p key={message.count}>{message.text}</p>
      </div>
    </div>
  );
}

function AnswerMissing() {
  return (
    <p className="border-t border-line px-4 py-2.5 text-sm text-soft">
      Headers and body could not be loaded. Reload the page to see them: the request and its answer are kept.
    </p>
  );
}
