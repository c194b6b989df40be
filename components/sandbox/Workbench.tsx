import {
  type KeyboardEvent,
  lazy,
  Suspense,
  startTransition,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { Tabs } from '@/components/ui/Tabs';
import type { RawText } from '@/lib/draft/draft';
import { type Exchange, type ExerciseView, type InitialDraft, isSheet } from '@/lib/draft/exchange';
import { pathTrouble } from '@/lib/draft/path';
import { exerciseOf, type Prediction } from '@/lib/progress/progress';
import { useProgress } from '@/lib/progress/use-progress';
import { AnswerPanel } from './answer/AnswerPanel';
import { spoken } from './answer/spoken';
import { openingBrief, walletOf } from './brief';
import { AttemptBar } from './editor/AttemptBar';
import { RequestEditor } from './editor/RequestEditor';
import { SendBar } from './editor/SendBar';
import { SheetPanel, SheetSpace } from './editor/SheetPanel';
import { useDraft } from './editor/use-draft';
import { usePlace } from './editor/use-place';
import { usePrediction } from './editor/use-prediction';
import { SandboxFrame } from './SandboxFrame';
import { showStart } from './scroll-to';
import type { Outgoing, Shown } from './send';
import { useAnnouncer } from './use-announcer';
import type { Given } from './use-attempt';
import { useExchanges } from './use-exchanges';
import { type Failure, useSending } from './use-sending';
import { useWhenReady } from './use-when-ready';

const Terminal = lazy(() => import('./tools/Terminal'));
const Help = lazy(() => import('./Help'));

export interface LiveSandboxProps {
  readonly view: ExerciseView;
  /** What it shows until the server has given the learner credentials; the page is made with it. */
  readonly opening: InitialDraft;
  readonly layout: 'column' | 'full';
  /** In which of the places of this exercise it stands. */
  readonly place: string;
}

interface WorkbenchProps extends LiveSandboxProps {
  readonly attempt: string | undefined;
  /** Left out until the server has answered. */
  readonly given: Given | undefined;
  /** Nothing can have reached the attempt yet. */
  readonly isNew: boolean;
  readonly reset: () => void;
  /** It was begun by a reset on this page. */
  readonly afresh: boolean;
}

/** One attempt: edit, predict, send, compare; from here or from a terminal. It can be used before it is `given`. */
export function Workbench(props: WorkbenchProps) {
  const { view, layout, place, opening, attempt, given, isNew, reset, afresh } = props;
  const { slug } = view;
  const brief = useMemo(() => given?.brief ?? openingBrief(view, opening), [given, view, opening]);
  const wallet = useMemo(() => walletOf(brief), [brief]);
  const { message, announce } = useAnnouncer();
  const [raw, setRaw] = useState<RawText>();
  const [tab, setTab] = useState('request');
  const [note, setNote] = useState<string>();
  const form = useRef<HTMLFormElement>(null);
  /** A request was loaded since the answer that is shown. */
  const [isOld, setOld] = useState(false);
  const [arrivals, setArrivals] = useState(0);
  const [loads, setLoads] = useState(0);
  useEffect(() => {
    if (loads && form.current) showStart(form.current);
  }, [loads]);
  const announceDraft = useCallback(
    (text: string, isLoaded: boolean) => {
      setTab('request');
      setNote(text);
      announce(isLoaded ? `${text} Nothing is sent yet.` : text);
      if (!isLoaded) return;
      setOld(true);
      setRaw(undefined);
      setLoads((count) => count + 1);
    },
    [announce],
  );
  const exchanges = useExchanges(slug, place, isNew ? undefined : given?.brief);
  const { list, add, replace, hear } = exchanges;
  const { draft, begin, isReady, edit } = useDraft(
    { slug, place, attempt, opening: opening.draft, given, wallet, exchanges: list },
    announceDraft,
  );
  const [opened, setOpened] = useState<readonly string[]>([]);
  const [since] = useState(() => performance.now());
  const server = usePlace(brief);
  const [below, setBelow] = useState<HTMLElement | null>(null);

  const parcel: Outgoing = useMemo(() => (raw?.broken ? { raw: raw.broken } : { draft }), [raw, draft]);
  const { prediction, status, isTried, isSolved } = useProgress((progress) =>
    exerciseOf(progress, slug, place),
  );
  const { expected, asked, isLoaded, outcome, ...predicting } = usePrediction(
    parcel,
    begin && prediction && { parcel: { draft: begin }, prediction },
  );
  const { load: predictAnew, compare } = predicting;
  useEffect(() => {
    if (loads) predictAnew();
  }, [loads, predictAnew]);
  const came = useCallback(
    (exchange: Shown, sent: Outgoing, prediction: Prediction['expected'] = null) => {
      add(exchange);
      startTransition(() => {
        setOld(false);
        setArrivals((count) => count + 1);
        announce(`${spoken(exchange)}${prediction === null ? '' : ` You predicted ${prediction}.`}`);
        compare(sent, prediction, exchange.response.status);
      });
    },
    [add, announce, compare],
  );
  const failed = useCallback(
    (failure: Failure) => {
      setArrivals((count) => count + 1);
      announce(`No response. ${failure.text}`);
    },
    [announce],
  );
  const sending = useSending(view, brief, place, { came, logged: replace, failed });
  // A sheet asks for statuses enough, but for the request that a proposal is about.
  const { sheet } = brief;
  const plain = view.open || (given ? isSheet(draft, sheet) : opening.isSheet);
  const due = !plain && (isLoaded || (!prediction && status === 'new'));
  const press = (just: boolean) => {
    const trouble = raw ? undefined : pathTrouble(draft.path, server);
    if (trouble) {
      announce(trouble);
      form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
      return;
    }
    if (due && expected === undefined && !just) {
      predicting.ask();
      announce('First choose the status that you expect, or just send.');
      return;
    }
    if (!isReady) return wait(just);
    // A choice that has the focus gives way to what came of it.
    if (form.current?.querySelector('input[type=radio]:focus'))
      form.current.querySelector<HTMLElement>('button[aria-keyshortcuts]')?.focus();
    sending.press(parcel, plain ? undefined : just ? null : expected, !raw && draft === brief.start);
  };
  const [isWaiting, wait] = useWhenReady(isReady, press);
  const { whenIdle } = sending;
  const listen = (exchange: Exchange) =>
    whenIdle(exchange, (exchange) => {
      if (!hear(exchange)) return;
      setOld(false);
      announce(`From ${exchange.client}: ${spoken(exchange)}`);
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
  const sheetSpace = opening.sheet ? <SheetSpace kind={opening.sheet} /> : null;
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
          {isLoaded && !sending.busy ? ' Nothing is sent yet.' : ''}
        </p>
      ) : null}
      {sheet ? (
        <Suspense fallback={sheetSpace}>
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
      ) : (
        sheetSpace
      )}
      <RequestEditor
        view={view}
        brief={brief}
        isPending={!isReady}
        place={server}
        draft={draft}
        edit={edit}
        raw={raw}
        setRaw={setRaw}
        announce={announce}
        exchanges={exchanges.list}
      />
      <SendBar
        sending={isWaiting ? { ...sending, busy: true, cancel: () => wait() } : sending}
        plain={plain}
        due={due}
        statuses={view.statuses}
        expected={expected}
        expect={predicting.expect}
        asked={asked}
        outcome={outcome}
        parcel={parcel}
        press={press}
      />
      {brief.sheet ? <div ref={setBelow} /> : null}
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
        place={place}
        brief={brief}
        tried={isTried}
        latest={exchanges.list[0]?.id}
        since={since}
        load={load}
        reset={reset}
        show={() => setTab('request')}
      />
    </Suspense>
  ) : null;

  return (
    <SandboxFrame
      layout={layout}
      request={
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
      }
      bar={
        <AttemptBar
          slug={slug}
          attempt={attempt}
          status={status}
          isSolved={isSolved}
          draft={draft}
          start={brief.start}
          wallet={wallet}
          reset={reset}
          announce={announce}
          afresh={afresh}
        />
      }
      answer={
        <AnswerPanel
          exchanges={exchanges}
          sending={sending}
          draft={draft}
          arrivals={arrivals}
          isOld={isOld}
          isTried={isTried}
          isReady={isReady}
        />
      }
      message={message}
    />
  );
}
