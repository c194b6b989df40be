/** What a workbench shows beside its draft and its exchanges, and what changes it. */
import type { RawText } from '@/lib/draft/draft';

export interface WorkbenchState {
  /** The tab that is looked at, and those that ever were: their programs are loaded. */
  readonly tab: string;
  readonly opened: readonly string[];
  /** The request as text, while it is written so. */
  readonly raw: RawText | undefined;
  /** What is said above the request of where it came from. */
  readonly note: string | undefined;
  /** A request was loaded since the answer that is shown. */
  readonly isOld: boolean;
  /** How many answers and failures came to requests of this page. */
  readonly arrivals: number;
  /** How many requests a link or the text of the page brought. */
  readonly loads: number;
}

export type WorkbenchEvent =
  | { readonly type: 'selected'; readonly tab: string }
  | { readonly type: 'wrote'; readonly raw: RawText | undefined }
  /** A link or the text of the page brought a request; `isLoaded` if it took the place of the one before. */
  | { readonly type: 'offered'; readonly note: string; readonly isLoaded: boolean }
  /** The help or a sheet put another request into its place. */
  | { readonly type: 'replaced' }
  | { readonly type: 'answered' }
  | { readonly type: 'failed' }
  /** An answer that came before, or from elsewhere, is looked at. */
  | { readonly type: 'looked' };

export const newWorkbench: WorkbenchState = {
  tab: 'request',
  opened: [],
  raw: undefined,
  note: undefined,
  isOld: false,
  arrivals: 0,
  loads: 0,
};

/** The state after an event. */
export function afterEvent(state: WorkbenchState, event: WorkbenchEvent): WorkbenchState {
  const { opened, arrivals, loads } = state;
  switch (event.type) {
    case 'selected':
      return {
        ...state,
        tab: event.tab,
        opened: opened.includes(event.tab) ? opened : [...opened, event.tab],
      };
    case 'wrote':
      return { ...state, raw: event.raw };
    case 'offered': {
      const shown = { ...state, tab: 'request', note: event.note };
      return event.isLoaded ? { ...shown, raw: undefined, isOld: true, loads: loads + 1 } : shown;
    }
    case 'replaced':
      return { ...state, raw: undefined, isOld: true };
    case 'answered':
      return { ...state, isOld: false, arrivals: arrivals + 1 };
    case 'failed':
      return { ...state, arrivals: arrivals + 1 };
    case 'looked':
      return state.isOld ? { ...state, isOld: false } : state;
  }
}
