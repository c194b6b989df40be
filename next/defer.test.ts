import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { deferPages } from './adapter.mjs';
import { dataAddress, deferProgram, inlineScripts } from './defer.mjs';

const styles = '<link rel="stylesheet" href="/a.css" data-precedence="next"/>';
const headScript = '<script>"$&"</script>';
const preload = '<link rel="preload" as="script" fetchPriority="low" href="/_next/static/chunks/b.js"/>';
const face =
  '<link rel="preload" href="/_next/static/media/f.woff2" as="font" crossorigin="" type="font/woff2"/>';
const flight = 'self.__next_f.push([1,"$&"])';
const page = [
  `<html lang="en"><head><title>T</title>${preload}${face}${styles}<script src="/_next/static/chunks/a.js" async=""></script>`,
  `${headScript}<script src="/_next/static/chunks/old.js" noModule=""></script></head>`,
  '<body><main><h1 class="a">Title <b>b</b></h1><p class="b">Lead</p><p>More</p></main>',
  '<script type="application/ld+json">{"about":"self.__next_f"}</script>',
  '<script id="_R_">(globalThis["TURBOPACK"]).push({})</script>',
  '<script src="/_next/static/chunks/b.js" async=""></script>',
  `<script>${flight}</script></body></html>`,
].join('');
const data = `(globalThis["TURBOPACK"]).push({});\n${flight}`;
const list = `["${dataAddress(data)}","/_next/static/chunks/a.js","/_next/static/chunks/b.js"]`;

describe('what the framework writes, as next/defer.mjs knows it', () => {
  const deferred = deferProgram(page);

  test('asynchronous scripts are the program; those for old browsers and blocks of data are not', () => {
    expect(deferred?.html).toContain(`<script id="program" type="application/json">${list}</script>`);
    expect(deferred?.html).toContain('<script src="/_next/static/chunks/old.js" noModule=""></script>');
    expect(deferred?.html).toContain('<script type="application/ld+json">{"about":"self.__next_f"}</script>');
    expect(deferred?.html).not.toContain('async=""');
    expect(deferred?.html).not.toContain('as="script"');
  });

  test('scripts that push to the framework or its bundler are data, in their order and as they were', () => {
    expect(deferred?.data).toBe(data);
  });

  test('faces are preloaded by nothing but the script of the head, which finds their addresses on the root', () => {
    expect(deferred?.html).toContain('<html data-faces="/_next/static/media/f.woff2" lang="en">');
    expect(deferred?.html).not.toContain('as="font"');
  });

  test('the script of the head stands before the styles, and the list after it, where hydration skips it', () => {
    expect(deferred?.html).toContain(
      `<title>T</title>${headScript}<script id="program" type="application/json">${list}</script>${styles}`,
    );
  });

  test('a stop stands after the title and its paragraph', () => {
    expect(deferred?.html).toContain(
      '<p class="b">Lead</p><script>document.currentScript.remove()</script><p>More</p>',
    );
  });

  test('the answer in short stands before the stop', () => {
    const short = '<section aria-label="In short"><dl><dt>a</dt></dl></section>';
    const deferredShort = deferProgram(page.replace('</h1>', `</h1>${short}`));
    expect(deferredShort?.html).toContain(
      `</h1>${short}<p class="b">Lead</p><script>document.currentScript.remove()</script><p>More</p>`,
    );
  });

  test('so does the first paragraph of a text, where it follows the header of the page', () => {
    const text = deferProgram(page.replace('<p>More</p>', '</header><p>First</p><p>More</p>'));
    expect(text?.html).toContain(
      '<p class="b">Lead</p></header><p>First</p><script>document.currentScript.remove()</script><p>More</p>',
    );
  });

  test('a page without styles or title is deferred all the same', () => {
    const plain = deferProgram(page.replace(styles, ''));
    expect(plain?.html).toContain(`${headScript}<script id="program"`);
    expect(plain?.html).not.toContain('currentScript');
  });

  test('a page is not deferred twice, nor is one that starts nothing', () => {
    expect(deferProgram(deferred?.html ?? '')).toBeUndefined();
    expect(deferProgram('<html><body></body></html>')).toBeUndefined();
  });

  test.each([
    page.replaceAll('async=""', 'defer=""'),
    page.replace(/<script id="_R_">.*?<\/script>/, '').replace(flight, 'nothing()'),
    page.replace(headScript, ''),
  ])('another notation stops the build', (html) => {
    expect(() => deferProgram(html)).toThrow('next/defer.mjs');
  });

  test('inline scripts are told from blocks of data and from files', () => {
    expect(inlineScripts(deferred?.html ?? '')).toEqual(['"$&"', 'document.currentScript.remove()']);
  });
});

describe('the pages of a build', () => {
  const folder = mkdtempSync(join(tmpdir(), 'doorman-build-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const write = (name: string, html: string) => {
    const file = join(folder, name);
    writeFileSync(file, html);
    return file;
  };

  test('are deferred, and their inline scripts named by hash: the same on all (CSP3 §2.3.1)', () => {
    const files = [write('one.html', page), write('two.html', page.replace('More', 'Other'))];
    expect(deferPages(files, folder)).toHaveLength(2);
    expect(readdirSync(join(folder, 'data'))).toHaveLength(1);
    expect(readFileSync(files[0] ?? '', 'utf8')).toBe(deferProgram(page)?.html);
  });

  test('stop the build with the name of the one that has a script of its own', () => {
    const files = [
      write('three.html', page),
      write('four.html', page.replace('</main>', '<script>other()</script></main>')),
    ];
    expect(() => deferPages(files, folder)).toThrow(
      'four.html: It has an inline script that no other page has.',
    );
  });
});
