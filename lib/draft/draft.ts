/** A draft as the text of a request, and back (RFC 9112 §2.1, §3, §5). */
import type { Draft } from '@/lib/http-auth/draft';
import type { Field } from '@/lib/http-auth/message';
import { filledFields, isToken } from './fields';

/** Where a draft would be sent: `base` is the path of the resource, `host` the authority that serves it. */
export interface Place {
  readonly base: string;
  readonly host: string;
}

/** A request that is edited as text: `text` is left out while it is what the draft says; `broken` is the text where it is no draft. */
export interface RawText {
  readonly text?: string;
  readonly broken?: string;
}

export type ParsedDraft =
  | { readonly ok: true; readonly draft: Draft }
  /** `line` counts from 1. */
  | { readonly ok: false; readonly line: number; readonly reason: string };

const longest = 65_536;

/** The draft as HTTP text with line feeds. Its target is relative to the resource; nothing is added. */
export function formatRaw(draft: Draft): string {
  const lines = filledFields(draft).map(([name, value]) => `${name}: ${value}`);
  const head = [`${draft.method} ${draft.path} HTTP/1.1`, ...lines].join('\n');
  return draft.body ? `${head}\n\n${draft.body}` : head;
}

/**
 * Reads HTTP text as a draft. One space after a colon belongs to the notation, more are kept, and so is a space at
 * the end. A target that names `place` in full, and a Host line with its own host, become what they are in a draft:
 * a relative path, and nothing. The refusal names the first line that is wrong and why.
 */
export function parseRaw(text: string, place?: Place): ParsedDraft {
  if (text.length > longest) return refuse(1, 'More than 64 KiB of text.');
  const end = /\r?\n\r?\n|\r?\n$/.exec(text);
  const [requestLine = '', ...lines] = text.slice(0, end?.index).split(/\r?\n/);
  const request = parseRequestLine(requestLine, place);
  if (typeof request === 'string') return refuse(1, request);

  const fields: Field[] = [];
  for (const [index, line] of lines.entries()) {
    const field = parseFieldLine(line);
    if (typeof field === 'string') return refuse(index + 2, field);
    if (!isOwnHost(field, place)) fields.push(field);
  }
  const body = end ? text.slice(end.index + end[0].length) : '';
  return { ok: true, draft: body ? { ...request, fields, body } : { ...request, fields } };
}

function parseRequestLine(line: string, place?: Place): Pick<Draft, 'method' | 'path'> | string {
  if (line === '') return 'The request line is missing: method, space, target, space, HTTP/1.1.';
  const [method = '', target = '', version, ...more] = line.split(' ');
  if (!isToken(method))
    return `“${show(method)}” is not a method: letters, digits and a few signs (RFC 9110 §9.1).`;
  if (target === '') return 'There is no target after the method: one space, then a path such as /.';
  if (more.length)
    return 'There is one space too many: method, target and version contain none (RFC 9112 §3).';
  if (version !== undefined && version !== 'HTTP/1.1')
    return `“${show(version)}” is not the version HTTP/1.1.`;
  const path = place ? relative(target, place) : target;
  if (!path.startsWith('/'))
    return `The target “${show(target)}” does not begin with a slash (RFC 9112 §3.2.1).`;
  return { method, path };
}

function relative(target: string, { base, host }: Place): string {
  const path = target.replace(/^https?:\/\/([^/?#]*)/i, (whole, named) => (named === host ? '' : whole));
  if (!path.startsWith(base)) return path;
  const below = path.slice(base.length);
  if (below === '') return '/';
  return /^[/?]/.test(below) ? below.replace(/^\?/, '/?') : path;
}

function parseFieldLine(line: string): Field | string {
  if (/^[ \t]/.test(line))
    return 'A line that begins with a space no longer continues the line before it (RFC 9112 §5.2).';
  const colon = line.indexOf(':');
  if (colon < 0) return `“${show(line)}” has no colon between name and value (RFC 9112 §5).`;
  const name = line.slice(0, colon);
  if (name === '') return 'There is no name before the colon.';
  if (/[ \t]$/.test(name))
    return `There is a space between “${show(name.trimEnd())}” and its colon (RFC 9112 §5.1).`;
  if (!isToken(name)) return `“${show(name)}” is not a field name: letters, digits, hyphens (RFC 9110 §5.1).`;
  return [name, line.slice(colon + 1).replace(/^ /, '')];
}

function isOwnHost([name, value]: Field, place?: Place): boolean {
  return place !== undefined && name.toLowerCase() === 'host' && value === place.host;
}

function refuse(line: number, reason: string): ParsedDraft {
  return { ok: false, line, reason };
}

const show = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text);
