import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { root } from './paths.mjs';
import { fewerColours } from './pictures/colours.mjs';
import { readPng, writePng } from './pictures/png.mjs';
import { themes, views } from './pictures/views.mjs';

const shades = Uint32Array.from({ length: 1000 }, (_, at) => (at * 0x010307) & 0xffffff);

describe('few colours', () => {
  test('are kept as they are', () => {
    const pixels = Uint32Array.from([0xffffff, 0x000000, 0xffffff, 0xf1b047]);
    const { pixels: same, colours } = fewerColours(pixels, 256);
    expect(same).toEqual(pixels);
    expect(colours.sort()).toEqual([0x000000, 0xf1b047, 0xffffff].sort());
  });
  test.each([2, 16, 256])('are at most %i, and each pixel has one of them', (most) => {
    const { pixels, colours } = fewerColours(shades, most);
    expect(new Set(colours).size).toBe(most);
    expect([...pixels].every((colour) => colours.includes(colour))).toBe(true);
  });
  test('spare the ground, which is most of a picture', () => {
    const pixels = Uint32Array.from([...new Array(5000).fill(0xfdfdfe), ...shades]);
    expect(fewerColours(pixels, 8).colours).toContain(0xfdfdfe);
  });
});

/** A PNG of RGB with one line for each filter of the format, all of the same content before filtering. */
function filtered(): Buffer {
  const line = [10, 20, 30, 40, 60, 90];
  const above = { left: [10, 20, 30, 30, 40, 60], zero: [0, 0, 0, 0, 0, 0] };
  // Averages: half of the sum of left and above; Paeth: above, where it is the same as what is predicted.
  const average = [5, 10, 15, 15, 20, 30];
  const rows = [
    [0, ...line],
    [1, ...above.left],
    [2, ...above.zero],
    [3, ...average],
    [4, ...above.zero],
  ];
  const head = Buffer.from([0, 0, 0, 2, 0, 0, 0, 5, 8, 2, 0, 0, 0]);
  const part = (kind: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(kind), data]);
    const numbers = Buffer.alloc(8);
    numbers.writeUInt32BE(data.length, 0);
    numbers.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([numbers.subarray(0, 4), body, numbers.subarray(4)]);
  };
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    part('IHDR', head),
    part('IDAT', deflateSync(Buffer.from(rows.flat()))),
    part('IEND', Buffer.alloc(0)),
  ]);
}

describe('a PNG', () => {
  test('is read whatever filter its lines have', () => {
    const { width, height, pixels } = readPng(filtered());
    expect([width, height]).toEqual([2, 5]);
    expect([...pixels]).toEqual(Array.from({ length: 5 }, () => [0x0a141e, 0x283c5a]).flat());
  });
  test('with a palette starts as every PNG does', () => {
    const written = writePng({ width: 1, height: 1, pixels: Uint32Array.of(0xf1b047) }, [0xf1b047]);
    expect(written.subarray(1, 4).toString()).toBe('PNG');
    expect(() => readPng(written)).toThrow('Not a PNG of RGB');
  });
  test('of another kind is refused', () => {
    expect(() => readPng(Buffer.from('GIF89a'))).toThrow();
  });
});

test('content/pictures holds DevTools in both themes, at the same size, and what curl printed about a real 401', () => {
  const folder = join(root, 'content', 'pictures');
  expect(readdirSync(folder).sort()).toEqual(['curl.txt', 'devtools-dark.png', 'devtools-light.png']);
  const sizes = themes.map((theme) => {
    const file = readFileSync(join(folder, `devtools-${theme}.png`));
    expect(file.length).toBeLessThanOrEqual(150_000);
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
  for (const name of names) expect(statSync(join(folder, name)).size, name).toBeLessThanOrEqual(150_000);
});
