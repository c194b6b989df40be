import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { root } from './paths.mjs';
import { mostBytes, smallPng } from './pictures/small-png.mjs';
import { themes, views } from './pictures/views.mjs';

/** The pixels of a picture, 0xRRGGBB each, in the order of reading. */
async function pixelsOf(file: Buffer) {
  const { data, info } = await sharp(file).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const pixels = Array.from({ length: info.width * info.height }, (_, at) => data.readUIntBE(3 * at, 3));
  return { width: info.width, height: info.height, pixels };
}

/** A screenshot as a browser writes it: RGBA, nothing of it transparent. */
function screenshot(width: number, height: number, colourAt: (place: number) => number) {
  const data = Buffer.alloc(4 * width * height);
  for (let at = 0; at < width * height; at += 1) data.writeUInt32BE(colourAt(at) * 256 + 255, 4 * at);
  return sharp(data, { raw: { width, height, channels: 4 } })
    .png()
    .toBuffer();
}

/** Colours that no two neighbours share, from a multiplier that visits them all. */
const noise = (at: number) => (at * 0x9e3779b1) & 0xffffff;

describe('a small PNG', () => {
  test('has the same pixels where there are few colours', async () => {
    const colours = [0xffffff, 0x000000, 0xf1b047, 0xfdfdfe];
    const file = await screenshot(8, 5, (at) => colours[at % 3 === 0 ? 3 : at % 4] ?? 0);
    expect(await pixelsOf(await smallPng(file, 'few'))).toEqual(await pixelsOf(file));
  });
  test('has a palette, no transparency and at most 256 colours', async () => {
    const file = await smallPng(await screenshot(64, 64, noise), 'many');
    const { isPalette, hasAlpha } = await sharp(file).metadata();
    expect({ isPalette, hasAlpha }).toEqual({ isPalette: true, hasAlpha: false });
    expect(new Set((await pixelsOf(file)).pixels).size).toBeLessThanOrEqual(256);
  });
  test('keeps the colour of the ground, which is most of a picture', async () => {
    const file = await screenshot(80, 80, (at) => (at % 6 === 0 ? noise(at) : 0xfdfdfe));
    expect((await pixelsOf(await smallPng(file, 'ground'))).pixels[1]).toBe(0xfdfdfe);
  });
  test('has a lower quality where it must fit', async () => {
    const file = await screenshot(120, 120, (at) => noise(at) & 0x0f0f0f);
    const best = await smallPng(file, 'best');
    expect((await smallPng(file, 'less', best.length - 1)).length).toBeLessThan(best.length);
  });
  test('is refused by name where it cannot fit', async () => {
    await expect(smallPng(await screenshot(9, 9, noise), 'wild.png', 100)).rejects.toThrow(
      'wild.png does not fit into 0.1 kB',
    );
  });
  test('is not made of what is no picture', async () => {
    await expect(smallPng(Buffer.from('no picture'), 'text')).rejects.toThrow('unsupported image format');
  });
});

test('content/pictures holds DevTools in both themes, at the same size, and what curl printed about a real 401', () => {
  const folder = join(root, 'content', 'pictures');
  expect(readdirSync(folder).sort()).toEqual(['curl.txt', 'devtools-dark.png', 'devtools-light.png']);
  const sizes = themes.map((theme) => {
    const file = readFileSync(join(folder, `devtools-${theme}.png`));
    expect(file.length).toBeLessThanOrEqual(mostBytes);
    return [file.readUInt32BE(16), file.readUInt32BE(20)];
  });
  expect(sizes[0]).toEqual(sizes[1]);
  const said = readFileSync(join(folder, 'curl.txt'), 'utf8');
  for (const line of [
    /^\$ curl -v /,
    /^> Authorization: Basic /m,
    /^< HTTP\/1\.1 401 /m,
    /^< WWW-Authenticate: /m,
  ])
    expect(said).toMatch(line);
});

test('docs/pictures holds every view in both themes, nothing else, and nothing heavy', () => {
  const folder = join(root, 'docs', 'pictures');
  const names = readdirSync(folder).sort();
  expect(names).toEqual(views.flatMap(({ name }) => themes.map((theme) => `${name}-${theme}.png`)).sort());
  for (const name of names) expect(statSync(join(folder, name)).size, name).toBeLessThanOrEqual(mostBytes);
});
