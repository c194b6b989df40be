/** What was read in a paste: exchanges as far as they are there, with the place of each piece in the text. */

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A header as it stands in the text; the span is that of its value. */
export interface ReadField extends Span {
  readonly name: string;
  readonly value: string;
}

export interface ReadRequest extends Span {
  readonly method: string;
  /** Absolute where the text shows a host, else the path alone; empty where neither is there. */
  readonly url: string;
  readonly fields: readonly ReadField[];
  readonly body: string;
  /** True where every header that was sent can be seen. */
  readonly whole: boolean;
}

export interface ReadResponse extends Span {
  /** 0 where a browser got none that its page may read. */
  readonly status: number;
  readonly reason: string;
  readonly fields: readonly ReadField[];
  readonly body: string;
  readonly bodySpan?: Span;
  /** True where every header that came can be seen. */
  readonly whole: boolean;
}

/** How a piece of the text was written down. */
export type Form =
  | 'raw HTTP'
  | 'curl -v'
  | 'curl -i'
  | 'wget'
  | 'Python http.client'
  | 'HAR'
  | 'copy as cURL'
  | 'copy as fetch'
  | 'copy as PowerShell'
  | 'HTTPie command'
  | 'network panel'
  | 'access log'
  | 'console line'
  | 'header lines'
  | 'challenge'
  | 'token'
  | 'Basic pair'
  | 'JSON error'
  | 'XML error'
  | 'HTML page'
  | 'message';

export interface ReadExchange {
  readonly form: Form;
  readonly request?: ReadRequest;
  readonly response?: ReadResponse;
  /** Browsers leave cookies and credentials out of a HAR, so what is missing there may have been sent. */
  readonly mayHideCredentials?: true;
}

/** An error as an API or a tool words it in JSON or XML. */
export interface ErrorBody extends Span {
  readonly dialect: string;
  readonly code: string;
  readonly message: string;
  readonly status?: number;
}

/** A token or a pair that stands in the text, taken apart. */
export interface ReadToken extends Span {
  readonly text: string;
  readonly header: Readonly<Record<string, unknown>>;
  readonly claims: Readonly<Record<string, unknown>>;
}

export type Reading =
  | { readonly ok: false; readonly reason: string }
  | {
      readonly ok: true;
      /** The text in which every span counts: what was pasted, without colour codes; of a HAR, its exchanges as text. */
      readonly text: string;
      readonly forms: readonly Form[];
      readonly exchanges: readonly ReadExchange[];
      readonly errors: readonly ErrorBody[];
      readonly tokens: readonly ReadToken[];
      /** Statuses that the text names outside of messages, the first first. */
      readonly statuses: readonly number[];
      /** What was left out, in a sentence each. */
      readonly notes: readonly string[];
    };

export type GoodReading = Extract<Reading, { ok: true }>;

/** The values of the headers called `name`, in order. */
export function valuesOf(
  message: { readonly fields: readonly ReadField[] } | undefined,
  name: string,
): ReadField[] {
  const lower = name.toLowerCase();
  return message?.fields.filter((field) => field.name.toLowerCase() === lower) ?? [];
}

/** The first header called `name`. */
export function fieldOf(
  message: { readonly fields: readonly ReadField[] } | undefined,
  name: string,
): ReadField | undefined {
  return valuesOf(message, name)[0];
}

/** The parts of an address, or undefined where it is none. A path alone gets the host of `fields`. */
export function addressOf(request: ReadRequest | undefined): URL | undefined {
  if (!request?.url) return undefined;
  const host = fieldOf(request, 'Host')?.value ?? fieldOf(request, ':authority')?.value;
  const origin = /^https?:\/\//i.test(request.url) ? '' : host ? `https://${host}` : undefined;
  if (origin === undefined) return undefined;
  try {
    return new URL(origin + request.url);
  } catch {
    return undefined;
  }
}
