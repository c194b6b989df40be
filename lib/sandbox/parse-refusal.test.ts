import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseRefusal } from './parse-refusal';

const server = createServer((_request, response) => response.end());
beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
afterAll(() => new Promise((resolve) => server.close(resolve)));

/** The status that Node's parser gives to a request with these field lines. */
function statusFor(lines: readonly string[]): Promise<number> {
  const { port } = server.address() as AddressInfo;
  const head = ['GET / HTTP/1.1', 'Host: doorman.example', 'Connection: close', ...lines, '', ''].join(
    '\r\n',
  );
  return new Promise((resolve, reject) => {
    let text = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(head, 'latin1'));
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1');
    });
    socket.on('error', reject);
    socket.on('close', () => resolve(Number(text.split(' ')[1])));
  });
}

describe('what Node’s parser refuses is a refusal of the syntax gate', () => {
  test.each([
    [['Accept: */*', ' folded'], 'a space at the start of line 3', 'RFC 9112 §5.2'],
    [['no colon here'], 'no colon in line 2', 'RFC 9112 §5'],
    [[': no name'], 'no name before the colon of line 2', 'RFC 9112 §5'],
    [['Authorization : Basic YQ=='], 'a space before the colon of line 2', 'RFC 9112 §5.1'],
    [['Author(ization): Basic'], 'a character that no header name has, in line 2', 'RFC 9110 §5.1'],
    [['X-Note: a\u0000b'], 'a control character in the value of line 2', 'RFC 9110 §5.5'],
    [['Content-Length: 1', 'Content-Length: 2'], 'a message that the parser cannot read', 'RFC 9112 §2.1'],
  ])('%j: %s (%s)', async (lines, saw, rule) => {
    expect(await statusFor(lines)).toBe(400);
    expect(parseRefusal(400, lines, 0)).toMatchObject([{ stage: 'syntax', outcome: 'failed', saw, rule }]);
  });
});

test('a head that is too large is refused there too, and other statuses are not about the form', () => {
  expect(parseRefusal(431, [], 20_000)).toMatchObject([
    { stage: 'syntax', outcome: 'failed', saw: '20000 bytes', rule: 'RFC 6585 §5' },
  ]);
  expect(parseRefusal(501, ['Host: localhost'], 0)).toMatchObject([
    { check: 'the server knows the method', rule: 'RFC 9110 §9.1' },
  ]);
  expect(parseRefusal(501, ['Transfer-Encoding: gzip, chunked'], 0)).toMatchObject([
    { check: 'the server knows the transfer coding', rule: 'RFC 9112 §6.1' },
  ]);
  expect(parseRefusal(503, ['no colon here'], 20)).toEqual([]);
});

test('no content of the request is repeated', () => {
  expect(JSON.stringify(parseRefusal(400, ['secret without colon'], 0))).not.toContain('secret');
});
