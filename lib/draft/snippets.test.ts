import { execFile, execFileSync, spawnSync } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Draft } from '@/lib/http-auth/draft';
import { pythonQuote, shellQuote } from './quote';
import { clients, snippet } from './snippets';

const nasty = fc.string({
  unit: fc.constantFrom(
    ...`'"\`$!\\#&|;<>(){}[]*?~=%@- \t\n\r`,
    'é',
    '→',
    '😀',
    '\u0001',
    '\u001b',
    '\u007f',
    '\u0085',
    'a',
    '7',
  ),
  maxLength: 24,
});
const has = (command: string, ...args: string[]) => spawnSync(command, args).status === 0;

describe('quoting', () => {
  it.each(['sh', 'bash'].filter((shell) => has(shell, '-c', ':')))(
    'means the same characters to %s',
    (shell) => {
      fc.assert(
        fc.property(fc.array(nasty, { minLength: 1, maxLength: 60 }), (texts) => {
          const script = `printf '%s\\0' ${texts.map(shellQuote).join(' ')}`;
          const out = execFileSync(shell, ['-c', script], { encoding: 'utf8' });
          expect(out.split('\0').slice(0, -1)).toEqual(texts);
        }),
        { numRuns: 25 },
      );
    },
  );

  it('leaves plain words bare', () => {
    expect(shellQuote('http://localhost:3000/api/x')).toBe('http://localhost:3000/api/x');
    expect(shellQuote('')).toBe("''");
    expect(shellQuote('=ls')).toBe("'=ls'");
  });

  it.skipIf(!has('python3', '-c', ''))('means the same characters to Python', () => {
    const texts = fc.sample(nasty, 200);
    const script = `import sys,json\nsys.stdout.write(json.dumps([${texts.map(pythonQuote).join(',')}]))`;
    expect(JSON.parse(execFileSync('python3', ['-c', script], { encoding: 'utf8' }))).toEqual(texts);
  });
});

interface Seen {
  method: string;
  target: string;
  fields: [string, string][];
  body: string;
}

let server: Server;
let resource: string;
let seen: Seen | undefined;

beforeAll(async () => {
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url: target = '', rawHeaders } = request;
      const fields = rawHeaders.flatMap((name, index): [string, string][] =>
        index % 2 ? [] : [[name, Buffer.from(rawHeaders[index + 1] ?? '', 'latin1').toString('utf8')]],
      );
      seen = { method, target, fields, body: Buffer.concat(chunks).toString('utf8') };
      response.end('{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  resource = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/sandbox/open/abcdefgh`;
});
afterAll(() => server.close());

/** Runs a command and gives what the server saw of it, without what every client adds by itself. */
async function run(command: string, ...args: string[]): Promise<Seen> {
  seen = undefined;
  await promisify(execFile)(command, args, {
    timeout: 15_000,
    env: { ...process.env, HOME: '/nonexistent', LC_ALL: 'C.UTF-8' },
  });
  if (!seen) throw new Error('Nothing reached the server');
  const received: Seen = seen;
  const automatic = /^(?:host|user-agent|accept|accept-encoding|connection|content-length)$/i;
  return {
    ...received,
    fields: received.fields.filter(([name, value]) => !automatic.test(name) || value.startsWith('mine')),
  };
}

const drafts: readonly Draft[] = [
  { method: 'GET', path: '/', fields: [] },
  { method: 'GET', path: '/a?b=c&d=%20e', fields: [['Authorization', 'Basic YWRhOm9wZW4=']] },
  { method: 'HEAD', path: '/', fields: [['X-API-Key', `it's "$HOME" \`id\` !! \\n \\\\ %s #{x}`]] },
  { method: 'DELETE', path: '/drafts/7', fields: [['Authorization', 'Bearer “smart” é →']] },
  { method: 'PATCH', path: '/', fields: [['X-Empty', '']], body: `{"it's": "a\\nb", "$x": "é"}\n\nend !` },
  {
    method: 'POST',
    path: '/',
    fields: [['Content-Type', 'text/plain; charset="UTF-8"']],
    body: '@/etc/hostname',
  },
  {
    method: 'GET',
    path: '/[1-3]{a,b}',
    fields: [
      ['Accept', 'mine=1'],
      ['X-At', '@file'],
      ['X-Is', '=1'],
      ['X-Is-2', ':=1'],
    ],
  },
];

describe.skipIf(!has('curl', '--version'))('the curl line', () => {
  it.each(drafts)('sends %j', async (draft) => {
    const received = await run(
      'sh',
      '-c',
      `${snippet('curl', draft, resource).text} -s -o /dev/null --noproxy '*'`,
    );
    expect(received).toEqual({
      method: draft.method,
      target: `/api/sandbox/open/abcdefgh${draft.path}`,
      fields: draft.fields,
      body: draft.body ?? '',
    });
  });

  it('sends two Authorization lines as two', async () => {
    const fields = [['Authorization', 'Bearer a'] as const, ['Authorization', 'Basic b'] as const];
    const { text } = snippet('curl', { method: 'GET', path: '/', fields }, resource);
    expect((await run('sh', '-c', `${text} -s -o /dev/null`)).fields).toEqual(fields);
  });

  it('keeps .. in the path', async () => {
    const { text } = snippet('curl', { method: 'GET', path: '/a/../b', fields: [] }, resource);
    expect((await run('sh', '-c', `${text} -s -o /dev/null`)).target).toMatch(/\/a\/\.\.\/b$/);
  });

  it('cannot be made to read a file or to run anything', () => {
    const fields = [['@/etc/passwd', ''] as const, ['X', 'a\nY: b'] as const];
    const { text, notes } = snippet('curl', { method: 'GET', path: "/';id;'", fields }, resource);
    expect(text).not.toMatch(/passwd|Y: b/);
    expect(text).toContain(`'\\'';id;'\\''`);
    expect(notes).toHaveLength(2);
  });
});

describe.skipIf(!has('python3', '-c', 'import requests'))('the Python lines', () => {
  it.each(drafts.slice(0, 6))('send %j', async (draft) => {
    const received = await run('python3', '-c', snippet('Python', draft, resource).text);
    expect(received).toEqual({
      method: draft.method,
      target: `/api/sandbox/open/abcdefgh${draft.path}`,
      fields: draft.fields,
      body: draft.body ?? '',
    });
  });
});

describe.skipIf(!has('http', '--version'))('the HTTPie line', () => {
  it.each(drafts)('sends %j', async (draft) => {
    const received = await run('sh', '-c', `${snippet('HTTPie', draft, resource).text} --ignore-stdin`);
    expect(received.fields).toEqual(draft.fields);
    expect(received.body).toBe(draft.body ?? '');
  });
});

describe('the fetch call', () => {
  const sendable = drafts.filter(({ fields }) => fields.every(([, value]) => /^[\x20-\x7e]*$/.test(value)));
  it.each(sendable)('sends %j', async (draft) => {
    const received = await run(
      process.execPath,
      '--input-type=module',
      '-e',
      snippet('fetch', draft, resource).text,
    );
    const automatic = /^(?:accept-language|sec-fetch-mode|cache-control|pragma)$/i;
    expect(received.fields.filter(([name]) => !automatic.test(name))).toEqual(draft.fields);
    expect(received.body).toBe(draft.body ?? '');
  });

  it('says what a browser would not send', () => {
    const { notes } = snippet('fetch', { method: 'GET', path: '/', fields: [['Cookie', 'a=b']] }, resource);
    expect(notes).toEqual([expect.stringContaining('Cookie')]);
  });
});

describe('raw HTTP', () => {
  it('is a whole request with CR LF, Host and the length in octets', () => {
    const { text } = snippet(
      'raw',
      { method: 'POST', path: '/x', fields: [['A', 'b']], body: 'é' },
      'http://door.example:81/r',
    );
    expect(text).toBe(
      'POST /r/x HTTP/1.1\r\nHost: door.example:81\r\nA: b\r\nContent-Length: 2\r\nConnection: close\r\n\r\né',
    );
  });

  it('adds nothing that is there already', () => {
    const fields = [['host', 'x'] as const, ['CONNECTION', 'y'] as const];
    expect(snippet('raw', { method: 'GET', path: '/', fields }, 'http://door.example').text).toBe(
      'GET / HTTP/1.1\r\nhost: x\r\nCONNECTION: y\r\n\r\n',
    );
  });
});

it('no client throws, whatever the draft holds', () => {
  fc.assert(
    fc.property(nasty, nasty, nasty, (a, b, c) => {
      for (const client of clients)
        snippet(client, { method: a, path: `/${b}`, fields: [[c, a]], body: b }, resource);
    }),
  );
});
