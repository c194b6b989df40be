/** What in a draft looks like a credential that somebody typed, so that a link can leave it out. */
import type { Draft } from '@/lib/http-auth/draft';
import type { Field } from '@/lib/http-auth/message';

/** Stands in place of a credential; it is a token68, so that the line around it stays as well formed as it was. */
export const leftOut = 'left-out';

export interface WithoutTyped {
  readonly draft: Draft;
  /** Where something was left out: `Authorization`, `access_token in the path`, `password in the body`. */
  readonly places: readonly string[];
}

const header =
  /^(?:proxy-)?authorization$|^cookie2?$|^dpop$|^signature(?:-input)?$|token|secret|password|credential|session|jwt|csrf|xsrf|(?:api|auth|access|private|subscription)[-_]?key|^x-auth/i;
/** Such headers name what is asked for, and carry nothing. */
const askingHeader = /^(?:accept|access-control|sec)-/i;
const member =
  /pass(?:word|wd|phrase|code)?$|^pwd$|secret|token$|assertion$|(?:api|access|private|auth)key|^key$|^code$|codeverifier|signature|^sig$|credential|session|^s?sid$|^jwt$|^auth(?:orization)?$|^otp$|^pin$|csrf|xsrf/;
const schemes = /^(?:basic|bearer|digest|dpop|token|apikey|negotiate|scram-sha-256)(?=\s|$|\{)/i;
const placeholder = /\{(?!:\})([^{}]*)\}/g;

/**
 * The draft with `left-out` for each value that looks like a credential. `template` holds placeholders for the wallet,
 * which stay; what stands in `start` as well, which the exercise begins with, was typed by nobody.
 */
export function withoutTyped(template: Draft, start?: Draft): WithoutTyped {
  const places: string[] = [];
  const leave = (place: string) => {
    if (!places.includes(place)) places.push(place);
    return leftOut;
  };
  const isGiven = ([name, value]: Field) =>
    start?.fields.some(([other, same]) => other === name && same === value) ?? false;
  const draft: Draft = {
    method: template.method,
    path: template.path === start?.path ? template.path : withoutInQuery(template.path, leave),
    fields: template.fields.map((field) => (isGiven(field) ? field : withoutInField(field, leave))),
    ...(template.body !== undefined && {
      body: template.body === start?.body ? template.body : withoutInBody(template.body, leave),
    }),
  };
  return { draft, places };
}

type Leave = (place: string) => string;

function withoutInField([name, value]: Field, leave: Leave): Field {
  if (!header.test(name) || askingHeader.test(name)) return [name, value];
  if (/^cookie2?$/i.test(name)) {
    const withoutValue = (pair: string, begin: string, text: string) =>
      isTyped(text) ? begin + leave(name) : pair;
    return [name, value.replace(/([^;=\s]+=)([^;]*)/g, withoutValue)];
  }
  if (!isTyped(value)) return [name, value];
  const [, scheme = ''] = /^(?:proxy-)?authorization$/i.test(name)
    ? (/^([!#$%&'*+.^_`|~\w-]+ +)\S/.exec(value) ?? [])
    : [];
  return [name, scheme + leave(name)];
}

function withoutInQuery(path: string, leave: Leave): string {
  const at = path.indexOf('?');
  if (at < 0) return path;
  return path.slice(0, at + 1) + withoutInPairs(path.slice(at + 1), 'in the path', leave);
}

function withoutInBody(body: string, leave: Leave): string {
  if (!/^\s*[[{]/.test(body)) return withoutInPairs(body, 'in the body', leave);
  // Text that is not quite JSON is shared as well, so it is not parsed.
  return body.replace(
    /("((?:[^"\\]|\\.)*)"\s*:\s*)("((?:[^"\\]|\\.)*)"|-?\d[\d.eE+-]*)/g,
    (whole, begin: string, name: string, value: string, text?: string) =>
      isMember(name) && isTyped(text ?? value) ? `${begin}"${leave(`${name} in the body`)}"` : whole,
  );
}

/** `name=value` pairs of a query or a form. */
function withoutInPairs(text: string, where: string, leave: Leave): string {
  return text.replace(/([^&=#\s]+)=([^&#\r\n]*)/g, (whole, name: string, value: string) =>
    isMember(name) && isTyped(value) ? `${name}=${leave(`${name} ${where}`)}` : whole,
  );
}

function isMember(name: string): boolean {
  return member.test(name.toLowerCase().replace(/[^a-z0-9]/g, ''));
}

/** True where more is left than punctuation and the names of schemes, once the placeholders are taken out. */
function isTyped(value: string, depth = 3): boolean {
  let rest = '';
  let last = 0;
  for (const { 0: whole, 1: inner = '', index } of value.matchAll(placeholder)) {
    rest += value.slice(last, index);
    last = index + whole.length;
    const [, encoded] = /^\w+=(.*)$/s.exec(inner) ?? [];
    if (encoded !== undefined && depth > 0 && isTyped(decoded(encoded), depth - 1)) return true;
  }
  rest = (rest + value.slice(last)).replace('[withheld]', '').trim();
  while (schemes.test(rest)) rest = rest.replace(schemes, '').trim();
  return rest !== leftOut && !/^(?:undefined|null|[^\p{Letter}\p{Number}]*)$/u.test(rest);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
