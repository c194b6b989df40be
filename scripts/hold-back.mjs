// After the build: takes the framework's scripts out of a page, so that they run when somebody is there
// (lib/start/starter.mjs) and the page holds its text once; and lets a browser paint the first screen before it reads on.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const preload = /<link rel="preload" as="script"[^>]*>/g;
const script = /<script([^>]*)>([\s\S]*?)<\/script>/g;

const title = /<h1[ >][\s\S]*?<\/h1>(?:<p[ >][\s\S]*?<\/p>)?/;

/** A browser reads no further before the styles have come. It goes by itself, since the framework does not expect it. */
const stop = '<script>document.currentScript.remove()</script>';

/** Where the text of the inline scripts goes, below the build's folder `static`. */
const folder = 'chunks/held';

/** What a build was changed by: a new version of this step wants a new build. */
export const heldBackBy = nameOf(readFileSync(new URL(import.meta.url), 'utf8'));

/**
 * The page without the scripts that start it, and the text of those that stood inline, in their order. The page lists
 * what to load in an element of data: the text first, since the framework reads it when it starts.
 * Undefined where a page starts nothing, or was held back before. Throws where the page is not as it is known.
 * @param {string} html
 * @param {(text: string) => string} addressOf The address under which the text will be served.
 * @returns {{ html: string, text: string } | undefined}
 */
export function holdBack(html, addressOf) {
  /** @type {string[]} */ const inline = [];
  /** @type {string[]} */ const files = [];
  const rest = html.replace(preload, '').replace(script, (whole, attributes, text) => {
    const [, src] = / src="(\/_next\/[^"]+)"/.exec(attributes) ?? [];
    if (src && / async(?:=""|\b)/.test(attributes)) files.push(src);
    else if (/self\.__next_f|globalThis\["TURBOPACK"\]/.test(text) && !attributes.includes('type='))
      inline.push(text);
    else return whole;
    return '';
  });
  if (files.length === 0 && inline.length === 0) return undefined;
  if (files.length === 0 || inline.length === 0 || !rest.includes('</body>'))
    throw new Error('The framework writes its scripts in a way that scripts/hold-back.mjs does not know.');
  const text = inline.join(';\n');
  const list = JSON.stringify([addressOf(text), ...files]).replaceAll('<', '\\u003c');
  return {
    text,
    html: rest.replace('</body>', () => `<script id="held" type="application/json">${list}</script></body>`),
  };
}

/**
 * The page with the script of its head before the styles, so that the text is read while they come, and a stop after the
 * title and its paragraph: at once what was read so far is painted, and only then is the rest read and laid out. A page
 * without title or styles is left as it is, as the framework's own for errors. Throws where the head is not as it is
 * known.
 * @param {string} html
 */
export function firstScreenFirst(html) {
  const [head = ''] = html.split('</head>', 1);
  const styles = head.indexOf('<link rel="stylesheet"');
  if (styles < 0 || !title.test(html)) return html;
  const [own] = /<script>[\s\S]*?<\/script>/.exec(head) ?? [];
  if (!own || head.indexOf(own) < styles)
    throw new Error('The framework writes its head in a way that scripts/hold-back.mjs does not know.');
  const early = head.slice(0, styles) + own + head.slice(styles).replace(own, '');
  return early + html.slice(head.length).replace(title, (found) => found + stop);
}

/**
 * Holds back every page of the build in `build`. Throws with the name of the page that is not as it is known.
 * @param {string} build
 * @returns {number} How many pages were changed.
 */
export function holdBackAll(build) {
  mkdirSync(path.join(build, 'static', folder), { recursive: true });
  const pages = readdirSync(path.join(build, 'server'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.html'))
    .map((entry) => path.join(entry.parentPath, entry.name));
  return pages.filter((page) => {
    try {
      const held = holdBack(readFileSync(page, 'utf8'), (text) => `/_next/static/${nameOf(text)}`);
      if (!held) return false;
      writeFileSync(path.join(build, 'static', nameOf(held.text)), held.text);
      writeFileSync(page, firstScreenFirst(held.html));
      return true;
    } catch (error) {
      throw new Error(`${path.relative(build, page)}: ${error instanceof Error ? error.message : error}`);
    }
  }).length;
}

/** @param {string} text */
function nameOf(text) {
  return `${folder}/${createHash('sha256').update(text).digest('hex').slice(0, 16)}.js`;
}
