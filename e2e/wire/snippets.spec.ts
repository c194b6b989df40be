/** Every snippet of the lessons that can run here, run as it is printed. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { readBrief } from '@/e2e/attempts';
import { has } from '@/e2e/programs';
import { startSnippet } from '@/e2e/snippet-servers';
import { sendDraft } from '@/e2e/wire';
import { loadSnippets, snippetFolder, snippetSets } from '@/lib/content/snippets';
import type { Exchange } from '@/lib/draft/exchange';

/** Debian's own interpreter, which has the package python3-requests. */
const python = '/usr/bin/python3';

/** By what a snippet runs with: the program, and why it cannot run here. */
const runners = {
  node: [process.execPath, true, ''],
  python: [python, has(python, '-cimport requests'), 'python3-requests is not installed'],
  shell: ['sh', has('curl'), 'curl is not installed'],
} as const;
const servers = {
  node: [true, ''],
  nginx: [has('nginx', '-v'), 'nginx is not installed'],
  apache: [has('apache2', '-v'), 'apache2 is not installed'],
  python: [has(python, '-c1'), 'python3 is not installed'],
} as const;

/** Runs a client and waits for its end; what it prints is its answer. */
function run(program: string, file: string, env: NodeJS.Dict<string>) {
  return new Promise<{ lines: string[]; stderr: string }>((resolve) => {
    const options = { timeout: 30_000, env: { ...process.env, FORCE_COLOR: '0', ...env } };
    execFile(program, [file], options, (_error, stdout, stderr) =>
      resolve({ lines: stdout.trim().split('\n'), stderr }),
    );
  });
}

for (const set of snippetSets()) {
  for (const snippet of loadSnippets(set).snippets) {
    const file = join(snippetFolder(set), snippet.file);
    const name = `${set}: ${snippet.title}`;

    if (snippet.side === 'client' && snippet.run) {
      const { exercise, prints, crosses = {}, with: kind } = snippet.run;
      test(`${name} prints ${prints}`, async ({ request }) => {
        const [program, there, reason] = runners[kind];
        test.skip(!there, reason);
        const { brief, wallet, attempt } = await readBrief(request, exercise);
        const values = Object.entries(wallet).map(([key, value]) => [
          key.toUpperCase().replaceAll('-', '_'),
          value,
        ]);
        const env = { ...Object.fromEntries(values), DOORMAN: brief.urls.resource };
        const { lines, stderr } = await run(program, file, env);
        expect(lines.at(-1), stderr).toBe(prints);
        const log: Exchange[] = await (await request.get(`/api/exchanges/${exercise}/${attempt}`)).json();
        for (const [line, count] of Object.entries(crosses)) {
          const [method, path = ''] = line.split(' ');
          const seen = log.filter(
            ({ request }) => request.method === method && request.target.endsWith(path),
          );
          expect(seen.length, line).toBe(count);
        }
      });
    }

    if (snippet.side === 'server' && snippet.run) {
      const { requests, needs, with: kind } = snippet.run;
      test(`${name} answers as it should`, async () => {
        const [there, reason] = servers[kind];
        test.skip(!there, reason);
        test.skip(
          needs !== undefined && !has(python, `-cimport ${needs}`),
          `python3-${needs} is not installed`,
        );
        const { port, kill } = await startSnippet(kind, file);
        try {
          for (const { method = 'GET', path, fields = {}, body, ...expected } of requests) {
            const draft = { method, path, fields: Object.entries(fields), ...(body && { body }) };
            const answer = await sendDraft(`http://localhost:${port}`, draft, '');
            const at = `${method} ${path}`;
            expect(answer.status, `${at}: ${answer.body}`).toBe(expected.status);
            expect(answer.lines('WWW-Authenticate').join(', '), at).toBe(expected.challenge ?? '');
            for (const [field, value] of Object.entries(expected.answer ?? {})) {
              expect(answer.lines(field), `${at}: ${field}`).toEqual([value]);
            }
            expect(answer.body, at).toContain((expected.holds ?? '').replace('{port}', String(port)));
            if (expected.lacks) expect(answer.body, at).not.toContain(expected.lacks);
          }
        } finally {
          await kill();
        }
      });
    }
  }
}
