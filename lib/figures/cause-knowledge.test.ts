import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { expect, test, vi } from 'vitest';
import { writeBuildFacts } from '@/next/build-facts.mjs';
import { causeKnowledge, diagnosisOf } from './cause-knowledge';

test('a server in production knows what its build has, whatever the content says by then', () => {
  const folder = mkdtempSync(join(tmpdir(), 'doorman-build-'));
  const diagnosis = 'app/diagnosis.json.body';
  const [cause] = causeKnowledge().filter(({ slug }) => slug === 'expired-token');
  const causes = [
    { ...cause, slug: 'of-the-build', says: [{ text: 'the build knows this', tool: 'a build' }] },
  ];
  mkdirSync(join(folder, 'app'));
  writeFileSync(join(folder, diagnosis), JSON.stringify({ causes, cues: {} }));
  writeBuildFacts(folder, { scripts: [], offline: {}, diagnosis });
  vi.stubEnv('NODE_ENV', 'production');
  vi.stubEnv('DOORMAN_BUILD_FOLDER', relative(process.cwd(), folder));
  expect(diagnosisOf('Error: the build knows this', 0).likely.map(({ slug }) => slug)).toEqual([
    'of-the-build',
  ]);
  rmSync(folder, { recursive: true });
});
