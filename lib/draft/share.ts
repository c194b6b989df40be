/** A draft as the fragment of a link: no credential of the wallet is in it, and none reaches a server. */
import type { Draft } from '@/lib/http-auth/draft';
import { utf8Octets } from '@/lib/http-auth/draft';
import type { Field } from '@/lib/http-auth/message';
import { leftOut, type WithoutTyped, withoutTyped } from './credentials';
import { expandDraft, guardedTemplate, type Values } from './template';

export type SharedDraft =
  | { readonly ok: true; readonly draft: Draft; readonly credentials: SharedCredentials }
  | { readonly ok: false; readonly reason: string };

/** Where the credentials of a shared draft come from: the reader's wallet, the link itself, or nowhere yet. */
type SharedCredentials = 'wallet' | 'link' | 'left-out';

const mark = 'draft=';
const longest = 16_384;
const mostFields = 64;

/** The fragment, without `#`, that brings `draft` to somebody else, with placeholders for all of `wallet`. */
export function shareDraft(draft: Draft, wallet: Values): string {
  return templateFragment(guardedTemplate(draft, wallet));
}

/** What a link carries where typed credentials stay behind: a draft with placeholders, and what was left out of it. */
export function shareable(draft: Draft, wallet: Values, start: Draft): WithoutTyped {
  return withoutTyped(guardedTemplate(draft, wallet), guardedTemplate(start, wallet));
}

/** The fragment, without `#`, of a draft that holds placeholders already. */
export function templateFragment({ method, path, fields, body }: Draft): string {
  const json = JSON.stringify([method, path, fields, ...(body === undefined ? [] : [body])]);
  return mark + btoa(utf8Octets(json)).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

/**
 * Reads the fragment of a link, with or without `#`, and fills in one's own wallet. Undefined where the fragment is
 * not about a draft; a reason where it is too large, damaged or not a draft.
 */
export function readShared(fragment: string, wallet: Values): SharedDraft | undefined {
  const text = fragment.replace(/^#/, '');
  if (!text.startsWith(mark)) return undefined;
  if (text.length > longest) return { ok: false, reason: 'The link is too long for a request.' };
  const draft = draftOf(parse(text.slice(mark.length)));
  if (!draft) return { ok: false, reason: 'The link is damaged: it does not contain a request.' };
  return { ok: true, draft: expandDraft(draft, wallet), credentials: credentialsOf(draft) };
}

function credentialsOf(template: Draft): SharedCredentials {
  const { path, fields, body = '' } = template;
  if ([path, body, ...fields.flat()].some((text) => text.includes(leftOut))) return 'left-out';
  return withoutTyped(template).places.length ? 'link' : 'wallet';
}

function parse(encoded: string): unknown {
  try {
    const octets = atob(encoded.replace(/-/g, '+').replace(/_/g, '/'));
    const bytes = Uint8Array.from(octets, (octet) => octet.charCodeAt(0));
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

function draftOf(value: unknown): Draft | undefined {
  if (!Array.isArray(value) || value.length < 3 || value.length > 4) return undefined;
  const [method, path, fields, body]: unknown[] = value;
  if (typeof method !== 'string' || typeof path !== 'string' || !path.startsWith('/')) return undefined;
  if (!Array.isArray(fields) || fields.length > mostFields || !fields.every(isField)) return undefined;
  if (body !== undefined && typeof body !== 'string') return undefined;
  return { method, path, fields, ...(body !== undefined && { body }) };
}

function isField(value: unknown): value is Field {
  return Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === 'string');
}
