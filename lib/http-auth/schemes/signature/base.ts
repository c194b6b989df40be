/** The signature base: the lines over which an HTTP message signature is made (RFC 9421 §2). */
import { authorityOf, fieldValue, type Message, rawQuery } from '@/lib/http-auth/message';
import {
  type InnerList,
  type Item,
  isInnerList,
  type Member,
  serializeMember,
} from '@/lib/http-auth/structured-fields';

/** The base as a string of octets, or the component that the message cannot give and why. */
export type Base =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly component: string; readonly why: string };

/** The members that RFC 9421 §2 calls covered components: strings, each with its parameters. */
export function isComponentList(member: Member): member is InnerList {
  return isInnerList(member) && member.items.every(({ bare }) => bare.type === 'string');
}

/** The names of the components, without their parameters. */
export function componentNames({ items }: InnerList): string[] {
  return items.map(({ bare }) => String(bare.value));
}

/**
 * Builds the base of `input` over a request that reached `origin` (RFC 9421 §2.5). Components come from the raw
 * target and the unmerged field lines; the last line is `input` as read and written again (RFC 9421 §3.2, §2.3), so
 * that white space in the field as it came changes nothing.
 */
export function signatureBase(message: Message, origin: string, input: InnerList): Base {
  const lines: string[] = [];
  for (const item of input.items) {
    const value = componentValue(message, origin, item);
    const component = serializeMember(item);
    if (typeof value === 'object') return { ok: false, component, why: value.why };
    lines.push(`${component}: ${value}`);
  }
  lines.push(`"@signature-params": ${serializeMember(input)}`);
  return { ok: true, text: lines.join('\n') };
}

type Value = string | { readonly why: string };

function componentValue(message: Message, origin: string, { bare, params }: Item): Value {
  const name = String(bare.value);
  if (name === '@query-param') {
    const paramName = params.get('name');
    if (params.size !== 1 || paramName?.type !== 'string')
      return { why: 'it needs the parameter name alone' };
    return queryParam(message, paramName.value);
  }
  const [paramName] = params.keys();
  if (paramName !== undefined) return { why: `the parameter ${paramName} is not supported here` };
  if (name.startsWith('@')) {
    const derive = derived.get(name);
    return derive ? derive(message, origin) : { why: 'no request has this component' };
  }
  return fieldValue(message, name) ?? { why: 'the request has no such header' };
}

const derived: ReadonlyMap<string, (message: Message, origin: string) => string> = new Map([
  ['@method', ({ method }: Message) => method],
  ['@authority', authorityOf],
  ['@scheme', (_message: Message, origin: string) => new URL(origin).protocol.slice(0, -1)],
  [
    '@target-uri',
    (message: Message, origin: string) =>
      message.absolute ?? `${new URL(origin).protocol}//${authorityOf(message, origin)}${message.target}`,
  ],
  ['@request-target', ({ absolute, target }: Message) => absolute ?? target],
  ['@path', ({ target }: Message) => target.split('?')[0] || '/'],
  ['@query', (message: Message) => `?${rawQuery(message) ?? ''}`],
]);

/** One parameter of the query, decoded and encoded again; one that repeats has no value (RFC 9421 §2.2.8). */
function queryParam(message: Message, paramName: string): Value {
  const values = [...new URLSearchParams(rawQuery(message) ?? '')].filter(
    ([name]) => reencoded(name) === paramName,
  );
  const [first] = values;
  if (!first) return { why: 'the query has no such parameter' };
  return values.length > 1 ? { why: 'the query has it more than once' } : reencoded(first[1]);
}

function reencoded(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()~]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
