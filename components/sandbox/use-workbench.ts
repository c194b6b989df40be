/** One attempt at an exercise: its request, what is predicted of it, what came, and all that can be done with them. */
import {
  createContext,
  startTransition,
  use,
  useCallback,
  useEffect,
  useMemo,
  useReducer,
  useRef,
  useState,
} from 'react';
import { type Exchange, type ExerciseView, type InitialDraft, isSheet } from '@/lib/draft/exchange';
import type { Draft } from '@/lib/http-auth/draft';
import { exerciseOf, type Prediction } from '@/lib/progress/progress';
import { useProgress } from '@/lib/progress/use-progress';
import { spoken } from './answer/spoken';
import { openingBrief, walletOf } from './brief';
import { useDraft } from './editor/use-draft';
import { usePlace } from './editor/use-place';
import { usePrediction } from './editor/use-prediction';
import { showStart } from './scroll-to';
import type { Outgoing, Shown } from './send';
import { useAnnouncer } from './use-announcer';
import type { Given } from './use-attempt';
import { useExchanges } from './use-exchanges';
import { usePress } from './use-press';
import { type Failure, useSending } from './use-sending';
import { afterEvent, newWorkbench } from './workbench-state';

export interface LiveSandboxProps {
  readonly view: ExerciseView;
  /** What it shows until the server has given the learner credentials; the page is made with it. */
  readonly opening: InitialDraft;
  readonly layout: 'column' | 'full';
  /** In which of the places of this exercise it stands. */
  readonly place: string;
}

export interface WorkbenchProps extends LiveSandboxProps {
  readonly attempt: string | undefined;
  /** Left out until the server has answered. */
  readonly given: Given | undefined;
  /** Nothing can have reached the attempt yet. */
  readonly isNew: boolean;
  readonly reset: () => void;
  /** It was begun by a reset on this page. */
  readonly afresh: boolean;
}

export type Workbench = ReturnType<typeof useWorkbenchState>;

/** The workbench for the views inside of it. */
export const WorkbenchContext = createContext<Workbench | undefined>(undefined);

/** The workbench around a view. Throws outside of one. */
export function useWorkbench(): Workbench {
  const workbench = use(WorkbenchContext);
  if (!workbench) throw new Error('No workbench stands around this view.');
  return workbench;
}

/** A new workbench. It can be used before the attempt is `given`. */
export function useWorkbenchState(props: WorkbenchProps) {
  const { view, place, opening, attempt, given, isNew } = props;
  const { slug } = view;
  const brief = useMemo(() => given?.brief ?? openingBrief(view, opening), [given, view, opening]);
  const wallet = useMemo(() => walletOf(brief), [brief]);
  const server = usePlace(brief);
  const { message, announce } = useAnnouncer();
  const [state, dispatch] = useReducer(afterEvent, newWorkbench);
  const { raw, loads } = state;
  const form = useRef<HTMLFormElement>(null);
  const [since] = useState(Date.now);

  const offered = useCallback(
    (note: string, isLoaded: boolean) => {
      announce(isLoaded ? `${note} Nothing is sent yet.` : note);
      dispatch({ type: 'offered', note, isLoaded });
    },
    [announce],
  );
  const exchanges = useExchanges(slug, place, isNew ? undefined : given?.brief);
  const { list, add, replace, hear } = exchanges;
  const { draft, begin, isReady, edit } = useDraft(
    { slug, place, attempt, opening: opening.draft, given, wallet, exchanges: list },
    offered,
  );
  const load = useCallback(
    (next: Draft) => {
      dispatch({ type: 'replaced' });
      edit(next);
    },
    [edit],
  );

  const parcel: Outgoing = useMemo(() => (raw?.broken ? { raw: raw.broken } : { draft }), [raw, draft]);
  const progress = useProgress((whole) => exerciseOf(whole, slug, place));
  const { prediction } = progress;
  const predicting = usePrediction(parcel, begin && prediction && { parcel: { draft: begin }, prediction });
  const { load: predictAnew, compare } = predicting;
  useEffect(() => {
    if (!loads) return;
    predictAnew();
    if (form.current) showStart(form.current);
  }, [loads, predictAnew]);

  const came = useCallback(
    (exchange: Shown, sent: Outgoing, expected: Prediction['expected'] = null) => {
      add(exchange);
      startTransition(() => {
        dispatch({ type: 'answered' });
        announce(`${spoken(exchange)}${expected === null ? '' : ` You predicted ${expected}.`}`);
        compare(sent, expected, exchange.response.status);
      });
    },
    [add, announce, compare],
  );
  const failed = useCallback(
    (failure: Failure) => {
      dispatch({ type: 'failed' });
      announce(`No response. ${failure.text}`);
    },
    [announce],
  );
  const sending = useSending(view, brief, place, { came, logged: replace, failed });

  // A sheet asks for statuses enough, but for the request that a proposal is about.
  const plain = view.open || (given ? isSheet(draft, brief.sheet) : opening.isSheet);
  const due = !plain && (predicting.isLoaded || (!prediction && progress.status === 'new'));
  const isRaw = raw !== undefined;
  const isGiven = !isRaw && draft === brief.start;
  const pressing = {
    form,
    server,
    parcel,
    isRaw,
    isGiven,
    plain,
    due,
    isReady,
    predicting,
    sending,
    announce,
  };
  return {
    ...props,
    ...{ brief, wallet, server, message, announce, dispatch, form, since },
    ...{ draft, isReady, edit, load, parcel, progress, predicting, plain, due, sending },
    ...usePress(pressing),
    state,
    exchanges: {
      ...exchanges,
      show: (id: string) => {
        dispatch({ type: 'looked' });
        exchanges.show(id);
      },
    },
    /** Takes an exchange of the stream, and says it if it is news. */
    listen: (exchange: Exchange) =>
      sending.whenIdle(exchange, (idle) => {
        if (!hear(idle)) return;
        dispatch({ type: 'looked' });
        announce(`From ${idle.client}: ${spoken(idle)}`);
      }),
  };
}
