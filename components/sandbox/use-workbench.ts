/** One attempt on the page: its state, what follows from it, and what the views can do with it. */
import { useCallback, useEffect, useEffectEvent, useMemo, useReducer } from 'react';
import type { Place } from '@/lib/draft/draft';
import {
  type Brief,
  type Exchange,
  type ExerciseView,
  type InitialDraft,
  isSheet,
} from '@/lib/draft/exchange';
import { pathTrouble } from '@/lib/draft/path';
import type { Values } from '@/lib/draft/template';
import type { Draft } from '@/lib/http-auth/draft';
import { type ExerciseProgress, exerciseOf, type Prediction } from '@/lib/progress/progress';
import { useProgress } from '@/lib/progress/use-progress';
import {
  type AttemptEvent,
  type AttemptState,
  beginAttempt,
  outcomeOf,
  parcelOf,
  reduceAttempt,
  shownOf,
} from './attempt-state';
import { openingBrief, walletOf } from './brief';
import { useDraft } from './editor/use-draft';
import { usePlace } from './editor/use-place';
import type { Shown } from './send';
import type { Given } from './use-attempt';
import { type Exchanges, useExchanges } from './use-exchanges';
import { useSending } from './use-sending';

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

/** What each view takes its part of. Functions that change something stay the same ones as long as they can. */
export interface Bench extends WorkbenchProps {
  readonly state: AttemptState;
  readonly dispatch: (event: AttemptEvent) => void;
  readonly brief: Brief;
  readonly wallet: Values;
  /** Where requests go. */
  readonly server: Place;
  readonly progress: ExerciseProgress;
  readonly newest: Exchanges['newest'];
  /** The exchange that is looked at, and the one before it, which tells what changed. */
  readonly shown: Shown | undefined;
  readonly before: Shown | undefined;
  /** The draft has the credentials of the attempt. */
  readonly isReady: boolean;
  /** Nothing is predicted here. */
  readonly plain: boolean;
  /** A prediction is due before the next press of Send. */
  readonly due: boolean;
  /** What was predicted of the request as it stands, and what came of it. */
  readonly outcome: Prediction | undefined;
  readonly edit: (draft: Draft) => void;
  /** Puts another request in the place of the one that is there. */
  readonly replace: (draft: Draft) => void;
  readonly announce: (text: string) => void;
  /** Sends, unless something is due first; `just` sends without a prediction. */
  readonly press: (just: boolean) => void;
  readonly cancel: () => void;
  /** Sends what was withheld. */
  readonly confirm: () => void;
  /** Takes what a stream brings. */
  readonly listen: (exchange: Exchange) => void;
}

/** `form` is the element that Send is pressed in. */
export function useWorkbench(props: WorkbenchProps, form: React.RefObject<HTMLFormElement | null>): Bench {
  const { view, place, opening, attempt, given, isNew } = props;
  const { slug } = view;
  const [state, dispatch] = useReducer(reduceAttempt, opening.draft, beginAttempt);
  const { draft, raw, begin, exchanges, expected, withheld, pressed } = state;
  const isReady = begin !== undefined;
  const brief = useMemo(() => given?.brief ?? openingBrief(view, opening), [given, view, opening]);
  const wallet = useMemo(() => walletOf(brief), [brief]);
  const server = usePlace(brief);
  const progress = useProgress((progress) => exerciseOf(progress, slug, place));
  const log = useExchanges(
    { slug, place, brief: isNew ? undefined : given?.brief, log: state.log },
    dispatch,
  );
  const change = useDraft(
    { slug, place, attempt, opening: opening.draft, given, wallet, isReady, exchanges },
    dispatch,
  );
  const sending = useSending(view, brief, place, log, dispatch);
  const edit = useCallback((draft: Draft) => change({ type: 'edited', draft }), [change]);
  const announce = useCallback((text: string) => dispatch({ type: 'announced', text }), []);

  // A sheet asks for statuses enough, but for the request that a proposal is about.
  const plain = view.open || (given ? isSheet(draft, brief.sheet) : opening.isSheet);
  // The store hears of a prediction in an idle moment, and Send may be pressed again before.
  const isPredicted = progress.prediction ?? state.compared;
  const due = !plain && (state.isLoaded || (!isPredicted && progress.status === 'new'));
  const press = (just: boolean) => {
    const trouble = raw ? undefined : pathTrouble(draft.path, server);
    const focus = (selector: string) => form.current?.querySelector<HTMLElement>(selector)?.focus();
    if (trouble) {
      announce(trouble);
      return focus('[aria-invalid=true]');
    }
    if (due && expected === undefined && !just) return dispatch({ type: 'asked' });
    if (!isReady) return dispatch({ type: 'pressed', just });
    // A choice that has the focus gives way to what came of it.
    if (form.current?.querySelector('input[type=radio]:focus')) focus('button[aria-keyshortcuts]');
    sending.send(parcelOf(state), plain ? undefined : just ? null : expected, !raw && draft === brief.start);
  };
  const pressAgain = useEffectEvent(press);
  useEffect(() => {
    if (!isReady || pressed === undefined) return;
    dispatch({ type: 'pressed', just: undefined });
    pressAgain(pressed);
  }, [isReady, pressed]);

  return {
    ...props,
    state,
    dispatch,
    brief,
    wallet,
    server,
    progress,
    isReady,
    plain,
    due,
    newest: log.newest,
    ...shownOf(state),
    outcome: outcomeOf(state, progress.prediction),
    edit,
    announce,
    press,
    replace: (draft) => change({ type: 'replaced', draft }),
    cancel: pressed === undefined ? sending.cancel : () => dispatch({ type: 'pressed', just: undefined }),
    confirm: () => withheld && sending.send(withheld.parcel, withheld.expected, true),
    listen: (exchange) => sending.whenIdle(() => log.hear(exchange)),
  };
}
