// Makes a screenshot small enough for a repository: a PNG with a palette of at most 256 colours.
import sharp from 'sharp';
import { Stop } from '../stop.mjs';

/** Bytes that one picture may have. */
export const mostBytes = 150_000;

/**
 * The same picture as a PNG with a palette, without transparency, in the best quality that fits.
 * Throws a Stop if even the lowest quality is too large, and an Error if `file` is no picture.
 * @param {Buffer} file
 * @param {string} name For the sentence of the Stop
 * @param {number} [limit] Bytes
 * @returns {Promise<Buffer>}
 */
export async function smallPng(file, name, limit = mostBytes) {
  const picture = sharp(file).removeAlpha();
  // Below 70 the ground of a page no longer has its own colour.
  for (const quality of [100, 90, 80, 70]) {
    const written = await picture
      .clone()
      .png({ palette: true, quality, effort: 10, compressionLevel: 9, dither: 0 })
      .toBuffer();
    if (written.length <= limit) return written;
  }
  throw new Stop(`${name} does not fit into ${limit / 1000} kB: choose a calmer view.`);
}
