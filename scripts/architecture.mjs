// Draws docs/architecture.svg from the table of rooms. `node scripts/architecture.mjs` writes it.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './paths.mjs';
import { rooms } from './rooms.mjs';

/** @typedef {import('./rooms.mjs').Room & { place: readonly [number, number, number] }} Drawn */

const column = 72;
const floor = 118;
const height = 78;
const margin = 20;
const gap = 10;
const width = 12 * column + 2 * margin;
const top = 44;

/** @type {readonly Drawn[]} */
const drawn = /** @type {any} */ (rooms.filter(({ place }) => place));

const style = `
    :root { --paper: #fdfdfe; --box: #ffffff; --line: #9aa3b5; --ink: #1b2233; --soft: #4c566b; --brand: #2f4b9b; --a: #8a5a00; --r: #b3261e; --s: #4d5a70 }
    @media (prefers-color-scheme: dark) {
      :root { --paper: #10151f; --box: #1e2635; --line: #66728a; --ink: #f0ede6; --soft: #bdc2cc; --brand: #a3b8f5; --a: #f1b047; --r: #ff8d86; --s: #b4bfd0 }
    }
    text { font-family: system-ui, -apple-system, "Segoe UI", sans-serif; font-size: 12.5px; fill: var(--soft) }
    .room { font-family: ui-monospace, "SFMono-Regular", Menlo, Consolas, monospace; font-size: 14px; font-weight: 600; fill: var(--ink) }
    .box { fill: var(--box); stroke: var(--line); stroke-width: 1.25 }
    .core { stroke: var(--brand); stroke-width: 2 }
    .arrow { fill: none; stroke: var(--brand); stroke-width: 1.6; marker-end: url(#head) }
    .mid { text-anchor: middle }
    .gate { fill: none; stroke-width: 2 }
    .number { font-weight: 700; font-size: 14px }`;

/** Where a room is drawn, in pixels. @param {Drawn} room */
function box({ place: [x, y, columns] }) {
  const left = margin + x * column + (x > 0 ? gap / 2 : 0);
  const right = margin + (x + columns) * column - (x + columns < 12 ? gap / 2 : 0);
  return { left, right, top: top + y * floor, bottom: top + y * floor + height };
}

/** The rooms that `room` imports, beside lib/http-auth, which nearly every room does. @param {Drawn} room */
function imported(room) {
  return drawn.filter(
    ({ path }) =>
      path !== 'lib/http-auth' && room.may.some((entry) => entry === path || entry.startsWith(`${path}/`)),
  );
}

/** True if `to` can be reached from `from` through another room, so that no arrow of their own is needed. */
const isImplied = (/** @type {Drawn} */ from, /** @type {Drawn} */ to) =>
  imported(from).some((between) => between !== to && reaches(between, to));

/** @param {Drawn} from @param {Drawn} to @returns {boolean} */
function reaches(from, to) {
  return imported(from).some((next) => next === to || reaches(next, to));
}

const arrows = drawn
  .filter(({ path }) => path !== 'app')
  .flatMap((from) => imported(from).flatMap((to) => (isImplied(from, to) ? [] : [{ from, to }])));

/** The middle of what two rooms share of the width, or the end of `room` that is nearest to the other. */
function exit(/** @type {Drawn} */ room, /** @type {Drawn} */ other) {
  const [a, b] = [box(room), box(other)];
  const left = Math.max(a.left, b.left);
  const right = Math.min(a.right, b.right);
  if (left < right) return (left + right) / 2;
  return a.left > b.left ? a.left + 24 : a.right - 24;
}

/** An arrow from the floor of one room to the ceiling of another. */
function drawArrow(/** @type {{ from: Drawn, to: Drawn }} */ { from, to }) {
  const fromX = passage(from, to) ?? exit(from, to);
  const toX = passage(from, to) ?? exit(to, from);
  const start = box(from).bottom;
  const end = box(to).top - 2;
  const bend = start + (end - start) / 2;
  const path =
    fromX === toX
      ? `M${fromX} ${start}V${end}`
      : `M${fromX} ${start}C${fromX} ${bend} ${toX} ${bend} ${toX} ${end}`;
  return `  <path class="arrow" d="${path}"/>`;
}

/** Where an arrow of more than one floor finds no room in its way: the nearest such place, in pixels. */
function passage(/** @type {Drawn} */ from, /** @type {Drawn} */ to) {
  const between = drawn.filter(({ place: [, y] }) => y > from.place[1] && y < to.place[1]).map(box);
  if (to.place[1] - from.place[1] < 2) return undefined;
  const [a, b] = [box(from), box(to)];
  const [left, right] = [Math.max(a.left, b.left), Math.min(a.right, b.right)];
  for (let x = right - 8; x > left; x -= 2) {
    if (between.every((room) => x < room.left - 4 || x > room.right + 4)) return x;
  }
  return undefined;
}

/** @param {Drawn} room */
function drawRoom(room) {
  const { left, right, top: y } = box(room);
  const isCore = room.path === 'lib/http-auth';
  const name = room.path.startsWith('lib/') ? room.path.slice(4) : `${room.path}/`;
  const lines = wrap(room.purpose, (isCore ? 230 : right - left - 22) / 6.3);
  return [
    `  <rect class="box${isCore ? ' core' : ''}" x="${left}" y="${y}" width="${right - left}" height="${isCore ? height + 14 : height}" rx="8"/>`,
    `  <text class="room" x="${left + 11}" y="${y + 23}">${name}</text>`,
    ...lines.map((line, at) => `  <text x="${left + 11}" y="${y + 42 + 15 * at}">${line}</text>`),
  ].join('\n');
}

/** @param {string} text @param {number} length */
function wrap(text, length) {
  const lines = [''];
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1)} ${word}`.trim();
    if (longer.length <= length) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.filter(Boolean);
}

const gates = [
  { x: 320, status: 400, colour: 's', words: ['syntax'] },
  { x: 490, status: 401, colour: 'a', words: ['authentication'] },
  { x: 680, status: 403, colour: 'r', words: ['authorization,', 'or a 404 that hides'] },
];

function drawGates() {
  const y = top + 5 * floor;
  return gates
    .map(({ x, status, colour, words }) =>
      [
        `  <path class="gate" style="stroke: var(--${colour})" d="M${x} ${y + 76}V${y + 40}a22 22 0 0 1 44 0V${y + 76}"/>`,
        `  <text class="number mid" style="fill: var(--${colour})" x="${x + 22}" y="${y + 62}">${status}</text>`,
        ...words.map((word, at) => `  <text x="${x + 54}" y="${y + 50 + 18 * at}">${word}</text>`),
      ].join('\n'),
    )
    .join('\n');
}

/** The drawing as SVG text. */
export function drawRooms() {
  const bottom = top + 5 * floor + height + 14;
  const names = drawn.map(({ path, purpose }) => `${path}: ${purpose}`).join('. ');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${bottom + 62}" width="${width}" height="${bottom + 62}" role="img" aria-labelledby="title desc">
  <title id="title">The rooms of Doorman and who knows whom</title>
  <desc id="desc">${names}.</desc>
  <style>${style}
  </style>
  <defs>
    <marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0L8 4L0 8z" style="fill: var(--brand)"/></marker>
  </defs>
  <rect width="${width}" height="${bottom + 62}" rx="12" style="fill: var(--paper)"/>
  <text x="${margin}" y="28">Browsers, curl and every other client send real requests to the server.</text>
${arrows.map(drawArrow).join('\n')}
${drawn.map(drawRoom).join('\n')}
${drawGates()}
  <text x="${margin}" y="${bottom + 26}">An arrow says who imports whom; an arrow that others imply is left out. app may import every room,</text>
  <text x="${margin}" y="${bottom + 44}">and nearly every room may import http-auth, which imports none.</text>
</svg>
`;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  writeFileSync(join(root, 'docs', 'architecture.svg'), drawRooms());
}
