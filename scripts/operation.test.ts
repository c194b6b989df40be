/** The examples of docs/deployment.md, as far as they can be checked without the programs that read them. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ValidationSeverity, validate } from 'dockerfile-utils';
import { expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { root } from './paths.mjs';

const text = (name: string) => readFileSync(join(root, name), 'utf8');
const variables = new Set(
  [...text('docs/deployment.md').matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name]) => name),
);
const parsed = (name: string) =>
  parseAllDocuments(text(name), { strict: true, uniqueKeys: true }).map((document) => {
    expect(document.errors).toEqual([]);
    return document.toJS();
  });

test.skipIf(spawnSync('systemd-analyze', ['--version']).status !== 0)(
  'systemd has nothing to say against docs/doorman.service and docs/doorman.socket',
  () => {
    const units = ['docs/doorman.service', 'docs/doorman.socket'].map((name) => join(root, name));
    const { status, stderr } = spawnSync('systemd-analyze', ['verify', '--man=no', ...units], {
      encoding: 'utf8',
    });
    // Where Node.js lies is the machine's own affair.
    const complaints = stderr.split('\n').filter((line) => line && !/not executable|No such file/.test(line));
    expect(complaints).toEqual([]);
    expect([0, 1]).toContain(status);
  },
);

/** What the linter says of a container file, with every question that it leaves out by itself asked as well. */
function lint(containerfile: string): unknown[] {
  const asked = {
    deprecatedMaintainer: ValidationSeverity.ERROR,
    directiveCasing: ValidationSeverity.ERROR,
    emptyContinuationLine: ValidationSeverity.ERROR,
    instructionCasing: ValidationSeverity.ERROR,
    instructionCmdMultiple: ValidationSeverity.ERROR,
    instructionEntrypointMultiple: ValidationSeverity.ERROR,
    instructionHealthcheckMultiple: ValidationSeverity.ERROR,
    instructionJSONInSingleQuotes: ValidationSeverity.ERROR,
    instructionWorkdirRelative: ValidationSeverity.ERROR,
  };
  return validate(containerfile, asked).map(({ message }) => message);
}

test('a linter has nothing to say against the Containerfile', () => {
  const containerfile = text('Containerfile');
  expect(lint(containerfile)).toEqual([]);
  // It would have something to say against these.
  for (const [right, wrong] of [
    ['--start-period', '--begin'],
    ['FROM docker.io', 'FROM --from=x docker.io'],
    ['COPY . .', 'COPY .'],
    ['EXPOSE 3000', 'EXPOSE http'],
    ['WORKDIR /doorman', 'WORKDIR doorman'],
    ['VOLUME /data', 'VOLUM /data'],
  ] as const) {
    expect(lint(containerfile.replace(right, wrong)), wrong).toHaveLength(1);
  }
});

test('the container has a fixed version of its base, and no rights', () => {
  const lines = text('Containerfile').split('\n');
  const bases = lines.filter((line) => line.startsWith('FROM ')).map((line) => line.split(' ')[1]);
  expect(bases.length).toBe(2);
  for (const base of bases) expect(base).toMatch(/^docker\.io\/library\/node:\d+-/);
  expect(lines.filter((line) => line.startsWith('USER '))).toEqual(['USER node']);
});

test('the examples set variables that docs/deployment.md explains', () => {
  const [compose] = parsed('docs/compose.yaml');
  const [deployment] = parsed('docs/kubernetes.yaml');
  const { env } = deployment.spec.template.spec.containers[0];
  const unit = [...text('docs/doorman.service').matchAll(/^Environment=(.+)$/gm)].flatMap(([, line = '']) =>
    line.split(' ').map((pair) => pair.split('=')[0]),
  );
  const set = [
    ...Object.keys(compose.services.doorman.environment),
    ...env.map(({ name }: { name: string }) => name),
    ...unit,
  ];
  expect(set.filter((name) => !variables.has(name) && name !== 'NODE_ENV')).toEqual([]);
});

test('a pod is restarted for /api/health alone, and gets requests by /api/ready', () => {
  const [deployment, service, budget] = parsed('docs/kubernetes.yaml');
  const { spec } = deployment.spec.template;
  const [container] = spec.containers;
  expect(container.livenessProbe.httpGet.path).toBe('/api/health');
  expect(container.readinessProbe.httpGet.path).toBe('/api/ready');
  expect(spec.terminationGracePeriodSeconds).toBeGreaterThan(container.lifecycle.preStop.sleep.seconds + 5);
  for (const { spec: other } of [service, budget]) {
    const selected = other.selector.matchLabels ?? other.selector;
    expect(deployment.spec.template.metadata.labels).toMatchObject(selected);
  }
});

test('the socket of systemd is at the port of its service', () => {
  const [, host, port] = /^ListenStream=(.*):(\d+)$/m.exec(text('docs/doorman.socket')) ?? [];
  expect(text('docs/doorman.service')).toContain(` HOST=${host} PORT=${port} `);
});

test('who ends a server waits longer than the server takes', () => {
  const [compose] = parsed('docs/compose.yaml');
  expect(Number.parseInt(compose.services.doorman.stop_grace_period, 10)).toBeGreaterThan(5);
  expect(Number(/^TimeoutStopSec=(\d+)$/m.exec(text('docs/doorman.service'))?.[1])).toBeGreaterThan(5);
});

test('nginx closes a quiet connection before the server does', () => {
  const [, seconds] = /^\s*keepalive_timeout (\d+)s;/m.exec(text('docs/nginx.conf')) ?? [];
  // Node.js: `server.keepAliveTimeout`, which nothing here changes.
  expect(Number(seconds)).toBeLessThan(5);
});
