import { expect, it } from 'vitest';
import { proxyTarget } from './proxy-target';

const server = { port: 3000, origins: ['http://doorman.example', 'https://doorman.example'] };
const status = (target: string) => {
  const read = proxyTarget(target, server);
  return read.ok ? `${read.host} ${read.path}` : read.status;
};

it('leads to this server’s own sandbox, the path left as it came', () => {
  for (const host of ['localhost:3000', '127.0.0.1:3000', '[::1]:3000', 'LOCALHOST:3000', 'doorman.example'])
    expect(status(`http://${host}/api/sandbox/a/b/%7e//x?q`)).toBe(`${host} /api/sandbox/a/b/%7e//x?q`);
});

it('leads nowhere else', () => {
  for (const target of [
    'http://example.com/api/sandbox/a/b/',
    'http://localhost/api/sandbox/a/b/',
    'http://localhost:3001/api/sandbox/a/b/',
    'http://localhost:030000/api/sandbox/a/b/',
    'http://localhost.example.com:3000/api/sandbox/a/b/',
    'http://127.0.0.2:3000/api/sandbox/a/b/',
    'http://0x7f000001:3000/api/sandbox/a/b/',
    'http://169.254.169.254/api/sandbox/',
    'http://localhost:3000/',
    'http://localhost:3000',
    'http://localhost:3000/api/exercises',
    'http://localhost:3000/api/sandboxes/',
  ])
    expect(status(target), target).toBe(403);
});

it('asks for a whole http address, without a user in it', () => {
  for (const target of [
    '/api/sandbox/a/b/',
    '*',
    '',
    'localhost:3000',
    'https://localhost:3000/api/sandbox/a/b/',
    'ftp://localhost:3000/api/sandbox/a/b/',
    'http:///api/sandbox/a/b/',
    'http://ada@localhost:3000/api/sandbox/a/b/',
    'http://localhost:3000\\@example.com/api/sandbox/a/b/',
    'http://localhost:3000/api/sandbox/a/b/#top',
  ])
    expect(status(target), target).toBe(400);
});
