/** Whatever somebody pastes: a plain sentence, in time, and nothing that acts. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asText } from './as-text';
import { type Diagnosis, diagnose } from './diagnose';
import type { CauseKnowledge } from './knowledge';
import { prepare } from './rank';
import { read } from './read';

const cause: CauseKnowledge = {
  slug: 'expired-token',
  title: 'Expired',
  summary: 'A token has expired.',
  inShort: { means: 'a', check: 'b', fix: 'c' },
  statuses: [401],
  asks: { who: ['page'], challenge: 'yes', signs: ['before'] },
  says: [
    { text: 'jwt expired', tool: 'a tool' },
    { text: 'token … has … expired', tool: 'a tool' },
  ],
  signs: [{ find: 'token-expired', strength: 'certain', reason: 'It has expired.' }],
};
const knowledge = prepare([cause]);
const now = Date.parse('2026-09-01T12:00:00Z');
const tell = (text: string): Diagnosis => diagnose(read(text), knowledge, now);

/** Milliseconds of processor that anything here may take. */
const limitMs = 2500;

/** What `act` takes of the processor, in milliseconds: other work on the machine does not count. */
function spent(act: () => void): number {
  const begun = process.cpuUsage();
  act();
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1000;
}

describe('bad input gets an answer', () => {
  const kinds: readonly (readonly [string, string, RegExp | undefined])[] = [
    ['nothing', '', /nothing to read/],
    ['white space', ' \n\t\r\n', /nothing to read/],
    ['a picture', '\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0\0\0\x01\0\x08\x06\0\0\0'.repeat(20), /not text/],
    ['broken UTF-8', '\ufffd'.repeat(4000), /not text/],
    ['50 MB', 'HTTP/1.1 401 Unauthorized\n'.repeat(2_000_000), /52 MB, and 20 MB/],
    ['deep JSON', `${'['.repeat(200_000)}${']'.repeat(200_000)}`, undefined],
    ['deep JSON in a HAR', `{"log":{"entries":[${'{"a":'.repeat(100_000)}`, undefined],
    ['a million lines', 'a\n'.repeat(1_000_000), undefined],
    ['a million empty headers', 'HTTP/1.1 401 No\n'.concat('a:\n'.repeat(400_000)), undefined],
    ['one line of 5 MB', 'a'.repeat(5_000_000), undefined],
    [
      'colour codes',
      '\x1b[31mHTTP/1.1 401 Unauthorized\x1b[0m\n\x1b]8;;http://x\x07Date: now\n\n',
      undefined,
    ],
    ['lone carriage returns', 'GET / HTTP/1.1\rHost: a.example\r\rHTTP/1.1 401 No\rDate: now\r\r', undefined],
    ['NUL', 'HTTP/1.1 401 Unau\0thorized\nDate: now\n\n', undefined],
    ['marks of direction', '\u202eHTTP/1.1 401 Unauthorized\u202c\nDate: now\n\n', undefined],
    ['another language', 'サーバーが401を返します。トークンの有効期限が切れています。', undefined],
    [
      'an ordinary page',
      `<!doctype html><html><title>Cakes</title>${'<p>Butter, sugar and eggs.</p>'.repeat(5000)}`,
      undefined,
    ],
    [
      'a cut HAR',
      '{"log":{"entries":[{"request":{"method":"GET","url":"https://a.example/"',
      /cut or damaged/,
    ],
  ];

  test.each(kinds)('%s', (_, text, sentence) => {
    let diagnosis = tell('x');
    expect(
      spent(() => {
        diagnosis = tell(text);
      }),
    ).toBeLessThan(limitMs);
    const said = `${diagnosis.refused ?? ''} ${diagnosis.notes.join(' ')}`;
    if (sentence) expect(said).toMatch(sentence);
    expect(asText(diagnosis, 'http://localhost:3000')).not.toMatch(/[\0-\x08\x0b-\x1f\x7f\u202a-\u202e]/);
  });

  test('colours, line ends, NUL and marks of direction hide nothing', () => {
    for (const [name, text] of kinds) {
      if (!/colour|lone|NUL|direction/.test(name)) continue;
      expect(tell(text).read.map(({ status }) => status)).toEqual([401]);
    }
  });

  test('what cannot be placed is no cause', () => {
    for (const [name, text] of kinds) {
      if (/language|ordinary|lines|5 MB/.test(name)) expect(tell(text).likely).toEqual([]);
    }
  });
});

describe('time grows with the text and no faster', () => {
  const size = 300_000;
  const seeds = [
    'Authorization: ',
    'Bearer ',
    'eyJ',
    'eyJhbGciOiJub25lIn0.',
    '{"a":',
    '<Error>',
    '<title>',
    'token has ',
    'GET /a HTTP/1.1\n',
    'curl -H "',
    "curl 'a' \\\n",
    'fetch("',
    'https://a:',
    '\x1b[',
    '&#65;',
    '> a: ',
    '2026-09-01T10:00:00Z ',
    'status code 40',
    'X-Api-Key=',
    '-----BEGIN PRIVATE KEY-----\n',
    '?access_token=',
    '"request":{',
    ' | ',
    '[',
    'a. ',
  ];
  test.each(seeds)('%j again and again', (seed) => {
    const text = seed.repeat(size / seed.length);
    expect(spent(() => tell(text))).toBeLessThan(limitMs);
  });

  test.each(['iwr ', '(curl -a ', 'nginx '])('%j still more often', (seed) => {
    const text = seed.repeat((4 * size) / seed.length);
    expect(spent(() => tell(text))).toBeLessThan(limitMs);
  });
});

test('nothing throws, whatever comes', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'GET / HTTP/1.1\n',
      'HTTP/1.1 401 Unauthorized\n',
      '> ',
      '< ',
      'Authorization: Bearer ',
      'WWW-Authenticate: ',
      'curl -v ',
      '{"log":{"entries":[',
      'eyJhbGciOiJub25lIn0.eyJleHAiOjF9.',
      '\n\n',
      'Date: Tue, 01 Sep 2026 10:00:00 GMT\n',
      'Location: //\n',
      '"',
      "'",
      '{"error":',
    ),
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.string({ unit: 'grapheme', maxLength: 30 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
      const diagnosis = tell(pieces.join(''));
      asText(diagnosis, 'http://localhost:3000');
      for (const { evidence } of diagnosis.certain) expect(evidence.line).toBeGreaterThan(0);
    }),
    { numRuns: 400 },
  );
});
