import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';

it('a program that has ended its watch of the content ends', () => {
  const folder = mkdtempSync(join(tmpdir(), 'doorman-watch-'));
  const check = join(folder, 'check.mjs');
  writeFileSync(check, "console.log('checked');");
  const program = `
    import { watchContent } from '${join(import.meta.dirname, 'watch-content.mjs')}';
    const endWatch = watchContent('${check}');
    setTimeout(endWatch, 100);
  `;
  const options = { encoding: 'utf8', timeout: 20_000 } as const;
  const { status, stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', program], options);
  rmSync(folder, { recursive: true });
  expect(stdout).toBe('checked\n');
  expect(status).toBe(0);
}, 30_000);
