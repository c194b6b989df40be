import { describe, expect, it } from 'vitest';
import { hopsIn } from './hops';

const hops = [
  { hop: 'proxy', received: ['GET /', 'Host: a', 'api_key: b'], did: 'drops api_key' },
  { hop: 'application', received: ['GET /', 'Host: c'], did: 'answers 401' },
];
const body = JSON.stringify({ type: 'about:blank', hops, trace: [{ check: 'x' }] }, null, 2);

describe('what the hops received', () => {
  it('is all of it at the first hop, then what went and what came', () => {
    expect(hopsIn(body)).toEqual([
      {
        hop: 'proxy',
        did: 'drops api_key',
        same: 0,
        lines: ['GET /', 'Host: a', 'api_key: b'].map((text) => ({ change: 'first', text })),
      },
      {
        hop: 'application',
        did: 'answers 401',
        same: 1,
        lines: [
          { change: 'gone', text: 'Host: a' },
          { change: 'gone', text: 'api_key: b' },
          { change: 'added', text: 'Host: c' },
        ],
      },
    ]);
  });

  it('is read from a body that the log has cut behind the list', () => {
    expect(hopsIn(`${body.slice(0, body.indexOf('"trace"') + 5)}…`)).toHaveLength(2);
  });

  it.each([
    '',
    'no JSON',
    '{}',
    '{"hops": [1]}',
    body.slice(0, 80),
    '{\n  "hops": [\n    {"hop": 5}\n  ]\n}',
  ])('is nothing where there is no list: %j', (text) => expect(hopsIn(text)).toEqual([]));
});
