/** What the offline copy holds: every page and every piece of data that was made at build, and all that pages load. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The files of one version, each with the digest of its content. */
export interface OfflineFiles {
  readonly version: string;
  readonly files: Readonly<Record<string, string>>;
}

/** Reads the list from the build in `folder`. The order is that in which the files are wanted. */
export function readOfflineFiles(folder: string, version: string): OfflineFiles {
  const files = [...assets(folder), ...made(folder)].map(([url, file]) => [url, digest(file)]);
  return { version, files: Object.fromEntries(files) };
}

/** Scripts, styles and fonts. What lies in the folder named after the build is of the framework's older router. */
function assets(folder: string): [string, string][] {
  return ['chunks', 'css', 'media'].flatMap((kind) => {
    const below = path.join(folder, 'static', kind);
    if (!existsSync(below)) return [];
    return readdirSync(below, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.endsWith('.map'))
      .map((entry): [string, string] => {
        const file = path.join(entry.parentPath, entry.name);
        const parts = path.relative(path.join(folder, 'static'), file).split(path.sep);
        return [`/_next/static/${parts.map(encodeURIComponent).join('/')}`, file];
      });
  });
}

/** Pages, and the JSON that they fetch; pictures and whatever only robots read stay out. */
function made(folder: string): [string, string][] {
  const manifest = JSON.parse(readFileSync(path.join(folder, 'prerender-manifest.json'), 'utf8')) as {
    routes: Record<string, { initialHeaders?: Record<string, string> }>;
  };
  return Object.entries(manifest.routes).flatMap(([route, { initialHeaders }]): [string, string][] => {
    // Nor the framework's own, nor the page on which only its makers look things up.
    if (route.startsWith('/_') || route === '/design') return [];
    const stem = path.join(folder, 'server', 'app', route === '/' ? 'index' : route);
    if (existsSync(`${stem}.html`)) return [[route, `${stem}.html`]];
    const isData = initialHeaders?.['content-type']?.startsWith('application/json');
    return isData && existsSync(`${stem}.body`) ? [[route, `${stem}.body`]] : [];
  });
}

function digest(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 16);
}
