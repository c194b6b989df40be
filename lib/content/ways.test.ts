import { describe, expect, test } from 'vitest';
import { loadExercise } from '@/lib/exercises';
import { attempt } from '@/lib/exercises/attempt';
import { drawnAny } from '@/lib/exercises/incident';
import { incidentPool } from '@/lib/exercises/incident-pool';
import { incidentsOf } from '@/lib/exercises/way-exam';
import { listCauses } from './causes';
import { lessonMinutes } from './lesson-minutes';
import { findWay, lessonsOf, listWays, wayFaults, wayMinutes } from './ways';

test('there are four ways, and nothing is wrong with them', async () => {
  expect(listWays().map(({ name }) => name)).toEqual(['call-apis', 'build-apis', 'run-servers', 'teach']);
  expect(await wayFaults(listWays())).toEqual([]);
});

test('an incident is a case of causes that there are', () => {
  const slugs = new Set(listCauses().map(({ slug }) => slug));
  expect(incidentPool.flatMap(({ causes }) => causes).filter((cause) => !slugs.has(cause))).toEqual([]);
});

describe.each(listWays())('$title', (way) => {
  test('has an exam whose incidents its lessons explain', async () => {
    const taught = lessonsOf(way).flatMap(({ causes }) => causes);
    const exam = await loadExercise(way.exam);
    const pool = way.exam === 'incident-exam' ? incidentPool : incidentsOf(taught);
    expect(exam?.exam).toBe(true);
    const boards = Array.from({ length: 12 }, async (_, at) => {
      const copy = attempt(way.exam, `attempt-number-${at}`, 'secret of the tests', () => new Date());
      return Object.keys((await exam?.resource(copy))?.routes ?? {});
    });
    const paths = new Set((await Promise.all(boards)).flat());
    const asked = incidentPool.filter(({ path }) => paths.has(path));
    expect(asked.length).toBeGreaterThan(4);
    expect(asked.filter((incident) => !pool.includes(incident)).map(({ path }) => path)).toEqual([]);
  });

  test('takes the minutes of its lessons', async () => {
    const minutes = await Promise.all(lessonsOf(way).map(lessonMinutes));
    expect((await wayMinutes(way)).lessons).toBe(minutes.reduce((sum, length) => sum + length, 0));
    expect((await wayMinutes(way)).exam).toBeGreaterThan(5);
  });
});

test('what is wrong with a way is named', async () => {
  const [way] = listWays();
  if (!way) throw new Error('There is no way.');
  const wrong = {
    ...way,
    exam: 'first-401',
    lessons: ['scopes', 'scopes', 'no-such-lesson', 'right-token-wrong-audience', 'expired'],
  };
  expect((await wayFaults([wrong])).map(({ reason }) => reason)).toEqual([
    '“first-401” is no exam.',
    '“scopes” stands there twice.',
    'There is no lesson “no-such-lesson”.',
    'It needs “expired”, which comes later.',
  ]);
});

test('a draw of a way is of its size, and differs from attempt to attempt', async () => {
  const draws = await Promise.all(
    Array.from({ length: 9 }, (_, at) =>
      drawnAny(
        incidentPool,
        attempt('exam-calling-apis', `attempt-number-${at}`, 's', () => new Date()),
        4,
      ),
    ),
  );
  expect(draws.map((draw) => draw.length)).toEqual(Array(9).fill(4));
  expect(new Set(draws.map((draw) => draw.map(({ path }) => path).join())).size).toBeGreaterThan(4);
});

test('no way has another name', () => {
  expect(findWay('nowhere')).toBeUndefined();
});
