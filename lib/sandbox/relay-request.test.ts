import { expect, it } from 'vitest';
import { relayBytes } from './relay-request';

const base = '/api/sandbox/first-401/attempt-1';
const bytes = (value: unknown, host: string | null = 'localhost:3000') => {
  const result = relayBytes(JSON.stringify(value), base, host);
  return result.ok ? result.bytes.toString('utf8') : `refused: ${result.reason}`;
};

it('writes a draft line by line and adds only what is missing', () => {
  const draft = {
    method: 'POST',
    path: '/a?b',
    fields: [
      ['Cookie', 'ä=1'],
      ['X', ''],
    ],
    body: 'ü',
  };
  expect(bytes(draft)).toBe(
    `POST ${base}/a?b HTTP/1.1\r\nCookie: ä=1\r\nX: \r\nHost: localhost:3000\r\nContent-Length: 2\r\nConnection: close\r\n\r\nü`,
  );
});

it('sends raw text as it is, with line ends made CRLF', () => {
  expect(bytes({ raw: `GET ${base} HTTP/1.1\nHost: a.example\nconnection: close\n\n` })).toBe(
    `GET ${base} HTTP/1.1\r\nHost: a.example\r\nconnection: close\r\n\r\n`,
  );
});

it('believes no odd Host of its own request', () => {
  expect(bytes({ raw: `GET ${base} HTTP/1.1` }, 'a b\r\nX: 1')).toContain('Host: localhost\r\n');
});

it('says where a draft is wrong', () => {
  expect(bytes({ method: 'GET', path: '/', fields: [['a b', 'c']] })).toMatch(/^refused: .*field name/);
  expect(bytes({ method: 'GET', path: '/', fields: [], extra: 1 })).toMatch(/^refused: /);
  expect(bytes({ raw: 'GET / HTTP/1.1' })).toMatch(/begins with/);
  expect(bytes({ raw: `GET ${base}/ HTTP/1.1\n Folded: 1\nContent-Length: 5` })).toMatch(
    /Content-Length must be 0/,
  );
});
