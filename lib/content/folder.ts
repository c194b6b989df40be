/** The folder of the content, read once for each process, but for the server of development. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { readTextFile } from './text-file';

const root = path.join(process.cwd(), 'content');

/** The text of `file` below content/. Throws a `ContentError` with `advice` where there is none, or why it cannot be read. */
export function contentText(file: string, advice: string): string {
  return readTextFile(path.join(root, file), `content/${file}`, advice);
}

/** Names of the files, or of the folders that are not empty, in a folder of content/, by the number they begin with. */
export function contentNames(folder: string, kind: 'files' | 'folders'): readonly string[] {
  const at = path.join(root, folder);
  return (
    readdirSync(at, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() === (kind === 'folders') && !entry.name.startsWith('.'))
      .map(({ name }) => name)
      // An empty folder is nothing yet; version control does not keep it either.
      .filter((name) => kind === 'files' || readdirSync(path.join(at, name)).length > 0)
      .sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10) || (a < b ? -1 : 1))
  );
}

const cache = new Map<string, unknown>();

/** What `make` made for `key` before; the server of development makes it again, since its files change meanwhile. */
export function cached<T>(key: string, make: () => T): T {
  if (process.env.NODE_ENV === 'development') return make();
  if (!cache.has(key)) cache.set(key, make());
  return cache.get(key) as T;
}
