/** What the diagnosis knows of a cause: the part of its head that a browser needs, and no more. */

/** A text that a tool prints where this is the cause. */
export interface Saying {
  readonly text: string;
  readonly tool: string;
  readonly version?: string | undefined;
  /** Where it was seen; not among the data of a browser. */
  readonly source?: string | undefined;
  /** The text stands in more causes than this one. */
  readonly shared?: true | undefined;
}

/** A header that is there or is not, with a value where one is named. */
export interface FieldSign {
  readonly name: string;
  readonly present?: boolean | undefined;
  readonly value?: string | undefined;
}

/** Marks of an exchange that point to a cause; all that are named have to be there. */
export interface Sign {
  readonly status?: readonly number[] | undefined;
  readonly method?: readonly string[] | undefined;
  readonly request?: readonly FieldSign[] | undefined;
  readonly response?: readonly FieldSign[] | undefined;
  readonly body?: string | undefined;
  readonly host?: string | undefined;
  readonly before?: 'preflight' | 'redirect' | 'other-origin-redirect' | undefined;
  readonly find?: string | undefined;
  readonly strength: 'certain' | 'likely';
  readonly reason: string;
}

export interface Proof {
  readonly command: string;
  readonly look: string;
}

export interface CauseKnowledge {
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly inShort: { readonly means: string; readonly check: string; readonly fix: string };
  /** The usual one first. */
  readonly statuses: readonly number[];
  readonly asks: {
    readonly who: readonly string[];
    readonly challenge: 'yes' | 'no' | 'either';
    readonly signs: readonly string[];
    readonly unseen?: true | undefined;
  };
  readonly exercise?: { readonly slug: string; readonly draft: string } | undefined;
  /** Short names of the stacks that its page has code for. */
  readonly stacks?: readonly string[] | undefined;
  /** The words in which people describe it, each once, as `termsOf` writes them, with a space between. */
  readonly reports?: string | undefined;
  /** The words of real pastes that it was the reason of, as `wordsOfExamples` writes them. */
  readonly examples?: string | undefined;
  readonly says?: readonly Saying[] | undefined;
  readonly signs?: readonly Sign[] | undefined;
  /** Cues that people mention together where this is the cause. */
  readonly symptoms?: readonly (readonly string[])[] | undefined;
  readonly proof?: Proof | undefined;
}

/** The checks of the engine that a sign may name in `find`. */
export const checkNames = [
  'authorization-twice',
  'basic-not-base64',
  'basic-without-colon',
  'challenge-alone',
  'challenge-missing',
  'challenge-without-401',
  'block-page',
  'cached-refusal',
  'clock-apart',
  'cookie-not-sent',
  'cookie-refused',
  'credentials-in-two-places',
  'credentials-joined',
  'credentials-not-sent',
  'credentials-replaced',
  'credentials-unseen',
  'cors-missing',
  'cors-wildcard-with-credentials',
  'digest-other-nonce',
  'digest-stale',
  'headers-as-body',
  'id-token-sent',
  'login-page-instead',
  'name-with-underscore',
  'newline-in-base64',
  'not-ascii',
  'placeholder-sent',
  'preflight-refused',
  'presigned-expired',
  'redirect-dropped-authorization',
  'redirect-to-other-origin',
  'redirect-same-origin',
  'scheme-alone',
  'scheme-doubled',
  'scheme-glued',
  'scheme-missing',
  'scheme-other-than-asked',
  'scope-missing',
  'success-with-error',
  'token-expired',
  'token-from-the-future',
  'token-in-milliseconds',
  'token-lives-too-long',
  'token-malformed',
  'token-not-yet-valid',
  'token-other-audience',
  'token-unsigned',
  'value-quoted',
  'websocket-handshake',
] as const;

export type CheckName = (typeof checkNames)[number];
