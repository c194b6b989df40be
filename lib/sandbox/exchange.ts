/** An exchange: a request with its response, both as they crossed the wire, and the trace between them. */
import type { Step } from '@/lib/http-auth/decision';
import type { Draft } from '@/lib/http-auth/draft';
import type { Field } from '@/lib/http-auth/message';
import type { Rule } from '@/lib/http-auth/rule';

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

/** A list to work through: requests to be answered, or incidents to be mended. */
export type Sheet =
  | { readonly kind: 'answers'; readonly requests: readonly SheetRequest[] }
  | { readonly kind: 'incidents'; readonly incidents: readonly SheetIncident[] };

export interface SheetRequest {
  readonly name: string;
  readonly request: string;
  readonly resource: string;
  readonly finds: string;
}

export interface SheetIncident {
  readonly number: number;
  readonly report: string;
  readonly captured: Brief['start'];
}

/** One tier of help, as `GET {urls.hints}/{tier}` answers it; the last tier brings every request of the solution. */
export interface Hint {
  readonly tier: number;
  readonly text: string;
  /** In the order in which they are sent. */
  readonly requests?: readonly WayRequest[];
}

/** One request of a worked solution. */
export interface WayRequest {
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

/** An exercise as a page may see it: no keys, no verifiers. */
export interface ExerciseView {
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

/** The request that an exercise begins with, and its wallet, with the credentials of figures. */
export interface Opening {
  readonly draft: Draft;
  readonly wallet: readonly { readonly label: string; readonly value: string }[];
}
