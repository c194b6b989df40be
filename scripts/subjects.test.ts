import { expect, test } from 'vitest';
import { subjectFault } from './subjects.mjs';

test('a subject names its area in small letters, then what changes', () => {
  for (const subject of [
    'scripts: print the time of each part',
    'e2e: sort the specs into wire, journeys and deep',
    'lib/store: take the memory of a cache as it fills',
    'Merge branch main',
    'Revert "scripts: print the time"',
  ]) {
    expect(subjectFault(subject), subject).toBeUndefined();
  }
});

test.each([
  ['Print the time of each part', 'Begin with what it is about'],
  ['Scripts: print the time', 'Begin with what it is about'],
  ['scripts:print the time', 'Begin with what it is about'],
  ['scripts: print the time.', 'Leave out the full stop'],
  [`scripts: ${'x'.repeat(71)}`, 'It has 80 characters: use at most 72'],
])('%s is refused, with what to do', (subject, advice) => {
  expect(subjectFault(subject)).toContain(advice);
});
