import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { firstScreenFirst, holdBack, holdBackAll } from './hold-back.mjs';

const page = [
  '<html><head><link rel="preload" as="script" fetchPriority="low" href="/_next/static/chunks/b.js"/>',
  '<script src="/_next/static/chunks/a.js" async=""></script><script>theme</script>',
  '<script src="/_next/static/chunks/old.js" noModule=""></script></head><body><p>Text</p>',
  '<script type="application/ld+json">{"about":"self.__next_f"}</script>',
  '<script id="_R_">(globalThis["TURBOPACK"]).push({})</script>',
  '<script src="/_next/static/chunks/b.js" async=""></script>',
  '<script>self.__next_f.push([1,"$&"])</script></body></html>',
].join('');

describe('a page that is held back', () => {
  const held = holdBack(page, () => '/text.js');

  test('keeps its text, its data and the script in its head', () => {
    expect(held?.html).toBe(
      [
        '<html><head><script>theme</script>',
        '<script src="/_next/static/chunks/old.js" noModule=""></script></head><body><p>Text</p>',
        '<script type="application/ld+json">{"about":"self.__next_f"}</script>',
        '<script id="held" type="application/json">["/text.js","/_next/static/chunks/a.js","/_next/static/chunks/b.js"]</script></body></html>',
      ].join(''),
    );
  });

  test('gives away what stood inline as it was, in its order', () => {
    expect(held?.text).toBe('(globalThis["TURBOPACK"]).push({});\nself.__next_f.push([1,"$&"])');
  });

  test('is not held back twice, nor is a page that starts nothing', () => {
    expect(holdBack(held?.html ?? '', () => '/text.js')).toBeUndefined();
    expect(holdBack('<html><body></body></html>', () => '/text.js')).toBeUndefined();
  });
});

describe('a page that shows its first screen first', () => {
  const styles = '<link rel="stylesheet" href="/a.css" data-precedence="next"/>';
  const script = '<script>"$&"</script>';
  const text = '<main><h1 class="a">Title <b>b</b></h1><p class="b">Lead</p><p>More</p></main></body>';

  test('has its script before the styles, and a stop below the title', () => {
    expect(firstScreenFirst(`<head><title>T</title>${styles}${script}</head><body>${text}`)).toBe(
      `<head><title>T</title>${script}${styles}</head><body><main><h1 class="a">Title <b>b</b></h1><p class="b">Lead</p><script>document.currentScript.remove()</script><p>More</p></main></body>`,
    );
  });

  test('may lack the paragraph', () => {
    const html = `<head>${styles}${script}</head><body><h1>Title</h1><ul></ul></body>`;
    expect(firstScreenFirst(html)).toContain('</h1><script>document.currentScript.remove()</script><ul>');
  });

  test.each([
    `<head>${styles}${script}</head><body><h2>No title</h2></body>`,
    `<head>${script}</head><body>${text}`,
  ])('is left as it is without title or styles: %s', (html) => {
    expect(firstScreenFirst(html)).toBe(html);
  });

  test.each([`<head>${styles}</head><body>${text}`, `<head>${script}${styles}</head><body>${text}`])(
    'stops the build where its head is another: %s',
    (html) => {
      expect(() => firstScreenFirst(html)).toThrow('The framework writes its head');
    },
  );
});

describe('a build that is held back', () => {
  const build = mkdtempSync(join(tmpdir(), 'doorman-held-'));
  afterAll(() => rmSync(build, { recursive: true, force: true }));
  mkdirSync(join(build, 'server', 'app', 'lessons'), { recursive: true });
  const file = join(build, 'server', 'app', 'lessons', 'one.html');

  test('has a file for each text, named by its content', () => {
    writeFileSync(file, page);
    expect(holdBackAll(build)).toBe(1);
    const [name = ''] = readdirSync(join(build, 'static', 'chunks', 'held'));
    expect(name).toMatch(/^[0-9a-f]{16}\.js$/);
    expect(readFileSync(file, 'utf8')).toContain(`/_next/static/chunks/held/${name}`);
  });

  test('stops where the framework writes its scripts in another way, and names the page', () => {
    writeFileSync(
      file,
      page.replaceAll('self.__next_f', 'self.__other').replace('globalThis["TURBOPACK"]', 'x'),
    );
    expect(() => holdBackAll(build)).toThrow(/lessons.one\.html: The framework writes its scripts/);
  });
});
