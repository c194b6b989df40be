import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { routeName } from './route-name';

it.each([
  ['/', 'home'],
  ['/?q=secret', 'home'],
  ['/lessons/your-first-401', 'page/lessons'],
  ['/api/sandbox/open-basic/attempt-1/secret?token=secret', 'api/sandbox/open-basic'],
  ['http://secret.example/api/sandbox/open-basic/attempt-1/', 'api/sandbox/open-basic'],
  ['/api/sandbox/secret/attempt-1/', 'api/sandbox/unknown'],
  ['/api/ready', 'api/ready'],
  ['/api/diagnose', 'api/diagnose'],
  ['/api/secret', 'other'],
  ['/.well-known/secret', 'well-known'],
  ['/_next/static/secret', 'asset'],
  ['/secret', 'other'],
  ['secret', 'other'],
  ['*', 'other'],
  ['', 'other'],
])('%s is called %s: nothing that a client made up', (target, name) => {
  expect(routeName(target)).toBe(name);
});

it('knows every route of the API', () => {
  for (const name of readdirSync('app/api')) expect(routeName(`/api/${name}/any`), name).not.toBe('other');
});

it('knows every folder of pages', () => {
  const folders = readdirSync('app', { withFileTypes: true }).filter((entry) => entry.isDirectory());
  for (const { name } of folders) {
    if (existsSync(join('app', name, 'page.tsx'))) {
      expect(routeName(`/${name}/any`)).toBe(`page/${name}`);
    }
  }
});
