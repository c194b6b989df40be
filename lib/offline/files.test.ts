import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readOfflineFiles } from './files';

const folder = mkdtempSync(join(tmpdir(), 'doorman-offline-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(path: string, text: string) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

const json = { initialHeaders: { 'content-type': 'application/json' } };
const png = { initialHeaders: { 'content-type': 'image/png' } };
const routes = { '/': {}, '/a/b': {}, '/_not-found': {}, '/design': {}, '/a/items': json, '/a.png': png };
write('prerender-manifest.json', JSON.stringify({ routes }));
for (const file of [
  'index.html',
  'a/b.html',
  '_not-found.html',
  'design.html',
  'a/items.body',
  'a.png.body',
]) {
  write(`server/app/${file}`, file === 'index.html' ? '' : file);
}
for (const file of [
  'chunks/one.js',
  'chunks/one.js.map',
  'media/face.p.woff2',
  'build-id/_buildManifest.js',
]) {
  write(`static/${file}`, file);
}

describe('the list of what works offline', () => {
  const { version, files } = readOfflineFiles(folder, 'v1');

  test('names assets, pages and their data, and nothing that only robots read', () => {
    expect(version).toBe('v1');
    expect(Object.keys(files)).toEqual([
      '/_next/static/chunks/one.js',
      '/_next/static/media/face.p.woff2',
      '/',
      '/a/b',
      '/a/items',
    ]);
  });

  test('tells each by the first 64 bits of its SHA-256', () => {
    // The digest of nothing: FIPS 180-4's well-known e3b0c442…
    expect(files['/']).toBe('e3b0c44298fc1c14');
    expect(new Set(Object.values(files)).size).toBe(5);
  });
});
