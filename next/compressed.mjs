// Scripts and styles in Brotli, an eighth smaller than what the framework makes of them at each request: compressed once,
// when a build is complete, and served from memory. A client that does not take Brotli is answered by the framework.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { dataFolder } from './defer.mjs';
import { pageFields } from './page-fields.mjs';

const name = 'compressed';

/** @type {Readonly<Record<string, string>>} */
const types = { '.js': 'application/javascript; charset=UTF-8', '.css': 'text/css; charset=UTF-8' };

/** The data of pages is most of a build. The best quality makes it hardly smaller, and takes much longer. */
const qualities = { data: 9, other: constants.BROTLI_MAX_QUALITY };

/**
 * Compresses the static files of a build that are text.
 * @param {string} folder Where the build lies
 * @param {readonly { pathname: string, file: string }[]} files
 */
export function writeCompressed(folder, files) {
  for (const { pathname, file } of files) {
    if (!types[path.extname(file)]) continue;
    const content = readFileSync(file);
    const quality = pathname.includes(`/${dataFolder}/`) ? qualities.data : qualities.other;
    const params = {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    };
    const place = path.join(folder, name, decodeURIComponent(pathname));
    mkdirSync(path.dirname(place), { recursive: true });
    writeFileSync(`${place}.br`, brotliCompressSync(content, { params }));
  }
}

/**
 * Answers requests for files that the build has compressed, to clients that take Brotli (RFC 9110 §12.5.3). The names of
 * the files change with their content, so the answers may be kept for ever. Returns false where a request is for
 * something else, and has not touched the response then.
 * @param {string} folder Where the build lies
 * @returns {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => boolean}
 */
export function compressedAnswers(folder) {
  const files = filesIn(path.join(folder, name));
  return ({ method, url = '', headers }, response) => {
    const [pathname = ''] = url.split('?');
    const file = files.get(pathname);
    if (!file || (method !== 'GET' && method !== 'HEAD')) return false;
    if (!takesBrotli(headers['accept-encoding'])) return false;
    file.content ??= readFileSync(file.place);
    response.writeHead(200, {
      'Content-Type': file.type,
      'Content-Encoding': 'br',
      'Content-Length': file.content.length,
      'Cache-Control': 'public, max-age=31536000, immutable',
      Vary: 'Accept-Encoding',
      ...Object.fromEntries(pageFields.map(({ key, value }) => [key, value])),
    });
    response.end(method === 'HEAD' ? undefined : file.content);
    return true;
  };
}

/**
 * True where a client names Brotli, and not to refuse it. One that leaves it to the server (`*`) gets what the framework
 * makes.
 * @param {string | string[] | undefined} accepted The value of Accept-Encoding
 */
export function takesBrotli(accepted) {
  return String(accepted ?? '')
    .split(',')
    .some((coding) => /^\s*br\s*(?:;\s*q=(?!0(?:\.0{0,3})?\s*$)[\d.]+\s*)?$/i.test(coding));
}

/**
 * @param {string} folder
 * @returns {Map<string, { place: string, type: string, content?: Buffer }>} By address
 */
function filesIn(folder) {
  if (!existsSync(folder)) return new Map();
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return new Map(
    entries.map((entry) => {
      const place = path.join(entry.parentPath, entry.name);
      const parts = path.relative(folder, place).slice(0, -'.br'.length).split(path.sep);
      const type = types[path.extname(parts.at(-1) ?? '')] ?? '';
      return [`/${parts.map(encodeURIComponent).join('/')}`, { place, type }];
    }),
  );
}
