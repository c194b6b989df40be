/** The two files behind the offline copy: the service worker, and the list of what it keeps. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readBuildFacts } from '@/next/build-facts.mjs';

/** In development nothing is kept, and a worker that a production server left behind on this port goes away. */
const leave = `addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(registration.unregister()));
`;

let script: string | undefined;
let list: string | undefined;

function buildFolder(): string {
  return path.join(process.cwd(), process.env.DOORMAN_BUILD_FOLDER ?? '.next');
}

function isServed(): boolean {
  return process.env.NODE_ENV === 'production';
}

/** The source of the service worker for the build `version`. */
export function workerScript(version: string): string {
  if (!isServed()) return leave;
  script ??= readFileSync(path.join(process.cwd(), 'lib/offline/worker.mjs'), 'utf8').replace(
    '{version}',
    version,
  );
  return script;
}

/** The list of files as JSON, or undefined where there is no build. */
export function offlineList(version: string): string | undefined {
  if (!isServed()) return undefined;
  list ??= JSON.stringify({ version, files: readBuildFacts(buildFolder()).offline });
  return list;
}
