/** What a file imports, and what the table of rooms says to it. */
import { dirname, join, normalize } from 'node:path';
import { type Room, rooms } from './rooms.mjs';

/** An import as it stands in a file; `line` counts from 1. */
export interface Import {
  readonly specifier: string;
  readonly line: number;
}

// Every form in which one module names another; the formatter writes each of them in one way alone.
const forms = /(?:\bfrom\s+|\bimport\s*\(\s*|^import\s+)(?:'(?<plain>[^'\n]+)'|`(?<template>[^`$\n]+)\$\{)/gm;

/** The imports of a source text, in their order. A template counts by what stands before its first value. */
export function importsOf(source: string): Import[] {
  return [...source.matchAll(forms)].map((match) => ({
    specifier: match.groups?.plain ?? match.groups?.template ?? '',
    line: source.slice(0, match.index).split('\n').length,
  }));
}

/** The room in which a file lies, or undefined where it lies in none. `file` is a path from the root of the repository. */
export function roomOf(file: string): Room | undefined {
  const subject = file.replace('.test.', '.');
  return rooms.find(({ path }) => subject === path || file.startsWith(`${path}/`));
}

/**
 * The path from the root that a specifier names, without its ending; undefined for a package or a module of Node.js.
 * `file` is the path of the file that imports.
 */
export function target(file: string, specifier: string): string | undefined {
  const path = specifier.startsWith('@/')
    ? specifier.slice(2)
    : /^\.{1,2}(\/|$)/.test(specifier)
      ? normalize(join(dirname(file), specifier))
      : undefined;
  return path?.replace(/\.(tsx?|mjs)$/, '');
}

/** Tests, and what they share: they may import the tools of tests, and any room of lib. */
const isTest = (file: string) => /(\.|\/)(test|fixtures|types\.test)\.tsx?$/.test(file);

/** What is wrong with an import, as a sentence that says what to do, or undefined. */
export function fault(file: string, source: string, { specifier }: Import): string | undefined {
  const room = roomOf(file);
  if (!room) return `${file} lies in no room: move it, or add its folder to scripts/rooms.mjs`;
  const path = target(file, specifier);
  const test = isTest(file);
  if (path === undefined) return test ? undefined : strangerFault(room, file, specifier);
  if (within(path, room.path)) return undefined;
  if (test && path.startsWith('lib/')) return undefined;
  const rule = isClient(room, source) ? clientRoom : room;
  const may = [rule.path, ...rule.may, ...(room.files?.[file]?.may ?? [])];
  if (may.some((entry) => admits(entry, path))) return undefined;
  return `${rule.path} may not import ${path}: scripts/rooms.mjs says who may import whom`;
}

// A file of app that runs in the browser takes no more than a component may.
const clientRoom = rooms.find(({ path }) => path === 'components') as Room;
const isClient = (room: Room, source: string) => room.path === 'app' && /^'use client';/m.test(source);

const within = (path: string, room: string) => path === room || path.startsWith(`${room}/`);

function admits(entry: string, path: string): boolean {
  if (entry.endsWith('/*')) return dirname(path) === entry.slice(0, -2);
  const name = entry.replace(/\.(tsx?|mjs)$/, '');
  return within(path, name) || (path === dirname(name) && name.endsWith('/index'));
}

function strangerFault(room: Room, file: string, specifier: string): string | undefined {
  if (specifier.startsWith('node:')) {
    const node = room.node === true ? true : [...room.node, ...(room.files?.[file]?.node ?? [])];
    if (node === true || node.includes(specifier)) return undefined;
    return `${room.path} does not know ${specifier} of Node.js: move what needs it to a room that does`;
  }
  const name = specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
  const full =
    room.packages === true ||
    room.packages.some((packageName) => packageName === name || specifier === packageName);
  return full
    ? undefined
    : `${room.path} does not use the package ${name}: scripts/rooms.mjs lists what it may`;
}
