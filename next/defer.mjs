// What a page of the build becomes before it is served: its first screen is read and painted first, and its program,
// which the framework would have the browser load at once, is listed for lib/early/early-input.mjs to load after that.
import { createHash } from 'node:crypto';

const preload = /<link rel="preload" as="script"[^>]*>/g;
const facePreload = /<link rel="preload" href="([^"]+)" as="font"[^>]*>/g;
const script = /<script([^>]*)>([\s\S]*?)<\/script>/g;
/** The title with what follows it on the first screen: the answer in short, a paragraph, and the first one of the text. */
const title =
  /<h1[ >][\s\S]*?<\/h1>(?:<section aria-label="In short"[\s\S]*?<\/section>)?(?:<p[ >][\s\S]*?<\/p>)?(?:<\/header><p[ >][\s\S]*?<\/p>)?/;
const styles = '<link rel="stylesheet"';

/** A browser reads no further before the styles have come. It removes itself, since the framework does not expect it. */
export const stopScript = 'document.currentScript.remove()';

/** Where the data of pages in the framework's notation goes, below the build's folder `static`. */
export const dataFolder = 'data';

/**
 * The page without the scripts that start it, and with the addresses of its faces on its root, with spaces between them.
 * `data` is what stood inline, in its order: the page in the framework's notation, to be served under `dataAddress(data)`. Undefined where a page starts nothing, or was deferred before.
 * Throws where the framework writes a page in another way than this module knows.
 * @param {string} html
 * @returns {{ html: string, data: string } | undefined}
 */
export function deferProgram(html) {
  /** @type {string[]} */ const inline = [];
  /** @type {string[]} */ const files = [];
  /** @type {string[]} */ const faces = [];
  const bare = html.replace(preload, '').replace(facePreload, (_, href) => {
    faces.push(href);
    return '';
  });
  const rest = bare.replace(script, (whole, attributes, text) => {
    const [, src] = / src="(\/_next\/[^"]+)"/.exec(attributes) ?? [];
    if (src && / async(?:=""|\b)/.test(attributes)) files.push(src);
    else if (/self\.__next_f|globalThis\["TURBOPACK"\]/.test(text) && !attributes.includes('type='))
      inline.push(text);
    else return whole;
    return '';
  });
  if (files.length === 0 && inline.length === 0) return undefined;
  const [head = ''] = rest.split('</head>', 1);
  const [headScript] = /<script>[\s\S]*?<\/script>/.exec(head) ?? [];
  if (files.length === 0 || inline.length === 0 || !headScript)
    throw new Error('The framework writes its scripts in a way that next/defer.mjs does not know.');
  const data = inline.join(';\n');
  const list = JSON.stringify([dataAddress(data), ...files]).replaceAll('<', '\\u003c');
  // After the script of the head: where the framework takes the page over, it expects that one first.
  const program = `<script id="program" type="application/json">${list}</script>`;
  const named = faces.length > 0 ? rest.replace('<html', `<html data-faces="${faces.join(' ')}"`) : rest;
  return { data, html: firstScreenFirst(named.replace(headScript, ''), headScript + program) };
}

/**
 * The page with `early` before its styles, so that it is run while they come, and a stop after the title and what
 * belongs to it: what was read so far is painted, and only then is the rest read and laid out. A page without title or styles
 * has `early` at the end of its head.
 * @param {string} html
 * @param {string} early
 */
function firstScreenFirst(html, early) {
  const at = html.indexOf(styles);
  const end = html.indexOf('</head>');
  if (at < 0 || at > end || !title.test(html)) return html.slice(0, end) + early + html.slice(end);
  const ordered = html.slice(0, at) + early + html.slice(at);
  return ordered.replace(title, (match) => `${match}<script>${stopScript}</script>`);
}

/**
 * Where the data of a page is served: by its content, so that it may be cached for ever.
 * @param {string} data
 */
export function dataAddress(data) {
  const digest = createHash('sha256').update(data).digest('hex').slice(0, 16);
  return `/_next/static/${dataFolder}/${digest}.js`;
}

/**
 * The texts of the inline scripts of a page, each once; blocks of data are no scripts.
 * @param {string} html
 * @returns {string[]}
 */
export function inlineScripts(html) {
  const texts = [...html.matchAll(script)].flatMap(([, attributes = '', text = '']) =>
    / src=/.test(attributes) || /type="application\/(?:ld\+)?json"/.test(attributes) ? [] : [text],
  );
  return [...new Set(texts)];
}
