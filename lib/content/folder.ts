/** The folder of the content, read once for each process, but for the server of development. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ContentError } from './content-error';

const root = path.join(process.cwd(), 'content');

/** The text of `file` below content/. Throws a `ContentError` with `advice` where there is none. */
export function contentText(file: string, advice: string): string {
  const full = path.join(root, file);
  if (existsSync(full)) return readFileSync(full, 'utf8');
  throw new ContentError([{ file: `content/${file}`, reason: 'There is no such file.', advice }]);
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

/** What `make` made for `key` before; the server of development makes it anew, since its files change meanwhile. */
export function cached<T>(key: string, make: () => T): T {
  if (process.env.NODE_ENV === 'development') return make();
  if (!cache.has(key)) cache.set(key, make());
  return cache.get(key) as T;
}
