/** An exchange: a request with its response, both as they crossed the wire, and the trace between them. */
import type { Step } from '@/lib/http-auth/decision';
import type { Draft } from '@/lib/http-auth/draft';
import type { Field } from '@/lib/http-auth/message';
import type { Rule } from '@/lib/http-auth/rule';
import type { Sheet } from '@/lib/http-auth/sheet';

export interface WireRequest {
  readonly method: string;
  /** The raw request-target. */
  readonly target: string;
  readonly fields: readonly Field[];
  /** Text of the body, cut at 4 KiB. */
  readonly body: string;
}

export interface WireResponse {
  readonly status: number;
  readonly reason: string;
  readonly fields: readonly Field[];
  readonly body: string;
}

export interface Exchange {
  readonly id: string;
  /** ISO 8601. */
  readonly at: string;
  /** What sent it, read from User-Agent: `curl 7.88.1`, `Chromium 156`, `HTTPie 3.2.1`, `unnamed client`. */
  readonly client: string;
  readonly request: WireRequest;
  readonly response: WireResponse;
  /** Empty where the request never reached the gates. */
  readonly trace: readonly Step[];
  readonly solved: boolean;
  /** From the first octet of the request to the last of the response, as the server saw it. */
  readonly milliseconds: number;
}

/** What a learner was given, as `GET /api/briefs/{exercise}/{attempt}` answers it. */
export interface Brief {
  readonly slug: string;
  readonly title: string;
  readonly task: string;
  readonly wallet: readonly { readonly name: string; readonly label: string; readonly value: string }[];
  readonly start: {
    readonly method: string;
    readonly path: string;
    readonly fields: readonly Field[];
    readonly body?: string;
  };
  readonly goal: { readonly status: number; readonly method?: string; readonly path?: string };
  readonly sheet?: Sheet;
  /** How many tiers of help there are; each at `urls.hints` + `/1`, `/2` … */
  readonly hints: number;
  /** The rule that this server breaks, as real ones do. */
  readonly wrongOnPurpose?: Rule;
  readonly urls: {
    /** Without trailing slash; `path` of a draft is appended. */
    readonly resource: string;
    readonly exchanges: string;
    readonly relay: string;
    readonly hints: string;
    readonly jwks?: string;
    readonly token?: string;
    readonly metadata?: string;
  };
}

/** True where `draft` sends what a sheet asks for: all of a list, and of a proposal the request that proposes it. */
export function isSheet(draft: Draft, sheet: Sheet | undefined): boolean {
  return sheet !== undefined && (sheet.kind !== 'proposal' || draft.path === sheet.path);
}

/** One tier of help, as `GET {urls.hints}/{tier}` answers it; the last tier brings every request of the solution. */
export interface Hint {
  readonly tier: number;
  readonly text: string;
  /** In the order in which they are sent. */
  readonly requests?: readonly SolutionRequest[];
}

/** One request of a worked solution. */
export interface SolutionRequest {
  /** One sentence: why it is sent. */
  readonly why: string;
  /** With a name in place of each value that an earlier answer brings, or that is made new for each request. */
  readonly shown: Draft;
  /** With all its values; left out while an answer that it needs has not come. */
  readonly draft?: Draft;
  /** The numbers of the requests whose answers are missing, from 1. */
  readonly after?: readonly number[];
  /** The status that it got in this attempt, where it was sent already. */
  readonly status?: number;
}

/** An exercise as a list may see it: no keys, no verifiers. */
export interface ExerciseSummary {
  readonly slug: string;
  readonly title: string;
  readonly task: string;
  readonly level: 1 | 2 | 3;
  readonly open: boolean;
  readonly schemes: readonly string[];
  readonly goal: { readonly status: number; readonly method?: string; readonly path?: string };
  readonly paths: readonly string[];
  readonly methods: readonly string[];
  /** True where the page lets the browser keep cookies for it. */
  readonly cookies: boolean;
  /** The rule that this server breaks, as real ones do. */
  readonly wrongOnPurpose?: Rule;
  /** The slugs of lessons that use it. */
  readonly lessons: readonly string[];
}

/** An exercise as its page and its sandbox see it. */
export interface ExerciseView extends ExerciseSummary {
  /** The statuses to choose from in a prediction, in ascending order. */
  readonly statuses: readonly number[];
  /** True where an answer brings a value that a later request needs: a token, a cookie, a nonce, a code. */
  readonly bringsValues: boolean;
}

/** What a page shows of an exercise before it has the brief of an attempt (lib/figures/initial-draft.ts). */
export interface InitialDraft {
  readonly draft: Draft;
  readonly wallet: Brief['wallet'];
  /** There where the brief will bring a sheet. */
  readonly sheet?: Sheet['kind'];
  /** The draft is what the sheet asks for, so no status is predicted for it. */
  readonly isSheet: boolean;
  /** The draft as `fetch` takes it; left out where only the brief tells what to send, or the relay has to send it. */
  readonly first?: {
    readonly path: string;
    readonly method: string;
    readonly headers: readonly Field[];
  };
}
