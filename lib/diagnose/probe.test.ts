import { test } from 'vitest';
import { listCauses } from '@/lib/content/causes';
import { asText } from './as-text';
import { listCases } from './cases.fixtures';
import { diagnose } from './diagnose';
import { prepare } from './rank';
import { read } from './read';

const now = Date.parse('2026-09-01T12:00:00Z');
test('print', () => {
  const knowledge = prepare(listCauses());
  const out: string[] = [];
  for (const one of listCases()) {
    const d = diagnose(read(one.text), knowledge, now);
    if (d.certain.length)
      out.push(
        `## ${one.file}`,
        ...d.certain.map(
          (c) =>
            `   [${c.check}] ${c.statement} | ${c.evidence.before}[[${c.evidence.marked}]]${c.evidence.after}`,
        ),
      );
    if (process.env.ONE && one.file.startsWith(process.env.ONE)) out.push(asText(d, 'http://localhost:3000'));
  }
  console.log(out.join('\n'));
});
