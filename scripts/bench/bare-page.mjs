// A page of the same framework with text and one button that fetches a 401 and shows it: what the framework costs by
// itself, for reading and for a press.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runToEnd } from '../child.mjs';
import { nextProgram, privateFolder, root } from '../paths.mjs';
import { Stop } from '../stop.mjs';

export const bareFolder = join(privateFolder, 'bare-page');

const layout = `export default function Layout({ children }) {
  return <html lang="en"><head><title>Bare</title></head><body>{children}</body></html>;
}
`;
const page = `import { Door } from './door';

export default function Page() {
  return (
    <main>
      <h1>Bare</h1>
      <Door />
      {Array.from({ length: 60 }, (_, at) => <p key={at}>A paragraph that stands here to be read, number {at}.</p>)}
    </main>
  );
}
`;

const component = `'use client';
import { useState } from 'react';

export function Door() {
  const [answer, setAnswer] = useState('');
  const send = async () => {
    setAnswer('Sending');
    const { status, statusText } = await fetch('/door', { credentials: 'omit', cache: 'no-store' });
    setAnswer(status + ' ' + statusText);
  };
  return <section><button onClick={send}>Send</button><p>{answer}</p></section>;
}
`;
const route = `export const dynamic = 'force-dynamic';

export function GET() {
  return Response.json({ title: 'Unauthorized' }, { status: 401, headers: { 'WWW-Authenticate': 'Basic realm="bare"' } });
}
`;

/** Writes and builds it. Throws a Stop where the build fails. */
export async function buildBarePage() {
  rmSync(bareFolder, { recursive: true, force: true });
  mkdirSync(join(bareFolder, 'app', 'door'), { recursive: true });
  writeFileSync(join(bareFolder, 'package.json'), '{ "private": true, "type": "module" }\n');
  writeFileSync(
    join(bareFolder, 'next.config.mjs'),
    `export default { turbopack: { root: ${JSON.stringify(root)} }, agentRules: false };\n`,
  );
  writeFileSync(join(bareFolder, 'app', 'layout.jsx'), layout);
  writeFileSync(join(bareFolder, 'app', 'page.jsx'), page);
  // Without one the framework would take Doorman's, from the folder above.
  writeFileSync(join(bareFolder, 'instrumentation.js'), 'export function register() {}\n');
  writeFileSync(join(bareFolder, 'app', 'door.jsx'), component);
  writeFileSync(join(bareFolder, 'app', 'door', 'route.js'), route);
  const { code, output } = await runToEnd(process.execPath, [nextProgram, 'build'], {
    cwd: bareFolder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  });
  if (code !== 0) throw new Stop(`The bare page was not built:\n${output}`);
}
