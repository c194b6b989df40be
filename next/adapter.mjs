// The one place that knows the output of the framework's build. The framework calls it when a build is complete
// (https://nextjs.org/docs/app/api-reference/config/next-config-js/adapterPath).
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { writeBuildFacts } from './build-facts.mjs';
import { writeCompressed } from './compressed.mjs';
import { dataAddress, dataFolder, deferProgram, inlineScripts, stopScript } from './defer.mjs';
import { compileEarly } from './eager.mjs';

/** The framework's pages for faults of the server itself: they have no head of ours, and start nothing. */
const headless = new Set(['/_global-error', '/500']);

/** @type {import('next').NextAdapter} */
const adapter = {
  name: 'doorman',
  onBuildComplete({ distDir, outputs }) {
    const pages = [
      ...outputs.prerenders.map(({ pathname, fallback }) => ({
        pathname,
        file: fallback && 'filePath' in fallback ? (fallback.filePath ?? '') : '',
        type: String(fallback?.initialHeaders?.['content-type'] ?? ''),
      })),
      ...outputs.staticFiles.map(({ pathname, filePath }) => ({ pathname, file: filePath, type: '' })),
    ];
    const html = pages.filter(({ file, pathname }) => file.endsWith('.html') && !headless.has(pathname));
    // The page for what is not there stands twice in a build; either may be served.
    html.push(...copiesOfNotFound(distDir).map((file) => ({ pathname: '/404', file, type: '' })));
    const scripts = deferPages(
      html.map(({ file }) => file),
      path.join(distDir, 'static'),
    );
    const data = pages.filter(
      ({ file, type }) => file.endsWith('.body') && /^(?:application\/json|text\/javascript)\b/.test(type),
    );
    compileEarly(path.join(distDir, 'static', 'chunks'));
    const assetFiles = assets(path.join(distDir, 'static'));
    writeCompressed(distDir, assetFiles);
    const files = [...assetFiles, ...[...html, ...data].filter(worksOffline)];
    const offline = Object.fromEntries(files.map(({ pathname, file }) => [pathname, digest(file)]));
    const diagnosis = data.find(({ pathname }) => pathname === '/diagnosis.json');
    if (!diagnosis) throw new Error('The build has no /diagnosis.json.');
    writeBuildFacts(distDir, { scripts, offline, diagnosis: path.relative(distDir, diagnosis.file) });
  },
};

export default adapter;

/**
 * Defers the program of every page, and returns the hash sources of the inline scripts that pages have: the same on all.
 * Throws with the name of a page that is not as next/defer.mjs knows it, or that has an inline script of its own.
 * @param {readonly string[]} files
 * @param {string} folder Where static files lie
 * @returns {string[]}
 */
export function deferPages(files, folder) {
  mkdirSync(path.join(folder, dataFolder), { recursive: true });
  const scripts = new Set([stopScript]);
  for (const file of files) {
    try {
      const page = deferProgram(readFileSync(file, 'utf8'));
      if (!page) continue;
      for (const text of inlineScripts(page.html)) scripts.add(text);
      if (scripts.size > 2) throw new Error('It has an inline script that no other page has.');
      writeFileSync(path.join(folder, dataFolder, path.basename(dataAddress(page.data))), page.data);
      writeFileSync(file, page.html);
    } catch (error) {
      throw new Error(`${path.basename(file)}: ${error instanceof Error ? error.message : error}`);
    }
  }
  return [...scripts].map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`);
}

/**
 * @param {string} distDir
 * @returns {string[]}
 */
function copiesOfNotFound(distDir) {
  return readdirSync(path.join(distDir, 'server'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && (entry.name === '404.html' || entry.name === '_not-found.html'))
    .map((entry) => path.join(entry.parentPath, entry.name));
}

/**
 * Scripts, styles, faces and data of pages. What lies in the folder named after the build is of the older router.
 * @param {string} folder
 */
function assets(folder) {
  return ['chunks', 'css', 'media', dataFolder].flatMap((kind) => {
    const below = path.join(folder, kind);
    if (!existsSync(below)) return [];
    return readdirSync(below, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.endsWith('.map'))
      .map((entry) => {
        const file = path.join(entry.parentPath, entry.name);
        const parts = path.relative(folder, file).split(path.sep).map(encodeURIComponent);
        return { pathname: `/_next/static/${parts.join('/')}`, file };
      });
  });
}

/**
 * Neither the framework's own pages nor the one on which only the makers of Doorman look things up.
 * @param {{ pathname: string }} page
 */
function worksOffline({ pathname }) {
  // The pages of single stacks and the record are much to read, and seldom more than one is.
  if (pathname.startsWith('/stacks/')) return false;
  return !pathname.startsWith('/_') && pathname !== '/design' && pathname !== '/404';
}

/** @param {string} file */
function digest(file) {
  return createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 16);
}
