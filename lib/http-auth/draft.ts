/** A request that is still being edited: what a learner types, before it is a message on the wire. */
import type { Field, Message } from './message';

/** `path` begins with a slash and is relative to the resource; field values are text, not yet octets. */
export interface Draft {
  readonly method: string;
  readonly path: string;
  readonly fields: readonly Field[];
  readonly body?: string;
}

/** Text as the octets of its UTF-8 form, one character for each: how a terminal puts it into a field value. */
export function utf8Octets(text: string): string {
  let octets = '';
  for (const byte of new TextEncoder().encode(text)) octets += String.fromCharCode(byte);
  return octets;
}

/** The message that a draft becomes at the resource `base` (an absolute path without trailing slash). */
export function draftMessage(draft: Draft, base: string): Message {
  return {
    method: draft.method,
    target: base + draft.path,
    fields: draft.fields.map(([name, value]) => [name, utf8Octets(value)] as const),
    body: new TextEncoder().encode(draft.body ?? ''),
  };
}
