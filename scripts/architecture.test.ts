/** docs/architecture.svg draws the rooms and the arrows that are there, no more and no fewer. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from './paths.mjs';

const drawing = readFileSync(join(root, 'docs', 'architecture.svg'), 'utf8');
const drawn = (attribute: string) =>
  [...drawing.matchAll(new RegExp(`data-${attribute}="([^"]+)"`, 'g'))].map(([, value = '']) => value).sort();
const rooms = drawn('room');

const folders = (below: string) =>
  readdirSync(join(root, below), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `${below}/${name}`);

/** The rooms that files of `room` import, tests and fixtures aside. */
function imports(room: string): string[] {
  const sources = readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.(test|fixtures)\./.test(name))
    .map((name) => readFileSync(join(root, room, name), 'utf8'));
  const found = sources.flatMap((source) =>
    [...source.matchAll(/(?:from |import\()'@\/(lib\/[^/']+|[^/']+)/g)].map(([, to = '']) => to),
  );
  return [...new Set(found)].filter((to) => to !== room);
}

test('every room that is drawn is a folder', () => {
  expect(rooms.filter((room) => !existsSync(join(root, room)))).toEqual([]);
});

test('every folder of lib is drawn, both rooms above, and what knows the framework’s build', () => {
  expect(rooms).toEqual([...folders('lib'), 'app', 'components', 'next'].sort());
});

test('the arrows are the imports, app and lib/http-auth aside, of which the words speak', () => {
  const arrows = rooms
    .filter((room) => room !== 'app')
    .flatMap((room) =>
      imports(room)
        .filter((to) => to !== 'lib/http-auth')
        .map((to) => `${room} ${to}`),
    );
  expect(drawn('arrow')).toEqual(arrows.sort());
  expect(imports('lib/http-auth')).toEqual([]);
  expect(imports('lib/offline')).toEqual(['next']);
});
