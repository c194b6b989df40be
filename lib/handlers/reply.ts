/** What came back from the worker in which a learner's code runs. Nothing in it is trusted. */
import type { Field } from '@/lib/http-auth/message';

/** A response as the code returned it. */
export interface Returned {
  readonly status: number;
  readonly fields: readonly Field[];
  readonly body: string;
}

/** What the code did with one request: it returned a response, or why there is none, as a clause after *the handler*. */
export type Outcome =
  | { readonly returned: Returned; readonly printed: readonly string[] }
  | { readonly failure: string; readonly printed: readonly string[] };

/** A message of the worker. */
export type WorkerMessage =
  /** The worker is there and waits for a program. */
  | { readonly kind: 'loaded' }
  /** The program is there and waits for requests. */
  | { readonly kind: 'ready' }
  /** The program cannot be run at all; `text` is a sentence. */
  | { readonly kind: 'broken'; readonly text: string }
  | { readonly kind: 'outcome'; readonly id: number; readonly outcome: Outcome };

const most = { fields: 32, text: 16_384, printed: 20, line: 500 };

/** Reads a message of the worker, or undefined where it is none that the worker of this page sends. */
export function readMessage(data: unknown): WorkerMessage | undefined {
  if (!Array.isArray(data)) return undefined;
  const [kind, ...rest] = data as unknown[];
  if (kind === 'loaded' || kind === 'ready') return { kind };
  if (kind === 'broken') return isText(rest[0]) ? { kind, text: rest[0] } : undefined;
  const [id, printed, ...more] = rest;
  if (!Number.isInteger(id) || !isTexts(printed, most.printed, most.line)) return undefined;
  if (kind === 'failed') {
    const [failure] = more;
    return isText(failure) ? outcome(id as number, { failure, printed }) : undefined;
  }
  const [status, flat, body] = more;
  if (kind !== 'returned' || typeof status !== 'number' || !isText(body)) return undefined;
  if (!isTexts(flat, most.fields * 2, most.text) || flat.length % 2) return undefined;
  const fields = Array.from(
    { length: flat.length / 2 },
    (_, at): Field => [flat[at * 2] ?? '', flat[at * 2 + 1] ?? ''],
  );
  return outcome(id as number, { returned: { status, fields, body }, printed });
}

function outcome(id: number, value: Outcome): WorkerMessage {
  return { kind: 'outcome', id, outcome: value };
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= most.text;
}

function isTexts(value: unknown, length: number, longest: number): value is string[] {
  return (
    Array.isArray(value) &&
    value.length <= length &&
    value.every((text) => typeof text === 'string' && text.length <= longest)
  );
}
