// Reads the PNG files that a browser writes, and writes small ones with a palette (W3C PNG, third edition).
import { crc32, deflateSync, inflateSync } from 'node:zlib';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/**
 * One number for each pixel, 0xRRGGBB, in the order of reading.
 * @typedef {{ width: number, height: number, pixels: Uint32Array }} Picture
 */

/** @param {Buffer} file @returns {{ kind: string, data: Buffer }[]} */
function chunks(file) {
  const chunks = [];
  for (let at = signature.length; at < file.length; ) {
    const length = file.readUInt32BE(at);
    chunks.push({
      kind: file.toString('latin1', at + 4, at + 8),
      data: file.subarray(at + 8, at + 8 + length),
    });
    at += length + 12;
  }
  return chunks;
}

/**
 * What stands at one place of a line before the filter was applied.
 * @param {number} filter @param {number} left @param {number} up @param {number} corner
 */
function predicted(filter, left, up, corner) {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  if (filter !== 4) return 0;
  const near = left + up - corner;
  const [byLeft, byUp, byCorner] = [Math.abs(near - left), Math.abs(near - up), Math.abs(near - corner)];
  if (byLeft <= byUp && byLeft <= byCorner) return left;
  return byUp <= byCorner ? up : corner;
}

/**
 * Reads a PNG of eight bits a sample, RGB or RGBA, without interlacing. Transparency is dropped.
 * Throws an Error where the file is another kind of picture.
 * @param {Buffer} file
 * @returns {Picture}
 */
export function readPng(file) {
  const parts = chunks(file);
  const head = parts.find(({ kind }) => kind === 'IHDR')?.data;
  if (!file.subarray(0, 8).equals(signature) || !head) throw new Error('This is no PNG.');
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)];
  const size = { 2: 3, 6: 4 }[head[9] ?? 0];
  if (head[8] !== 8 || !size || head[12] !== 0) throw new Error('Not a PNG of RGB in eight bits.');
  const lines = inflateSync(
    Buffer.concat(parts.filter(({ kind }) => kind === 'IDAT').map(({ data }) => data)),
  );
  const stride = width * size;
  const pixels = new Uint32Array(width * height);
  let above = new Uint8Array(stride);
  for (let y = 0; y < height; y += 1) {
    const from = y * (stride + 1);
    const filter = lines[from] ?? 0;
    const line = new Uint8Array(stride);
    for (let x = 0; x < stride; x += 1) {
      const [left, corner] = x < size ? [0, 0] : [line[x - size] ?? 0, above[x - size] ?? 0];
      line[x] = (lines[from + 1 + x] ?? 0) + predicted(filter, left, above[x] ?? 0, corner);
    }
    for (let x = 0; x < width; x += 1) {
      const at = x * size;
      pixels[y * width + x] = ((line[at] ?? 0) << 16) | ((line[at + 1] ?? 0) << 8) | (line[at + 2] ?? 0);
    }
    above = line;
  }
  return { width, height, pixels };
}

/** @param {string} kind @param {Buffer} data */
function chunk(kind, data) {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/**
 * Writes a PNG with a palette. Every pixel of the picture must be one of the colours, which are at most 256.
 * @param {Picture} picture
 * @param {readonly number[]} colours
 * @returns {Buffer}
 */
export function writePng({ width, height, pixels }, colours) {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  // Eight bits, a palette; no other way to compress or filter exists, and no interlacing.
  head.set([8, 3, 0, 0, 0], 8);
  const palette = Buffer.from(
    colours.flatMap((colour) => [colour >> 16, (colour >> 8) & 0xff, colour & 0xff]),
  );
  const places = new Map(colours.map((colour, place) => [colour, place]));
  const lines = Buffer.alloc((width + 1) * height);
  pixels.forEach((colour, at) => {
    lines[at + Math.floor(at / width) + 1] = places.get(colour) ?? 0;
  });
  const data = deflateSync(lines, { level: 9, memLevel: 9 });
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('PLTE', palette),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
