import { expect, test } from 'vitest';
import { parseResponse } from './message';
import type { Answer, StackRecord } from './record';
import { recordedTexts } from './recorded-texts';

const answer = (status: string, body: string, fields = ''): Answer => {
  const raw = `HTTP/1.1 ${status}\r\nContent-Type: text/html\r\n${fields}\r\n${body}`;
  return { request: '', raw, response: parseResponse(raw), before: [] };
};

function record(answers: Record<string, Answer>, more: Partial<StackRecord> = {}): StackRecord {
  const variant = { id: 'default', title: 'As it comes', schemes: ['bearer'], answers };
  return {
    name: 'a-stack',
    title: 'A stack',
    versions: { a: '2:1.19~1' },
    chosenByProgram: [],
    program: {},
    variants: [variant],
    ...more,
  } as unknown as StackRecord;
}

const textsOf = (...args: Parameters<typeof record>) =>
  recordedTexts([record(...args)]).map(({ text, cause }) => `${cause}: ${text}`);

const expired = answer('401 Unauthorized', '<p>The token is past its end</p>');

test('a text shows the cause of its question, with the stack and its version', () => {
  expect(recordedTexts([record({ 'expired-token': expired })])).toEqual([
    {
      text: 'The token is past its end',
      cause: 'expired-token',
      stacks: [{ name: 'a-stack', title: 'A stack', version: '1.19' }],
    },
  ]);
});

test('a challenge shows it, too', () => {
  const challenge = 'WWW-Authenticate: Bearer error_description="past its end now"\r\n';
  expect(textsOf({ 'expired-token': answer('401 Unauthorized', '', challenge) })).toEqual([
    'expired-token: past its end now',
  ]);
});

test('what comes if nothing was sent is about that, whatever else brings it', () => {
  const same = answer('401 Unauthorized', '<p>Show who you are</p>');
  expect(textsOf({ nothing: same, 'expired-token': same })).toEqual([
    'credentials-not-sent: Show who you are',
  ]);
});

test.each<[string, Parameters<typeof record>]>([
  ['two causes', [{ 'expired-token': expired, 'wrong-audience': expired }]],
  [
    'two statuses',
    [{ 'expired-token': expired, hidden: answer('404 Not Found', '<p>The token is past its end</p>') }],
  ],
  [
    'the words of our program',
    [{ 'expired-token': expired }, { program: { 'a.js': 'The token is past its end' } }],
  ],
  [
    'the reason phrase',
    [{ 'expired-token': answer('401 Unauthorized', '<h1>HTTP Error 401 Unauthorized</h1>') }],
  ],
  ['the path of this request', [{ 'expired-token': answer('401 Unauthorized', 'No way to /private now') }]],
  ['a question that shows no cause', [{ 'wrong-password': expired }]],
])('a text shows nothing if it has %s', (_, args) => expect(textsOf(...args)).toEqual([]));
