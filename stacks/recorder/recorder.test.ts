/** The recorder: what it sends, what it takes for an answer, and what it calls a difference. */
import { createServer, type Socket } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { differences, masked, otherVersions } from './compare.mjs';
import { readStack, stackNames } from './declaration.mjs';
import { questions } from './questions.mjs';
import { exchange, requestText, storable } from './wire.mjs';

let close = () => {};
afterEach(() => close());

/** A server that treats each connection as `act` says. */
async function serve(act: (socket: Socket) => void): Promise<number> {
  const server = createServer(act);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  close = () => server.close();
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}

const record = (response: string, versions = { express: '5.3.0' }) => ({
  title: 'Express',
  versions,
  program: { 'app.mjs': 'one\n' },
  volatile: [{ name: 'the date', pattern: '(?<=Date: )[^\r]+' }],
  answers: { default: { nothing: { request: 'GET / HTTP/1.1\r\n\r\n', response } } },
});

describe('an exchange', () => {
  test('is every byte that came until the server closed', async () => {
    const port = await serve((socket) => {
      socket.write('HTTP/1.1 401 Unauthorized\r\n');
      setTimeout(() => socket.end('\r\nNo.'), 20);
    });
    expect(String(await exchange(port, 'GET / HTTP/1.1\r\n\r\n'))).toBe(
      'HTTP/1.1 401 Unauthorized\r\n\r\nNo.',
    );
  });

  test('fails by name where nothing comes, where it is cut short, and where nobody listens', async () => {
    const closing = await serve((socket) => void socket.once('data', () => socket.end()));
    await expect(exchange(closing, 'GET /')).rejects.toThrow('closed without an answer');
    close();
    const silent = await serve(() => {});
    await expect(exchange(silent, 'GET /', 50)).rejects.toThrow('No answer came in time.');
    close();
    const halting = await serve(
      (socket) => void socket.write('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nCo'),
    );
    await expect(exchange(halting, 'GET /', 50)).rejects.toThrow('did not end');
    close();
    await expect(exchange(halting, 'GET /')).rejects.toThrow('The connection failed');
  });

  test('is stored as text where it is UTF-8, and in base64 where it is not', () => {
    expect(storable(Buffer.from('zoë'))).toBe('zoë');
    expect(storable(Buffer.from([0xff, 0x00]))).toEqual({ base64: '/wA=' });
  });
});

test('a request is written as it goes out, with or without Host, and whole for a proxy', () => {
  const ask = { method: 'GET', path: '/private', lines: ['Authorization: Bearer x'] };
  expect(requestText(ask)).toBe(
    'GET /private HTTP/1.1\r\nHost: stacks.example\r\nAccept: */*\r\nAuthorization: Bearer x\r\nConnection: close\r\n\r\n',
  );
  expect(requestText({ ...ask, host: false })).not.toContain('Host:');
  expect(requestText(ask, true)).toMatch(/^GET http:\/\/stacks\.example\/private HTTP\/1\.1\r\n/);
});

describe('two records', () => {
  test('are the same where only what is named as changing differs', () => {
    const before = record('HTTP/1.1 401 Unauthorized\r\nDate: Monday\r\n\r\nNo.');
    const after = record('HTTP/1.1 401 Unauthorized\r\nDate: Tuesday\r\n\r\nNo.');
    expect(differences(before, after)).toEqual([]);
    expect(masked('Date: Monday\r\n', before.volatile)).toBe('Date: <the date>\r\n');
    const order = [{ name: 'the order', pattern: '(?<=Allow: )[^\r]+', sort: true }];
    expect(masked('Allow: POST,GET\r\n', order)).toBe('Allow: GET, POST\r\n');
  });

  test('differ by a line that went and a line that came', () => {
    const before = record('HTTP/1.1 401 Unauthorized\r\n\r\nNo.');
    const after = record('HTTP/1.1 403 Forbidden\r\n\r\nNo.');
    expect(differences(before, after)).toEqual([
      '  default, nothing',
      '    - HTTP/1.1 401 Unauthorized',
      '    + HTTP/1.1 403 Forbidden',
    ]);
  });

  test('of two versions say which', () => {
    expect(otherVersions({ express: '5.3.0' }, { express: '5.3.1' })).toBe(
      'express is 5.3.1 here, and 5.3.0 in the record',
    );
    const [line] = differences(
      record('HTTP/1.1 200 OK\r\n\r\n'),
      record('HTTP/1.1 200 OK\r\n\r\n', { express: '6.0.0' }),
    );
    expect(line).toContain('another version: express is 6.0.0 here');
  });
});

describe('the declarations', () => {
  test.each(stackNames())('%s can be read, and name files that are there', (name) => {
    const stack = readStack(name);
    expect(Object.keys(stack.variants)[0]).toBe('default');
    const ids = questions.map(({ id }) => id);
    expect(Object.keys(stack.notApplicable).filter((id) => !ids.includes(id))).toEqual([]);
    expect(stack.chosenByProgram.filter((id) => !ids.includes(id))).toEqual([]);
  });
});
