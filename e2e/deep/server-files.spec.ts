/** What a server does where its files are damaged, or where there is no room for them. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { expect, test } from '@playwright/test';
import { freePort, refusedServer, startServer } from '@/e2e/programs';

test('on a disk that is full a server starts, says so wherever an operator looks, and mends itself', async () => {
  test.skip(!existsSync('/dev/full'));
  const folder = mkdtempSync(join(tmpdir(), 'doorman-data-'));
  const [port, metrics] = [await freePort(), await freePort()];
  const file = join(folder, `progress-${port}.jsonl`);
  const beside = `${file}.new`;
  writeFileSync(file, `${JSON.stringify(['id', 'text', Date.now() + 60_000])}\n`);
  // The server takes away what it could not write whole.
  const fill = () => existsSync(beside) || symlinkSync('/dev/full', beside);
  fill();
  const filling = setInterval(fill, 20);
  const settings = { DOORMAN_DATA: folder, METRICS_ADDRESS: `127.0.0.1:${metrics}` };
  const server = await startServer(settings, port);
  const trouble = async (path: string) => {
    const response = await fetch(server.origin + path);
    expect(response.status).toBe(200);
    return ((await response.json()) as { trouble?: string }).trouble;
  };
  const figure = async () =>
    /^doorman_store_troubled (\d)$/m.exec(
      await (await fetch(`http://127.0.0.1:${metrics}/metrics`)).text(),
    )?.[1];
  const full = 'The file of progress cannot be written (ENOSPC): a restart would forget it.';
  expect([await trouble('/api/ready'), await trouble('/api/health')]).toEqual([full, full]);
  expect(await figure()).toBe('1');
  expect(server.said()).toContain(full);
  clearInterval(filling);
  rmSync(beside, { force: true });
  await expect.poll(() => trouble('/api/ready'), { timeout: 15_000 }).toBeUndefined();
  expect(await figure()).toBe('0');
  expect(server.said()).toContain('The file of progress can be written again.');
  await server.kill();
  rmSync(folder, { recursive: true });
});

test('a server refuses a build that is not whole, and names what is missing', async () => {
  const folder = test.info().outputPath('damaged');
  writeDamagedBuild(folder);
  // A build is named from the root.
  const { code, said } = await refusedServer({ DOORMAN_BUILD_FOLDER: relative('.', folder) });
  expect(said).toContain('is not whole, prerender-manifest.json is missing or damaged: run npm run build.');
  expect(said).not.toMatch(/^\s+at /m);
  expect(code).toBe(78);
});

/**
 * The list of files of the current build, and none of them but a manifest that was cut. Not beside the builds, where
 * e2e/deep/unknown-names.spec.ts counts the files.
 */
function writeDamagedBuild(folder: string) {
  const build = readFileSync('.next/current', 'utf8').trim();
  const manifest = 'prerender-manifest.json';
  const line = readFileSync(join(build, 'doorman-files'), 'utf8')
    .split('\n')
    .find((line) => line.endsWith(` ${manifest}`));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'doorman-files'), `${line}\n`);
  writeFileSync(join(folder, manifest), readFileSync(join(build, manifest)).subarray(0, 1_000));
}
