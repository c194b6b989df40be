/** What a learner works through beside the requests: a decision in place of a server, or a list. */
import type { Draft } from './draft';

/** A decision to make in place of a server, or a list: requests to be answered, incidents to be mended. */
export type Sheet =
  | ProposalForm
  | { readonly kind: 'answers'; readonly requests: readonly SheetRequest[] }
  | { readonly kind: 'incidents'; readonly incidents: readonly SheetIncident[] };

/** What a learner decides in place of a server. POST and PUT of `path` propose it; GET shows what stands there now. */
export interface ProposalForm {
  readonly kind: 'proposal';
  /** Whose place the learner takes; that of the server where it is left out. */
  readonly side?: 'client';
  readonly path: string;
  readonly title: string;
  readonly asks: AnswerPart | OrderPart | ChoicePart;
  /** What stands there at first, as text/plain. */
  readonly begin: string;
  /** The shape of a proposal, by media type. */
  readonly send: Readonly<Record<'text/plain' | 'application/json', string>>;
}

/** A status, challenges and other headers; headers alone where `statuses` is left out. */
export interface AnswerPart {
  readonly kind: 'answer';
  readonly statuses?: readonly number[];
  /** Names of headers that a form offers. */
  readonly headers: readonly string[];
  /** What the lines are where they are no headers but are written like them: a `setting`. */
  readonly lines?: 'setting';
}

export interface OrderPart {
  readonly kind: 'order';
  readonly items: readonly ProposalItem[];
}

export interface ChoicePart {
  readonly kind: 'choice';
  readonly member: string;
  readonly items: readonly ProposalItem[];
}

export interface ProposalItem {
  readonly name: string;
  readonly means: string;
}

/** A request as text, the policy of its resource in words, and what the server finds out about its credentials. */
export interface SheetRequest {
  readonly name: string;
  readonly request: string;
  readonly resource: string;
  readonly finds: string;
}

/** What people report, and the request that failed. */
export interface SheetIncident {
  readonly number: number;
  readonly report: string;
  readonly captured: Draft;
}
