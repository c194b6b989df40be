// Makes do with fewer colours: a page has few of its own, and many where letters meet their ground.

/** @typedef {{ colour: number, count: number }} Tint */

/** How far down each of red, green and blue stands in 0xRRGGBB. */
const shifts = [16, 8, 0];

/** The side along which the colours of a box lie furthest apart. @param {readonly Tint[]} box */
function longest(box) {
  let best = { shift: 0, width: 0 };
  for (const shift of shifts) {
    const values = box.map(({ colour }) => (colour >> shift) & 0xff);
    const width = values.reduce((a, b) => Math.max(a, b)) - values.reduce((a, b) => Math.min(a, b));
    if (width > best.width) best = { shift, width };
  }
  return best;
}

/** A box with what is known of it. @param {Tint[]} tints */
function boxOf(tints) {
  const { shift, width } = longest(tints);
  const count = tints.reduce((sum, tint) => sum + tint.count, 0);
  return { tints, shift, need: width * Math.sqrt(count) };
}

/** Two boxes with about as many pixels each. @param {ReturnType<typeof boxOf>} box */
function halves({ tints, shift }) {
  const sorted = [...tints].sort((a, b) => ((a.colour >> shift) & 0xff) - ((b.colour >> shift) & 0xff));
  const half = sorted.reduce((sum, { count }) => sum + count, 0) / 2;
  let [at, seen] = [0, 0];
  while (at < sorted.length - 1 && seen + (sorted[at]?.count ?? 0) <= half) seen += sorted[at++]?.count ?? 0;
  const cut = Math.max(1, at);
  return [boxOf(sorted.slice(0, cut)), boxOf(sorted.slice(cut))];
}

/**
 * The same pixels in at most so many colours, by cutting the box of all colours in two, over and over. The commonest
 * colour of each box stands for it, so that grounds keep their own.
 * @param {Uint32Array} pixels
 * @param {number} most
 * @returns {{ pixels: Uint32Array, colours: number[] }}
 */
export function fewerColours(pixels, most) {
  /** @type {Map<number, number>} */
  const counts = new Map();
  for (const colour of pixels) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  let boxes = [boxOf([...counts].map(([colour, count]) => ({ colour, count })))];
  while (boxes.length < most) {
    const widest = boxes.reduce((a, b) => (b.need > a.need ? b : a));
    if (widest.need === 0) break;
    boxes = [...boxes.filter((box) => box !== widest), ...halves(widest)];
  }
  /** @type {Map<number, number>} */
  const standIns = new Map();
  const colours = boxes.map(({ tints }) => {
    const { colour: standIn } = tints.reduce((a, b) => (b.count > a.count ? b : a));
    for (const { colour } of tints) standIns.set(colour, standIn);
    return standIn;
  });
  return { pixels: pixels.map((colour) => standIns.get(colour) ?? colour), colours };
}
