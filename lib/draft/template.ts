/**
 * Drafts with placeholders instead of credentials, for lessons, links and what is kept between visits.
 *
 * | placeholder                     | becomes |
 * |---------------------------------|---------|
 * | `{username}`                    | that value of the wallet |
 * | `{base64:username:password}`    | Base64 of the UTF-8 of both, with a colon between (RFC 7617 §2) |
 * | `{base64:password}`             | Base64 of one value |
 * | `{base64=…}`                    | Base64 of `…`, which is percent-encoded and may hold placeholders itself |
 * | `{base64url=…}` `{latin1=…}`    | the same without padding and URL-safe (RFC 4648 §5), or of ISO-8859-1 |
 * | `{percent=…}`                   | percent-encoded (RFC 3986 §2.1) |
 * | `{:}`                           | an opening brace where one would begin a placeholder |
 *
 * Whatever is not in the wallet stays as it is typed.
 */
import { type Draft, utf8Octets } from '@/lib/http-auth/draft';

/** The values of a wallet by name. */
export type Values = Readonly<Record<string, string>>;

const name = '[A-Za-z0-9_-]+';
const placeholder = new RegExp(
  `\\{(:|${name}|base64:${name}(?::${name})?|(?:base64|base64url|latin1|percent)=[^{}]*)\\}`,
  'g',
);
const run = /[A-Za-z0-9+/_-]{4,}={0,2}/g;
const deepest = 3;
const withheld = '[withheld]';

type Coding = { encode(text: string): string; decode(text: string): string };

/** Each throws, or gives back something else, where it cannot express its input. */
const codings: Readonly<Record<string, Coding>> = {
  base64: { encode: (text) => btoa(utf8Octets(text)), decode: (text) => fromUtf8(atob(text)) },
  base64url: {
    encode: (text) => btoa(utf8Octets(text)).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, ''),
    decode: (text) => fromUtf8(atob(text.replace(/-/g, '+').replace(/_/g, '/'))),
  },
  latin1: { encode: btoa, decode: atob },
  percent: { encode: encodeURIComponent, decode: decodeURIComponent },
};

/** The draft with every placeholder that `wallet` can fill. */
export function expandDraft(draft: Draft, wallet: Values): Draft {
  return mapText(draft, (text) => expand(text, wallet, deepest));
}

/** The draft with placeholders for what it holds of `wallet`: `expandDraft` gives the same draft again. */
export function templateDraft(draft: Draft, wallet: Values): Draft {
  const names = longestFirst(wallet);
  return mapText(draft, (text) => template(text, names, deepest));
}

/** The same, but Base64 that holds something of `wallet` and cannot be a placeholder is left out altogether. */
export function guardedTemplate(draft: Draft, wallet: Values): Draft {
  const names = longestFirst(wallet);
  const guard = (encoded: string) => (leaks(encoded, names) ? withheld : undefined);
  return mapText(draft, (text) => template(text, names, deepest, guard));
}

/** Applies `change` to every text of a draft. */
function mapText({ method, path, fields, body }: Draft, change: (text: string) => string): Draft {
  return {
    method: change(method),
    path: change(path),
    fields: fields.map(([name, value]) => [change(name), change(value)] as const),
    ...(body !== undefined && { body: change(body) }),
  };
}

function expand(text: string, wallet: Values, depth: number): string {
  return text.replace(placeholder, (whole, inner: string) => {
    if (inner === ':') return '{';
    const [, coding = '', content] = /^(\w+)=(.*)$/s.exec(inner) ?? [];
    try {
      if (content !== undefined) {
        return depth > 0
          ? (codings[coding]?.encode(expand(decodeURIComponent(content), wallet, depth - 1)) ?? whole)
          : whole;
      }
      const [first = '', ...names] = inner.split(':');
      if (!names.length) return valueIn(wallet, first) ?? whole;
      const values = names.map((name) => valueIn(wallet, name));
      return values.includes(undefined) ? whole : btoa(utf8Octets(values.join(':')));
    } catch {
      return whole;
    }
  });
}

type Known = readonly (readonly [name: string, value: string])[];
type Guard = (encoded: string) => string | undefined;

function template(text: string, names: Known, depth: number, guard?: Guard): string {
  const values = names.flatMap(([name, value]) => {
    const escaped = encodeURIComponent(value);
    const plain = [value, `{${name}}`] as const;
    return escaped === value
      ? [plain]
      : [plain, [escaped, `{percent=${encodeURIComponent(`{${name}}`)}}`] as const];
  });
  return replaceAny(text, values, (rest) =>
    depth > 0 ? templateRuns(rest, names, depth, guard) : literal(rest),
  );
}

/** Replaces each of `pairs` where it stands; what lies between goes through `between`. */
function replaceAny(
  text: string,
  pairs: readonly (readonly [string, string])[],
  between: (rest: string) => string,
): string {
  const [pair, ...others] = pairs;
  if (!pair) return between(text);
  return text
    .split(pair[0])
    .map((part) => replaceAny(part, others, between))
    .join(pair[1]);
}

function templateRuns(text: string, names: Known, depth: number, guard?: Guard): string {
  let out = '';
  let last = 0;
  for (const match of text.matchAll(run)) {
    const replaced = templateRun(match[0], names, depth) ?? guard?.(match[0]);
    if (replaced === undefined) continue;
    out += literal(text.slice(last, match.index)) + replaced;
    last = match.index + match[0].length;
  }
  return out + literal(text.slice(last));
}

/** A run of Base64 that holds something of the wallet, as a placeholder that expands to the same run. */
function templateRun(encoded: string, names: Known, depth: number): string | undefined {
  for (const coding of ['base64', 'base64url', 'latin1']) {
    const plain = recode(coding, encoded);
    if (plain === undefined) continue;
    const inner = template(plain, names, depth - 1);
    if (inner === literal(plain)) continue;
    const short = /^\{([A-Za-z0-9_-]+)\}(?::\{([A-Za-z0-9_-]+)\})?$/.exec(inner);
    if (coding === 'base64' && short) return `{base64:${[short[1], short[2]].filter(Boolean).join(':')}}`;
    return `{${coding}=${encodeURIComponent(inner)}}`;
  }
  return undefined;
}

function recode(coding: string, encoded: string): string | undefined {
  try {
    const plain = codings[coding]?.decode(encoded);
    return plain !== undefined && codings[coding]?.encode(plain) === encoded ? plain : undefined;
  } catch {
    return undefined;
  }
}

/** True where Base64, wherever it begins in the run, decodes to something that holds a value. */
function leaks(encoded: string, names: Known): boolean {
  const standard = encoded.replace(/-/g, '+').replace(/_/g, '/').replace(/=+$/, '');
  return [0, 1, 2, 3].some((start) => {
    const quanta = standard.slice(start);
    const octets = atob(quanta.length % 4 === 1 ? quanta.slice(0, -1) : quanta);
    return names.some(([, value]) => octets.includes(utf8Octets(value)) || octets.includes(value));
  });
}

/** Text in which nothing reads as a placeholder. */
function literal(text: string): string {
  return text.replace(placeholder, (whole) => `{:}${whole.slice(1)}`);
}

/** Longer values first, so that no value is cut by a shorter one that it holds. */
function longestFirst(wallet: Values): Known {
  const usable = new RegExp(`^${name}$`);
  return Object.entries(wallet)
    .filter(([name, value]) => value !== '' && usable.test(name))
    .sort(([, a], [, b]) => b.length - a.length);
}

function valueIn(wallet: Values, name: string): string | undefined {
  return Object.hasOwn(wallet, name) ? wallet[name] : undefined;
}

function fromUtf8(octets: string): string {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
    Uint8Array.from(octets, (octet) => octet.charCodeAt(0)),
  );
}
