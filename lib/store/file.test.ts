import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fileStore } from './file';

let folder = '';
let file = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'doorman-store-'));
  file = path.join(folder, 'data', 'progress.jsonl');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const soon = () => new Date(Date.now() + 60_000);

it('knows after a restart what was put before, and nothing whose time has passed', async () => {
  let time = 1_000;
  const now = () => time;
  const before = fileStore(file, { now });
  await before.put('exam', 'solved é\n"', new Date(9_000));
  await before.put('exam', 'solved two', new Date(9_000));
  await before.put('session', 'ended', new Date(2_000));
  time = 3_000;
  const after = fileStore(file, { now });
  expect(await after.get('exam')).toBe('solved two');
  expect(await after.get('session')).toBeUndefined();
  expect(readFileSync(file, 'utf8')).not.toContain('ended');
});

it('has written a text when put resolves, so that a kill loses nothing', async () => {
  const store = fileStore(file);
  await store.put('exam', 'solved', soon());
  expect(readFileSync(file, 'utf8')).toContain('"solved"');
});

it('leaves out a line that a crash cut off, and goes on', async () => {
  await fileStore(file).put('whole', 'text', soon());
  appendFileSync(file, '["cut","te');
  const store = fileStore(file);
  expect(await store.get('cut')).toBeUndefined();
  await store.put('next', 'text', soon());
  const again = fileStore(file);
  expect([await again.get('whole'), await again.get('next')]).toEqual(['text', 'text']);
});

it('reads a file that is no file of its own as an empty one', async () => {
  await fileStore(file).put('a', 'b', soon());
  writeFileSync(file, '{"__proto__":1}\n[1,2]\n["id",2,3]\n\0\0\n');
  expect(await fileStore(file).get('id')).toBeUndefined();
});

it('stays bounded however often a text changes', async () => {
  const store = fileStore(file, { compactAt: 2_000 });
  for (let count = 0; count < 300; count += 1) await store.put(`id ${count % 7}`, `text ${count}`, soon());
  await store.settle();
  expect(statSync(file).size).toBeLessThan(2_500);
  expect(await fileStore(file).get('id 5')).toBe('text 299');
  expect(readdirSync(path.dirname(file))).toEqual(['progress.jsonl']);
});

it('is readable by its owner alone', async () => {
  await fileStore(file).put('a', 'b', soon());
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(statSync(path.dirname(file)).mode & 0o777).toBe(0o700);
});

it('refuses a folder that it cannot make', () => {
  writeFileSync(path.join(folder, 'data'), 'a file');
  expect(() => fileStore(file)).toThrow(/EEXIST|ENOTDIR/);
});

const isFullThere = spawnSync('test', ['-c', '/dev/full']).status === 0;

/** Has the disk full for the file and for the one that would take its place: /dev/full has no room for anything. */
function fill() {
  for (const name of [file, `${file}.new`]) {
    rmSync(name, { force: true });
    symlinkSync('/dev/full', name);
  }
}

function makeRoom() {
  for (const name of [file, `${file}.new`]) rmSync(name, { force: true });
}

it.skipIf(!isFullThere)(
  'goes on in memory while the disk is full, says so once, and writes everything afterwards',
  async () => {
    const sentences: string[] = [];
    let failures = 0;
    const store = fileStore(file, {
      pause: 0,
      tell: (sentence) => sentences.push(sentence),
      failed: () => {
        failures += 1;
      },
    });
    await store.put('before', '1', soon());
    expect(store.trouble?.()).toBeUndefined();
    fill();
    await store.put('meanwhile', '2', soon());
    fill();
    await store.put('later', '3', soon());
    const full = 'The file of progress cannot be written (ENOSPC): a restart would forget it.';
    expect(failures).toBeGreaterThan(1);
    expect(sentences).toEqual([full]);
    expect(store.trouble?.()).toBe(full);
    await store.check();
    expect(await store.get('meanwhile')).toBe('2');
    makeRoom();
    await store.put('after', '4', soon());
    expect(sentences).toEqual([full, 'The file of progress can be written again.']);
    expect(store.trouble?.()).toBeUndefined();
    const again = fileStore(file);
    const values = await Promise.all(['before', 'meanwhile', 'later', 'after'].map((id) => again.get(id)));
    expect(values).toEqual(['1', '2', '3', '4']);
  },
);

it.skipIf(!isFullThere)(
  'writes by itself once there is room, and leaves nothing beside the file',
  async () => {
    const store = fileStore(file, { pause: 10 });
    await store.put('before', '1', soon());
    fill();
    await store.put('meanwhile', '2', soon());
    expect(store.trouble?.()).toContain('ENOSPC');
    // What could not be written whole is taken away, so that it takes no room.
    await expect.poll(() => readdirSync(path.dirname(file))).toEqual(['progress.jsonl']);
    await expect.poll(() => store.trouble?.()).toBeUndefined();
    expect(await fileStore(file).get('meanwhile')).toBe('2');
  },
);

it.skipIf(!isFullThere)('starts on a disk that is full, with what the file has', async () => {
  await fileStore(file).put('before', '1', soon());
  symlinkSync('/dev/full', `${file}.new`);
  const store = fileStore(file, { pause: 10 });
  expect(store.trouble?.()).toContain('ENOSPC');
  expect(await store.get('before')).toBe('1');
  await store.put('after', '2', soon());
  await expect.poll(() => store.trouble?.()).toBeUndefined();
  const again = fileStore(file);
  expect([await again.get('before'), await again.get('after')]).toEqual(['1', '2']);
});
