/** How a proposed answer may be written, as text and as JSON, and what is said where it cannot be read. */
import { describe, expect, it } from 'vitest';
import { anyone } from '@/lib/http-auth/policies';
import { bearer } from '@/lib/http-auth/schemes/bearer/bearer';
import { opaqueTokens } from '@/lib/http-auth/schemes/token';
import { serverEnv } from '@/lib/sandbox/env';
import { memoryStore } from '@/lib/store/memory';
import { get } from './drafts';
import { proposalForm } from './proposal-form';
import { answerRoute, readAnswers, readHeaders } from './proposed-answer';

const env = serverEnv(memoryStore(), 'tests', 'http://doorman.example');
const octets = (text: string) => new TextEncoder().encode(text);
const resource = {
  realm: 'drafts',
  schemes: [bearer({ tokens: opaqueTokens({}) })],
  policy: anyone,
} as const;
const sheet = proposalForm({
  path: '/answer',
  title: 'Your answer',
  asks: { kind: 'answer', statuses: [200, 401, 403], headers: ['WWW-Authenticate'] },
  begin: 'HTTP/1.1 401',
});
const route = answerRoute(sheet, { resource, request: get('/') });

async function judged(content: string, method = 'POST') {
  const message = { method, target: '/', fields: [], body: octets(content) };
  const reply = await route.handle?.({ message, env, resource: '' });
  const { status, trace = [] } = reply ?? { status: 500 };
  const failed = trace.find(({ outcome }) => outcome === 'failed');
  return { status, failed, trace, content: reply?.content };
}

describe('one answer may be written', () => {
  const challenge = 'Bearer realm="drafts"';

  it.each([
    ['as on the wire', `HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: ${challenge}\r\n\r\nPlease sign in.`],
    ['with the number alone', `\n401\nwww-authenticate:  ${challenge} \n`],
    ['as JSON by name', JSON.stringify({ status: 401, headers: { 'WWW-Authenticate': challenge } })],
    [
      'as JSON with several of a name',
      JSON.stringify({ status: 401, headers: { 'WWW-Authenticate': [challenge] } }),
    ],
    ['as JSON in pairs', JSON.stringify({ status: 401, headers: [['WWW-Authenticate', challenge]] })],
    [
      'as JSON with the word of the RFC',
      JSON.stringify({ status: 401, fields: [['WWW-Authenticate', challenge]] }),
    ],
  ])('%s', async (_how, content) => {
    expect(await judged(content)).toMatchObject({ status: 200 });
    expect(await judged(content, 'PUT')).toMatchObject({ status: 200 });
  });

  it('and GET shows what stands there now, and every shape', async () => {
    const { status, trace, content } = await judged('', 'GET');
    expect([status, trace]).toEqual([200, []]);
    expect(content).toEqual({
      now: 'HTTP/1.1 401',
      propose: 'POST or PUT /answer',
      as: {
        'text/plain': 'HTTP/1.1 401\nWWW-Authenticate: …',
        'application/json': '{"status": 401, "headers": {"WWW-Authenticate": "…"}}',
      },
    });
  });
});

it.each([
  ['nothing', '', 'no status line'],
  ['prose', 'I would say 401', 'a line without a colon: I would say 401'],
  [
    'a line without a colon',
    '401\nWWW-Authenticate Bearer',
    'a line without a colon: WWW-Authenticate Bearer',
  ],
  ['headers alone', 'WWW-Authenticate: Bearer', 'no status line'],
  ['no such status as text', '99', 'status: 99'],
  ['a number of a thousand', 'HTTP/1.1 4010', 'status: 4010'],
  ['a space before the colon', '401\nWWW-Authenticate : Bearer', 'the name WWW-Authenticate '],
  ['an open quotation mark as text', '401\nWWW-Authenticate: Bearer realm="a', 'the end'],
  ['too many lines', `401\n${'A: b\n'.repeat(21)}`, '21 headers'],
  [
    'quotes inside quotes, which JSON cannot tell apart',
    '{"status": 401, "headers": {"WWW-Authenticate": "Bearer realm="a""}}',
    'inside JSON, each " of a value is written \\"',
  ],
  ['an array', '[401]', 'an array'],
  ['a name twice', '{"status":401,"status":403}', 'twice'],
  ['no status', '{"headers":{}}', 'status: nothing'],
  ['a status as text', '{"status":"401"}', 'status: a string'],
  ['no such status', '{"status":99}', 'status: 99'],
  ['half a line', '{"status":401,"headers":[["WWW-Authenticate"]]}', 'headers that are neither'],
  ['a line as text', '{"status":401,"headers":["WWW-Authenticate: Bearer"]}', 'headers that are neither'],
  ['a number for a value', '{"status":401,"headers":{"Retry-After":5}}', 'headers that are neither'],
  ['a colon in the name', '{"status":401,"headers":{"WWW-Authenticate:":"x"}}', 'the name WWW-Authenticate:'],
  ['two lines in one', '{"status":401,"headers":{"WWW-Authenticate":"Bearer\\nX: y"}}', 'a line feed'],
  ['an empty challenge', '{"status":401,"headers":{"WWW-Authenticate":" "}}', 'an empty'],
])('answers 400 to what cannot be read: %s', async (_what, content, saw) => {
  const { status, failed } = await judged(content);
  expect(status).toBe(400);
  expect(failed?.saw).toContain(saw);
  expect(failed?.stage).toBe('proposal');
});

it('says how to send an answer where it cannot be read, and that text has no quotes to escape', async () => {
  const { failed } = await judged('{"status": 401, "headers": "Bearer realm="a""}');
  expect(failed?.expected).toBe(
    'as text/plain: HTTP/1.1 401 ⏎ WWW-Authenticate: … (no quotes to escape); or as JSON: {"status": 401, "headers": {"WWW-Authenticate": "…"}}',
  );
});

describe('headers alone', () => {
  it.each([
    ['as text', 'Vary: Origin\nAge: 1'],
    ['as JSON', '{"headers": {"Vary": "Origin", "Age": "1"}}'],
  ])('are read %s', (_how, content) => {
    const read = readHeaders(octets(content));
    expect(read).toMatchObject({
      ok: true,
      value: [
        ['Vary', 'Origin'],
        ['Age', '1'],
      ],
    });
  });

  it.each([
    ['', 'no header'],
    ['200\nVary: Origin', 'a status line'],
    ['Vary', 'a line without a colon: Vary'],
    ['{"headers": 5}', 'headers that are neither'],
    ['{"headers": {"Vary": "a\\r\\nb"}}', 'a carriage return'],
  ])('are refused with the fault: %j', (content, saw) => {
    const read = readHeaders(octets(content));
    expect(read.ok).toBe(false);
    expect(read.trace.at(-1)?.saw).toContain(saw);
  });
});

describe('several by name', () => {
  const names = ['one', 'two'];

  it('are read together, some or all', () => {
    for (const content of [
      'two: 401\nWWW-Authenticate: Bearer realm="x"\n\n',
      '\r\ntwo: HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Bearer realm="x"',
      '{"two": {"status": 401, "headers": {"WWW-Authenticate": "Bearer realm=x"}}}',
    ]) {
      const read = readAnswers(octets(content), names);
      expect(read.ok && [...read.value.keys()], content).toEqual(['two']);
      expect(read.ok && read.value.get('two')?.challenges[0]?.scheme).toBe('Bearer');
    }
    const both = readAnswers(octets('one: 403\n\ntwo: 404'), names);
    expect(both.ok && [...both.value.values()].map(({ status }) => status)).toEqual([403, 404]);
  });

  it.each([
    ['an unknown name', '{"three": {"status": 401}}', 'the name three'],
    ['a name of every object', '{"__proto__": {"status": 401}}', 'the name __proto__'],
    ['no name at all', '{}', 'an object without members'],
    ['nothing', ' \n', 'nothing'],
    ['an unknown name as text', 'three: 401', 'the name three'],
    ['a name twice as text', 'one: 401\n\none: 403', 'the name one twice'],
    [
      'a fault in one of them as text',
      'one: 401\n\ntwo: forbidden',
      'two: a line without a colon: forbidden',
    ],
    ['a fault in one of them', '{"one": {"status": 401}, "two": 403}', 'two: a number'],
  ])('are refused with the name of the fault: %s', (_what, content, saw) => {
    const read = readAnswers(octets(content), names);
    expect(read.ok).toBe(false);
    expect(read.trace.at(-1)?.saw).toBe(saw);
  });
});
