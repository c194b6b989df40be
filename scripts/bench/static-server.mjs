// Serves the files of a folder as a host of static sites does: text with gzip, files with a hash in their name for ever.
// Started with the folder and the port.
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, sep } from 'node:path';
import { gzipSync } from 'node:zlib';

const [folder = '', port] = process.argv.slice(2);

const text = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.json', 'application/json'],
  ['.svg', 'image/svg+xml'],
  ['.xml', 'application/xml'],
]);
const binary = new Map([
  ['.png', 'image/png'],
  ['.webp', 'image/webp'],
  ['.woff2', 'font/woff2'],
]);

/** @param {string} name */
function file(name) {
  const extension = extname(name);
  const body = readFileSync(join(folder, name));
  const type = text.get(extension);
  return {
    body: type ? gzipSync(body) : body,
    fields: {
      'Content-Type': type ?? binary.get(extension) ?? 'application/octet-stream',
      'Cache-Control': name.startsWith('_astro/')
        ? 'public, max-age=31536000, immutable'
        : 'public, max-age=0, must-revalidate',
      ...(type && { 'Content-Encoding': 'gzip', Vary: 'Accept-Encoding' }),
    },
  };
}

const files = new Map(
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => {
      const path = join(parentPath, name).slice(join(folder, sep).length).replaceAll(sep, '/');
      return [`/${path}`.replace(/\/index\.html$/, '/'), file(path)];
    }),
);

createServer(({ url = '/' }, response) => {
  const file = files.get(url.replace(/\?.*/, ''));
  if (file) response.writeHead(200, { ...file.fields, 'Content-Length': file.body.length }).end(file.body);
  else response.writeHead(404).end();
}).listen(Number(port));
