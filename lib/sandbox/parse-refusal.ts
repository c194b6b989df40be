/** Why the server's parser refused a request head, as a check of the syntax gate (RFC 9112 §2.1, §5). */

import { isToken } from '@/lib/draft/fields';
import { type Check, failed, type Step } from '@/lib/http-auth/decision';
import { count } from '@/lib/http-auth/evidence';
import type { Rule } from '@/lib/http-auth/rule';

type Fault = readonly [rule: Rule, saw: string, expected: string];

const wellFormed = 'method, space, target, space, HTTP/1.1; then one header a line';

/**
 * The check that `status` speaks of, where it is about how the request was written; no content of the request is
 * repeated. `lines` are the field lines of the head, without the request line.
 */
export function parseRefusal(status: number, lines: readonly string[], octets: number): Step[] {
  if (status === 431) {
    const check: Check = {
      stage: 'syntax',
      check: 'the head is as small as the server reads',
      failure: 'the headers are too large',
      rule: 'RFC 6585 §5',
    };
    return [failed(check, count(octets, 'byte'), 'fewer bytes in all headers together')];
  }
  if (status === 501) return [unknownIn(lines)];
  if (status !== 400) return [];
  const [rule, saw, expected] = faultOf(lines);
  return [
    failed(
      { stage: 'syntax', check: 'the request can be parsed', failure: 'the request cannot be parsed', rule },
      saw,
      expected,
    ),
  ];
}

function unknownIn(lines: readonly string[]): Step {
  const isCoded = lines.some((line) => /^transfer-encoding:/i.test(line));
  const what = isCoded ? 'transfer coding' : 'method';
  const check: Check = {
    stage: 'syntax',
    check: `the server knows the ${what}`,
    failure: `the server does not know the ${what}`,
    rule: isCoded ? 'RFC 9112 §6.1' : 'RFC 9110 §9.1',
  };
  const saw = isCoded ? 'another coding than chunked' : 'a method that no resource here has';
  return failed(check, saw, isCoded ? 'chunked, or a Content-Length' : 'a method in capitals, such as GET');
}

function faultOf(lines: readonly string[]): Fault {
  for (const [index, line] of lines.entries()) {
    const fault = lineFault(line, `line ${index + 2}`);
    if (fault) return fault;
  }
  return ['RFC 9112 §2.1', 'a message that the parser cannot read', wellFormed];
}

function lineFault(line: string, where: string): Fault | undefined {
  if (/^[ \t]/.test(line)) {
    return [
      'RFC 9112 §5.2',
      `a space at the start of ${where}`,
      'a line that begins with the name of a header',
    ];
  }
  const colon = line.indexOf(':');
  if (colon < 0) return ['RFC 9112 §5', `no colon in ${where}`, 'a name, a colon, a value'];
  const name = line.slice(0, colon);
  if (name === '') return ['RFC 9112 §5', `no name before the colon of ${where}`, 'a name, a colon, a value'];
  if (/[ \t]$/.test(name)) {
    return ['RFC 9112 §5.1', `a space before the colon of ${where}`, 'the colon directly after the name'];
  }
  if (!isToken(name)) {
    return [
      'RFC 9110 §5.1',
      `a character that no header name has, in ${where}`,
      'letters, digits and hyphens',
    ];
  }
  if (/[\0-\x08\x0a-\x1f\x7f]/.test(line.slice(colon + 1))) {
    return [
      'RFC 9110 §5.5',
      `a control character in the value of ${where}`,
      'a value without control characters',
    ];
  }
  return undefined;
}
