import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'vitest';
import { listCauses } from '@/lib/content/causes';
import { listCases } from './cases.fixtures';
import { diagnose } from './diagnose';
import { prepare } from './rank';
import { read } from './read';

const now = Date.parse('2026-09-01T12:00:00Z');
test('fill', () => {
  const knowledge = prepare(listCauses());
  for (const one of listCases()) {
    const d = diagnose(read(one.text), knowledge, now);
    const checks = d.certain
      .map(({ check }) => check)
      .sort()
      .join(', ');
    if (checks === one.certain.slice().sort().join(', ')) continue;
    console.log(one.file, checks, '\n   ', d.certain.map((c) => c.statement).join('\n    '));
    const file = `lib/diagnose/cases/${one.file}`;
    const s = readFileSync(file, 'utf8').replace(/\ncertain: .*\n/, '\n');
    writeFileSync(file, checks ? s.replace('\n---\n', `\ncertain: ${checks}\n---\n`) : s);
  }
});
