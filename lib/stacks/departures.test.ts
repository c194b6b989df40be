/** Each check finds what departs, and leaves alone what does not. */
import { describe, expect, test } from 'vitest';
import { listCauses } from '@/lib/content/causes';
import { isKnownRule } from '@/lib/http-auth/rule-title';
import { departureChecks } from './departure-checks';
import { binds, departuresOf } from './departures';
import { parseResponse } from './message';
import { type Answer, listRecords, questions, type StackRecord, type Variant } from './record';

const answer = (raw: string): Answer => ({
  request: 'GET / HTTP/1.1\r\n\r\n',
  raw,
  response: parseResponse(raw),
  before: [],
});

const dated = 'Date: Mon, 30 Nov 2026 06:00:00 GMT\r\n';
const response = (status: string, fields: readonly string[] = [], body = '') =>
  `HTTP/1.1 ${status}\r\n${dated}${fields.map((field) => `${field}\r\n`).join('')}\r\n${body}`;

function variant(answers: Record<string, string>, schemes = ['bearer']): Variant {
  return {
    id: 'default',
    title: 'A program',
    schemes,
    answers: Object.fromEntries(Object.entries(answers).map(([id, raw]) => [id, answer(raw)])),
  };
}

function departureIds(answers: Record<string, string>, schemes?: string[]): string[] {
  const recorded = variant(answers, schemes);
  return departureChecks.filter(({ find }) => find(recorded).length).map(({ id }) => id);
}

const bearer = 'WWW-Authenticate: Bearer realm="api"';
const invalid = 'WWW-Authenticate: Bearer realm="api", error="invalid_token"';
const basic = 'WWW-Authenticate: Basic realm="api"';

test.each<[string, Record<string, string>, string[]?]>([
  ['401-without-challenge', { nothing: response('401 Unauthorized') }],
  ['407-without-challenge', { nothing: response('407 Proxy Authentication Required') }],
  [
    'unreadable-challenge',
    { nothing: response('401 Unauthorized', ['WWW-Authenticate: Bearer error_description=""exp" failed"']) },
  ],
  [
    'basic-without-realm',
    { nothing: response('401 Unauthorized', ['WWW-Authenticate: Basic charset="UTF-8"']) },
  ],
  ['bearer-without-parameter', { nothing: response('401 Unauthorized', ['WWW-Authenticate: Bearer']) }],
  ['realm-unquoted', { nothing: response('401 Unauthorized', ['WWW-Authenticate: Basic realm=api']) }],
  ['403-for-401', { nothing: response('403 Forbidden') }],
  ['400-for-401', { 'wrong-password': response('400 Bad Request') }],
  ['401-for-403', { 'not-allowed': response('401 Unauthorized', [basic]) }],
  ['error-without-token', { nothing: response('401 Unauthorized', [invalid]) }],
  ['no-error-for-token', { 'expired-token': response('401 Unauthorized', [bearer]) }],
  ['no-bearer-challenge', { 'expired-token': response('401 Unauthorized', [basic]) }],
  [
    'error-is-a-sentence',
    { 'expired-token': response('401 Unauthorized', ['WWW-Authenticate: Bearer error="Token expired"']) },
  ],
  ['good-and-malformed', { 'malformed-bearer': response('200 OK') }],
  ['server-error', { 'malformed-basic': response('500 Server Error') }],
  ['405-without-allow', { 'wrong-method': response('405 Method Not Allowed') }],
  ['404-for-405', { 'wrong-method': response('404 Not Found') }],
  ['no-head', { 'head-known': response('405 Method Not Allowed', ['Allow: GET']), good: response('200 OK') }],
  [
    'head-with-body',
    { 'head-known': response('200 OK', [], 'Come in.'), good: response('200 OK', [], 'Come in.') },
  ],
  [
    'head-other-fields',
    { 'head-known': response('200 OK'), good: response('200 OK', ['Content-Type: text/plain'], 'Come in.') },
  ],
  ['no-host-accepted', { 'no-host': response('200 OK') }],
  ['no-date', { good: 'HTTP/1.1 200 OK\r\n\r\nCome in.' }],
  ['two-lines-accepted', { 'two-lines': response('200 OK') }],
  ['preflight-refused', { preflight: response('401 Unauthorized', [bearer]) }],
  [
    'hidden-shows',
    {
      hidden: response('404 Not Found', [], 'No.'),
      'unknown-path-known': response('404 Not Found', [], 'Cannot GET'),
    },
  ],
])('%s is found, and nothing else', (id, answers, schemes) => {
  expect(departureIds(answers, schemes)).toEqual([id]);
});

test('every check has its example above, a rule that exists and a cause that exists', () => {
  const causes = listCauses().map(({ slug }) => slug);
  for (const { rule, cause } of departureChecks) {
    expect(isKnownRule(rule)).toBe(true);
    expect(causes).toContain(cause);
  }
  expect(new Set(departureChecks.map(({ id }) => id)).size).toBe(25);
});

describe('nothing departs', () => {
  test('in a server that keeps to the texts', () => {
    expect(
      departureIds(
        {
          nothing: response('401 Unauthorized', [bearer]),
          'unknown-scheme': response('401 Unauthorized', [bearer]),
          'malformed-bearer': response('400 Bad Request', [bearer]),
          'doubled-scheme': response('400 Bad Request', [bearer]),
          'expired-token': response('401 Unauthorized', [invalid]),
          'wrong-audience': response('401 Unauthorized', [invalid]),
          'not-allowed': response('403 Forbidden', ['WWW-Authenticate: Bearer error="insufficient_scope"']),
          hidden: response('404 Not Found', ['Content-Type: text/plain'], 'Nothing at /hidden'),
          'unknown-path-known': response(
            '404 Not Found',
            ['Content-Type: text/plain'],
            'Nothing at /nothing-here',
          ),
          'wrong-method': response('405 Method Not Allowed', ['Allow: GET, HEAD']),
          preflight: response('204 No Content'),
          head: response('401 Unauthorized', [bearer]),
          'two-lines': response('400 Bad Request'),
          'no-host': response('400 Bad Request'),
          good: response('200 OK', [], 'Come in.'),
        },
        ['bearer'],
      ),
    ).toEqual([]);
  });

  test('where a session answers a stranger with 403: no challenge of HTTP is meant for cookies', () => {
    expect(departureIds({ nothing: response('403 Forbidden') }, ['session'])).toEqual([]);
  });

  test('where a question does not apply', () => {
    const recorded = { ...variant({}), answers: { nothing: { notApplicable: 'It reads a cookie.' } } };
    expect(departureChecks.flatMap(({ find }) => find(recorded))).toEqual([]);
  });
});

test('a departure names its answers in the order of the questions, and who chose them', () => {
  const recorded = variant({ head: response('401 Unauthorized'), nothing: response('401 Unauthorized') });
  const record = { variants: [recorded], chosenByProgram: ['nothing'] } as unknown as StackRecord;
  const [departure] = departuresOf(record);
  expect(departure).toMatchObject({
    id: '401-without-challenge',
    questions: ['nothing', 'head'],
    byProgram: false,
  });
  expect(departuresOf({ ...record, chosenByProgram: ['nothing', 'head'] })[0]?.byProgram).toBe(true);
});

test('the record holds departures from MUST in most stacks, and each is of a question of the list', () => {
  const ids = questions.map(({ id }) => id);
  for (const record of listRecords()) {
    for (const departure of departuresOf(record)) {
      expect(departure.questions.every((id) => ids.includes(id))).toBe(true);
    }
  }
  const departing = listRecords().filter((record) => departuresOf(record).some(binds));
  expect(departing.length).toBeGreaterThan(listRecords().length / 2);
});
