/** Hops that refuse with 403 before an application sees the request, as firewalls and gateways do. */
import { type Check, failed, passed, type Step } from '@/lib/http-auth/decision';
import { inert, utf8 } from '@/lib/http-auth/evidence';
import { type Message, rawQuery } from '@/lib/http-auth/message';
import type { Policy } from '@/lib/http-auth/policies';

/** A rule of a firewall about text, whoever sends it. */
export interface TextRule {
  /** The number by which logs and exceptions name it. */
  readonly number: number;
  readonly about: string;
  readonly pattern: RegExp;
}

export const scriptRule: TextRule = { number: 941, about: 'a script', pattern: /<\s*script\b/i };
export const sqlRule: TextRule = {
  number: 942,
  about: 'a query of a database',
  pattern: /\b(?:select|delete|insert|union)\b[\s\S]{0,80}\b(?:from|into)\b/i,
};

const harmless: Check = {
  stage: 'authorization',
  check: 'no text of the request looks like an attack',
  failure: 'a text of the request looks like an attack to the firewall',
  rule: 'RFC 9110 §15.5.4',
};

/** The first of `rules` that the query or the content of a message meets, with the step of asking. */
export function firewall(
  message: Message,
  rules: readonly TextRule[],
): { readonly met?: TextRule; readonly step: Step } {
  const text = `${plain(rawQuery(message) ?? '')}\n${utf8(message.body) ?? ''}`;
  const met = rules.find(({ pattern }) => pattern.test(text));
  if (!met) return { step: passed(harmless, 'no rule is met') };
  const match = inert(met.pattern.exec(text)?.[0] ?? '', 40);
  const saw = `rule ${met.number}, ${met.about}: ${match}`;
  return { met, step: failed(harmless, saw, 'other words, or an exception to the rule') };
}

/** Lets everybody pass whose request meets none of `rules`: a filter of texts behind the sign-in. */
export function filtered(rules: readonly TextRule[]): Policy {
  return {
    checks: [harmless],
    judge(_principal, message, note) {
      const { met, step } = firewall(message, rules);
      note(step);
      return met ? { granted: false } : { granted: true };
    },
  };
}

/** The text that a query stands for; as it is where it cannot be decoded. */
function plain(query: string): string {
  try {
    return decodeURIComponent(query.replaceAll('+', ' '));
  } catch {
    return query;
  }
}

const near: Check = {
  stage: 'authorization',
  check: 'the connection comes from an address that is allowed for this path',
  failure: 'the connection comes from an address that is not allowed for this path',
  rule: 'RFC 9110 §15.5.4',
};

/**
 * Whether a rule for addresses lets a request for `path` pass. The addresses are 192.0.2.0/24, which is for
 * documentation (RFC 5737 §3): no connection comes from there, and no header of a request makes it so.
 */
export function addressRule(path: string, guarded: string): Step {
  return path.startsWith(guarded)
    ? failed(near, 'an address outside 192.0.2.0/24', 'an address of the office, or another path')
    : passed(near, 'no rule for this path');
}

/** A page of HTML as gateways and file servers send it: the same words, whatever the reason. */
export function refusalPage(title: string, by: string): string {
  return `<!doctype html>\n<title>${title}</title>\n<h1>${title}</h1>\n<hr>\n<p>${by}</p>\n`;
}

/** The path of a message without its query, below `resource`, the absolute address of an attempt. */
export function pathBelow(message: Message, resource: string): string {
  const [path = ''] = message.target.split('?');
  const base = resource && new URL(resource).pathname;
  return path.startsWith(base) ? path.slice(base.length) : path;
}
