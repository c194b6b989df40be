/** JSON objects as JWTs must be read: a name comes once, nothing is guessed (RFC 7515 §4, RFC 7519 §4). */
import { inert, utf8 } from '../evidence';

export type JsonObject = Readonly<Record<string, unknown>>;

/** The object that the octets spell, or why they spell none. */
export type JsonReading =
  | { readonly ok: true; readonly object: JsonObject }
  | { readonly ok: false; readonly saw: string };

/** Reads octets as one JSON object in UTF-8 whose names are unique, at every depth down to 16. */
export function readJsonObject(bytes: Uint8Array): JsonReading {
  const text = utf8(bytes);
  if (text === undefined) return { ok: false, saw: 'bytes that are not UTF-8' };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { ok: false, saw: 'text that is not JSON' };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { ok: false, saw: `${kindOf(value)} in place of an object` };
  }
  const fault = structureFault(text);
  if (fault) return { ok: false, saw: fault };
  return { ok: true, object: value as JsonObject };
}

/** The own member called `name`; what an object inherits is no member. */
export function member(object: JsonObject, name: string): unknown {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

/** What kind of JSON value this is, with its article. */
export function kindOf(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'an array';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

/** No claim needs more, and what goes deeper could exhaust the stack of whoever writes it out again. */
const deepest = 16;

/** What is wrong with the objects and arrays of `text`, which is valid JSON. */
function structureFault(text: string): string | undefined {
  const open: (Set<string> | undefined)[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at];
    if (letter === '{') open.push(new Set());
    else if (letter === '[') open.push(undefined);
    else if (letter === '}' || letter === ']') open.pop();
    else if (letter === '"') {
      let end = at + 1;
      while (text[end] !== '"') end += text[end] === '\\' ? 2 : 1;
      let next = end + 1;
      while (' \t\r\n'.includes(text[next] ?? ':')) next += 1;
      if (text[next] === ':') {
        const name: string = JSON.parse(text.slice(at, end + 1));
        const names = open.at(-1);
        if (names?.has(name)) return `the name ${inert(name, 40)} twice`;
        names?.add(name);
      }
      at = end;
    }
    if (open.length > deepest) return `objects or arrays in each other, more than ${deepest} deep`;
  }
  return undefined;
}
