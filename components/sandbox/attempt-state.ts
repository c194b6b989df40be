/** What the page knows of one attempt, and what can happen to it. Pure: what talks to the server or the store dispatches events. */

import type { RawText } from '@/lib/draft/draft';
import type { Draft } from '@/lib/http-auth/draft';
import type { Prediction } from '@/lib/progress/progress';
import { spoken } from './answer/spoken';
import type { Outcome, Outgoing, Shown } from './send';

export type Expected = Prediction['expected'] | undefined;
export type Failure = Extract<Outcome, { kind: 'failed' }>;
export type Tab = 'request' | 'terminal' | 'help';

/** A request that is not sent before the learner has confirmed it, since it looks like a real secret. */
export interface Withheld {
  readonly parcel: Outgoing;
  readonly expected: Expected;
  /** The middle of a sentence, such as “a GitHub token”. */
  readonly reason: string;
}

export interface AttemptState {
  readonly tab: Tab;
  /** The tabs that were opened; what is in one is loaded with its first opening, and stays. */
  readonly opened: readonly Tab[];

  /** The request that is edited. */
  readonly draft: Draft;
  /** The draft as it was when the credentials came; with them the attempt can send. */
  readonly begin?: Draft | undefined;
  /** There while the request is written as text. */
  readonly raw?: RawText | undefined;
  /** What a link or the text of the page brought, in a sentence above the request. */
  readonly note?: string | undefined;
  /** How many requests they brought. */
  readonly loads: number;

  /** The status that is predicted for the request as it stands. */
  readonly expected?: number | undefined;
  /** Send was pressed without a prediction. */
  readonly isAsked: boolean;
  /** A link or the text of the page brought the request: a prediction is due for it, whatever was sent before. */
  readonly isLoaded: boolean;
  /** What was predicted of the request that was sent last, and what came of it. */
  readonly compared?: Compared | undefined;

  /** Send was pressed before the credentials came, with a prediction (false) or without (true). */
  readonly pressed?: boolean | undefined;
  /** A request is on its way. */
  readonly busy: boolean;
  readonly withheld?: Withheld | undefined;
  /** Why no response came to the latest request. */
  readonly failure?: Failure | undefined;

  /** What reached the attempt, newest first, from this page and from anywhere else. */
  readonly exchanges: readonly Shown[];
  /** The id of the one that is looked at, where that is not the newest. */
  readonly chosen?: string | undefined;
  /** Another request was loaded since the response that is shown. */
  readonly isOld: boolean;
  /** How many responses and failures came to requests of this page. */
  readonly arrivals: number;
  /** Whether the server's log of this attempt is being asked, was read, or did not answer. */
  readonly log: 'asked' | 'read' | 'away';

  /** What screen readers read out; the same text is read out again when `count` differs. */
  readonly message: { readonly text: string; readonly count: number };
}

/** A prediction belongs to one request: beside another request it would teach something wrong. */
export interface Compared {
  readonly parcel: Outgoing;
  readonly prediction: Prediction;
}

export type AttemptEvent =
  | { readonly type: 'opened'; readonly tab: Tab }
  /** The credentials came, and `draft` is the request with them. */
  | { readonly type: 'given'; readonly draft: Draft }
  | { readonly type: 'edited'; readonly draft: Draft }
  /** A list of incidents or a worked solution put another request in the place of the one that was there. */
  | { readonly type: 'replaced'; readonly draft: Draft }
  /** A link or the text of the page brought a request. */
  | { readonly type: 'loaded'; readonly draft: Draft; readonly note: string }
  /** A link brought nothing, for the reason in `note`. */
  | { readonly type: 'refused'; readonly note: string }
  /** The request is written as text, or as rows again where `raw` is undefined. */
  | { readonly type: 'typed'; readonly raw: RawText | undefined }
  | { readonly type: 'predicted'; readonly status: number }
  /** Send was pressed, and a prediction is due first. */
  | { readonly type: 'asked' }
  /** Send was pressed before the credentials came; `just` is undefined where it waits for them no longer. */
  | { readonly type: 'pressed'; readonly just: boolean | undefined }
  | { readonly type: 'sent' }
  /** What was pressed looks like a real secret; `withheld` is undefined where the learner drops it. */
  | { readonly type: 'withheld'; readonly withheld: Withheld | undefined }
  | { readonly type: 'failed'; readonly failure: Failure }
  /** A response came to what this page sent. */
  | { readonly type: 'came'; readonly exchange: Shown; readonly sent: Outgoing; readonly expected: Expected }
  /** The same exchange once more, as the log has it. */
  | { readonly type: 'logged'; readonly exchange: Shown }
  /** An exchange of another client, such as a terminal. */
  | { readonly type: 'heard'; readonly exchange: Shown }
  | { readonly type: 'chosen'; readonly id: string }
  /** The log is asked again, was read, or did not answer; `exchanges` are those that were not here yet. */
  | { readonly type: 'log'; readonly log: AttemptState['log']; readonly exchanges?: readonly Shown[] }
  | { readonly type: 'announced'; readonly text: string };

const exchangeLimit = 20;

/** An attempt before anything happened to it; credentials in `draft` are masked. */
export function beginAttempt(draft: Draft): AttemptState {
  return {
    tab: 'request',
    opened: [],
    draft,
    loads: 0,
    isAsked: false,
    isLoaded: false,
    busy: false,
    exchanges: [],
    isOld: false,
    arrivals: 0,
    log: 'asked',
    message: { text: '', count: 0 },
  };
}

/** The attempt after `event`. */
export function reduceAttempt(state: AttemptState, event: AttemptEvent): AttemptState {
  return { ...state, ...changes(state, event) };
}

const unpredicted = { expected: undefined, isAsked: false } as const;

function changes(state: AttemptState, event: AttemptEvent): Partial<AttemptState> {
  const announced = (text: string) => ({ message: { text, count: state.message.count + 1 } });
  const { exchanges } = state;
  switch (event.type) {
    case 'opened':
      return {
        tab: event.tab,
        opened: state.opened.includes(event.tab) ? state.opened : [...state.opened, event.tab],
      };
    case 'given':
      return { draft: event.draft, begin: event.draft };
    case 'edited':
      return { draft: event.draft };
    case 'replaced':
      return { draft: event.draft, raw: undefined, isOld: true };
    case 'loaded':
      return {
        draft: event.draft,
        raw: undefined,
        isOld: true,
        tab: 'request',
        note: event.note,
        loads: state.loads + 1,
        ...unpredicted,
        isLoaded: true,
        ...announced(`${event.note} Nothing is sent yet.`),
      };
    case 'refused':
      return { tab: 'request', note: event.note, ...announced(event.note) };
    case 'typed':
      return { raw: event.raw };
    case 'predicted':
      return { expected: event.status };
    case 'asked':
      return { isAsked: true, ...announced('First choose the status that you expect, or just send.') };
    case 'pressed':
      return { pressed: event.just };
    case 'sent':
      return { busy: true, withheld: undefined, failure: undefined };
    case 'withheld':
      return { failure: undefined, withheld: event.withheld };
    case 'failed':
      return {
        busy: false,
        failure: event.failure,
        arrivals: state.arrivals + 1,
        ...announced(`No response. ${event.failure.text}`),
      };
    case 'came': {
      const { exchange, sent, expected = null } = event;
      const { status } = exchange.response;
      return {
        busy: false,
        ...newest(exchange, exchanges),
        arrivals: state.arrivals + 1,
        compared: { parcel: sent, prediction: { expected, came: status } },
        // Another request may have been loaded while this one was on its way.
        ...(isSame(sent, parcelOf(state)) && { ...unpredicted, isLoaded: false }),
        ...announced(`${spoken(exchange)}${expected === null ? '' : ` You predicted ${expected}.`}`),
      };
    }
    case 'logged':
      return {
        exchanges: exchanges.map((shown) => (shown.id === event.exchange.id ? event.exchange : shown)),
      };
    case 'heard':
      return {
        ...newest(event.exchange, exchanges),
        ...announced(`From ${event.exchange.client}: ${spoken(event.exchange)}`),
      };
    case 'chosen':
      return { chosen: event.id, isOld: false };
    case 'log':
      return {
        log: event.log,
        exchanges: [...exchanges, ...(event.exchanges ?? [])].slice(0, exchangeLimit),
      };
    case 'announced':
      return announced(event.text);
  }
}

function newest(exchange: Shown, exchanges: readonly Shown[]) {
  return { exchanges: [exchange, ...exchanges].slice(0, exchangeLimit), chosen: undefined, isOld: false };
}

/** What a press of Send sends: the draft, or text that is none. */
export function parcelOf({ raw, draft }: AttemptState): Outgoing {
  return raw?.broken ? { raw: raw.broken } : { draft };
}

/** What was predicted of the request as it stands and what came of it; `stored` is of an earlier visit. */
export function outcomeOf(state: AttemptState, stored: Prediction | undefined): Prediction | undefined {
  const { begin, compared } = state;
  const last = compared ?? (begin && stored && { parcel: { draft: begin }, prediction: stored });
  return last && isSame(last.parcel, parcelOf(state)) ? last.prediction : undefined;
}

/** The exchange that is looked at: the newest, unless another was chosen; and the one before it. */
export function shownOf({ exchanges, chosen }: Pick<AttemptState, 'exchanges' | 'chosen'>) {
  const at = Math.max(
    0,
    exchanges.findIndex(({ id }) => id === chosen),
  );
  return { shown: exchanges[at], before: exchanges[at + 1] };
}

function isSame(a: Outgoing, b: Outgoing): boolean {
  return 'raw' in a ? 'raw' in b && a.raw === b.raw : 'draft' in b && a.draft === b.draft;
}
