/** Why an answer came, beyond the sentence that names the gate: what was seen, or what the response itself says. */
import { failedStep } from '@/components/trace/verdict';
import type { Field } from '@/lib/http-auth/message';
import type { Shown } from '../send';

export type Reason =
  | { readonly kind: 'evidence'; readonly saw: string; readonly expected: string | undefined }
  /** `value` comes from the wire and stands at the end of the sentence. */
  | { readonly kind: 'words'; readonly text: string; readonly value?: string };

const longest = 300;

/** The reason for `shown`, from its trace, or from what the response says by itself where no check refused. */
export function reasonFor(
  shown: Pick<Shown, 'request' | 'response' | 'trace' | 'seen' | 'awaitsLog'>,
): Reason | undefined {
  const { request, response, trace } = shown;
  const step = failedStep(trace);
  if (step) return { kind: 'evidence', saw: step.saw, expected: step.expected };
  const { status, fields, body } = response;
  if (status >= 300 && status < 400) {
    const value = fieldOf(fields, 'location');
    return value ? { kind: 'words', text: 'Location names the address to ask next:', value } : undefined;
  }
  if (status === 405) {
    const value = fieldOf(fields, 'allow');
    return value ? { kind: 'words', text: 'Allow lists the methods that are there:', value } : undefined;
  }
  if (status === 511) {
    return {
      kind: 'words',
      text: 'It is not the server that you asked. The network wants you to sign in to it first, and has kept the request.',
    };
  }
  if (status === 404 && trace.length === 0) {
    if (shown.awaitsLog) return { kind: 'words', text: 'The log of exchanges says which.' };
    const log = shown.seen === 'fetch' ? ', and the log of exchanges did not answer' : '';
    return { kind: 'words', text: `The response does not say which of the two${log}.` };
  }
  if (status < 300) {
    if (request.method !== 'OPTIONS' || trace.length) return undefined;
    return { kind: 'words', text: 'OPTIONS asks what may be sent here.' };
  }
  const text = detailOf(body);
  return text ? { kind: 'words', text } : undefined;
}

function fieldOf(fields: readonly Field[], name: string): string | undefined {
  const value = fields.find(([lineName]) => lineName.toLowerCase() === name)?.[1];
  return value && cut(value);
}

/** What a problem says in a sentence (RFC 9457 §3). */
function detailOf(body: string): string | undefined {
  try {
    const { detail } = JSON.parse(body) as { detail?: unknown };
    return typeof detail === 'string' ? cut(detail) : undefined;
  } catch {
    return undefined;
  }
}

const cut = (text: string) => (text.length > longest ? `${text.slice(0, longest)}…` : text);
