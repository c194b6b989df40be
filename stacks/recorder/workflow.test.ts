/** The workflow that records stacks anew: it cannot run on this machine, so what it rests on is looked up. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { chosenStacks } from './chosen.mjs';
import { recordFolder, stacksFolder } from './declaration.mjs';

interface Workflow {
  jobs: Record<string, { steps: { run?: string; with?: Record<string, unknown> }[] }>;
}

describe('the job that records stacks', () => {
  const file = join(stacksFolder, '..', '.github', 'workflows', 'stacks.yml');
  const workflow = parse(readFileSync(file, 'utf8')) as Workflow;
  const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);
  const records = readdirSync(recordFolder).map((file) =>
    JSON.parse(readFileSync(join(recordFolder, file), 'utf8')),
  );

  test('passes options that the command has, and names of stacks', () => {
    const args = steps.flatMap(({ run = '' }) =>
      [...run.matchAll(/\bnpm run stacks -- (.+)/g)].map(([, given = '']) => given.split(' ')),
    );
    expect(args).not.toEqual([]);
    for (const given of args) expect(() => chosenStacks(given)).not.toThrow();
  });

  test('runs the Node.js that the record names, since another one is a difference', () => {
    const recorded = new Set(records.flatMap(({ versions }) => versions['Node.js'] ?? []));
    const used = steps.flatMap(({ with: options }) => options?.['node-version'] ?? []).map(String);
    expect(used).toEqual([...recorded]);
  });

  test('needs nothing but npm', () => {
    const { chosen } = chosenStacks(['--npm']);
    expect(chosen.length).toBeGreaterThan(10);
    expect(chosen.flatMap(({ needs }) => needs)).toEqual([]);
  });

  test('fails on an option that is none, and where nothing would be recorded', () => {
    expect(() => chosenStacks(['--nmp'])).toThrow('--npm');
    expect(() => chosenStacks(['--npm', 'nginx-basic'])).toThrow('nginx-basic');
    expect(() => chosenStacks(['no-such-stack'])).toThrow('There is no stack no-such-stack');
  });
});
