import { createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { pairs, parseFieldLines, sentHead } from './field-lines';

it('reads Node’s flat list as field lines, order and repetition kept', () => {
  expect(pairs(['A', '1', 'b', '2', 'A', '3'])).toEqual([
    ['A', '1'],
    ['b', '2'],
    ['A', '3'],
  ]);
});

it('splits a line at its first colon and trims the space around the value (RFC 9112 §5)', () => {
  expect(parseFieldLines(['A: b: c ', 'no colon', ': no name', 'Empty:'])).toEqual([
    ['A', 'b: c'],
    ['Empty', ''],
  ]);
});

it('shows the head of a response as Node wrote it, what Node itself adds included', async () => {
  const server = createServer((_request, response) => {
    response.setHeader('WWW-Authenticate', ['Basic realm="a"', 'Bearer realm="b"']);
    response.statusCode = 401;
    response.end('no');
    response.once('finish', () => finished(sentHead(response)));
  });
  let finished: (head: ReturnType<typeof sentHead>) => void = () => {};
  const head = new Promise<ReturnType<typeof sentHead>>((resolve) => {
    finished = resolve;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const raw = await new Promise<string[]>((resolve) => {
    get({ port, host: '127.0.0.1' }, (response) => {
      response.resume();
      response.on('end', () => resolve(response.rawHeaders));
    });
  });
  const { reason, fields } = await head;
  server.close();
  expect(reason).toBe('Unauthorized');
  expect(fields).toEqual(pairs(raw));
  expect(fields.filter(([name]) => name === 'WWW-Authenticate')).toHaveLength(2);
});
