/** What a page's own `fetch` would not send as it was typed (Fetch §2.2.2, §5.1); the relay sends it instead. */
import type { Draft } from '@/lib/http-auth/draft';
import { filledFields, isToken } from './fields';

/** `field` is the index of the row it is about; without it, `part` says which part of the request. */
export interface RelayReason {
  readonly field?: number;
  readonly part: 'method' | 'path' | 'field' | 'body';
  readonly text: string;
}

const forbidden = new Set(
  (
    'accept-charset accept-encoding access-control-request-headers access-control-request-method connection ' +
    'content-length cookie cookie2 date dnt expect host keep-alive origin referer set-cookie te trailer ' +
    'transfer-encoding upgrade user-agent via'
  ).split(' '),
);
const overrides = new Set(['x-http-method', 'x-http-method-override', 'x-method-override']);
const folded = new Set(['DELETE', 'GET', 'HEAD', 'OPTIONS', 'POST', 'PUT']);

// Asked at each rendering and again at a press, when somebody waits.
const reasonsOf = new WeakMap<Draft, readonly RelayReason[]>();

/** Why a browser cannot send `draft` as it is: empty where it can. */
export function relayReasons(draft: Draft): readonly RelayReason[] {
  const reasons = reasonsOf.get(draft) ?? [
    ...methodReasons(draft),
    ...pathReasons(draft),
    ...fieldReasons(draft),
    ...bodyReasons(draft),
  ];
  reasonsOf.set(draft, reasons);
  return reasons;
}

/** The reasons in as few sentences as they need: a reason that several lines share is given once. */
export function relaySentences(draft: Draft): string {
  const reasons = relayReasons(draft);
  const nameOf = ({ field }: RelayReason) => draft.fields[field ?? -1]?.[0] ?? '';
  const forbiddenNames = new Set(reasons.map(nameOf).filter(isForbidden));
  const others = new Set(reasons.filter((reason) => !isForbidden(nameOf(reason))).map(({ text }) => text));
  const sentences = forbiddenNames.size
    ? [forbiddenReason(list([...forbiddenNames])), ...others]
    : [...others];
  return sentences.join(' ');
}

function list(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} or ${last}` : last;
}

function isForbidden(name: string): boolean {
  return isToken(name) && (forbidden.has(name.toLowerCase()) || /^(?:proxy|sec)-/i.test(name));
}

function forbiddenReason(names: string): string {
  return `A browser does not let a page set ${names}.`;
}

function methodReasons({ method }: Draft): RelayReason[] {
  const reason = (text: string): RelayReason[] => [{ part: 'method', text }];
  const upper = method.toUpperCase();
  if (!isToken(method)) return reason('A browser refuses a method that is not a token.');
  if (/^(?:CONNECT|TRACE|TRACK)$/.test(upper)) return reason(`A browser does not let a page send ${upper}.`);
  if (upper !== method && folded.has(upper))
    return reason(`A browser would write ${upper}; methods are case-sensitive.`);
  return [];
}

function pathReasons({ path }: Draft): RelayReason[] {
  const target = `/x${path}`;
  let sent = '';
  try {
    const url = new URL(`http://door.example${target}`);
    sent = url.pathname + url.search;
  } catch {
    // Not a URL at all: told below like one that would be rewritten.
  }
  if (sent === target && !path.startsWith('//')) return [];
  const why = path.includes('#') ? 'does not send what follows #' : 'would rewrite this path';
  return [{ part: 'path', text: `A browser ${why}.` }];
}

function fieldReasons(draft: Draft): RelayReason[] {
  const names = filledFields(draft).map(([name]) => name.toLowerCase());
  return draft.fields.flatMap(([name, value], field) => {
    if (name === '' && value === '') return [];
    const twice = names.filter((other) => other === name.toLowerCase()).length > 1;
    const text = nameReason(name, value) ?? (twice ? mergedReason(name) : undefined) ?? valueReason(value);
    return text ? [{ field, part: 'field' as const, text }] : [];
  });
}

function nameReason(name: string, value: string): string | undefined {
  if (!isToken(name)) return 'A browser refuses this: it is not a field name.';
  if (isForbidden(name)) return forbiddenReason(name);
  if (overrides.has(name.toLowerCase()) && /\b(?:connect|trace|track)\b/i.test(value))
    return 'A browser drops this line.';
  return undefined;
}

function mergedReason(name: string): string {
  return `A browser would join both ${name} lines into one, with a comma between.`;
}

function valueReason(value: string): string | undefined {
  if (/[\0-\x08\x0a-\x1f\x7f]/.test(value)) return 'A browser refuses control characters here.';
  if (/^[ \t]|[ \t]$/.test(value)) return 'A browser would cut the space at the end or beginning.';
  if (/[^\0-\xff]/.test(value)) return 'A browser refuses characters above U+00FF here.';
  if (/[^\0-\x7f]/.test(value)) return 'A browser would send ISO-8859-1 here, a terminal sends UTF-8.';
  return undefined;
}

function bodyReasons({ method, body }: Draft): RelayReason[] {
  if (!body || !/^(?:GET|HEAD)$/i.test(method)) return [];
  return [{ part: 'body', text: `A browser refuses a body with ${method.toUpperCase()}.` }];
}
