/** A pattern that reads a long field again and again would keep everybody else waiting: one process serves all. */
import { describe, expect, it } from 'vitest';
import { exerciseSlugs, loadExercise } from '@/lib/exercises';
import type { Field } from '@/lib/http-auth/message';
import { serverEnv } from '@/lib/sandbox/env';
import { resourceOf } from '@/lib/sandbox/open-resource';
import { respond } from '@/lib/sandbox/respond';
import { memoryStore } from '@/lib/store/memory';

/** A request has 16 KiB of field lines at most. */
const longest = 15_000;
const limitMs = 1000;

const begun = [
  'User-Agent: toy-robot/1.0 ',
  'Authorization: Bearer ',
  'Authorization: Basic ',
  'Authorization: Digest ',
];
const beginnings = [...begun, 'Cookie: ', 'Origin: http://', 'X-API-Key: ', 'Cache-Control: '];
const repeated = [' ', ',', '"', 'a=b;', '(https://.', 'eyJ-'];

const hostile = beginnings.flatMap((beginning) => {
  const [name = '', value = ''] = beginning.split(': ');
  return repeated.map((piece): Field => [name, `${value}${piece.repeat(longest / piece.length)}x`]);
});

describe('no exercise takes long to read a field that repeats itself', () => {
  it.each(exerciseSlugs())('%s', async (slug) => {
    const exercise = await loadExercise(slug);
    if (!exercise) throw new Error(`There is no exercise ${slug}.`);
    const open = await resourceOf(slug, exercise, 'hostile-attempt', 'toy-secret', () => new Date());
    const env = serverEnv(memoryStore(), open.base, 'http://localhost:3000');
    const { method = 'GET', path = '/' } = exercise.goal;
    for (const field of hostile) {
      const message = { method, target: open.base + path, fields: [field], body: new Uint8Array() };
      const start = process.cpuUsage();
      const { status } = await respond(message, open, env);
      const { user } = process.cpuUsage(start);
      const what = `${field[0]}: ${field[1].slice(0, 40)}…`;
      expect(status, what).not.toBe(500);
      expect(user / 1000, what).toBeLessThan(limitMs);
    }
  });
});
