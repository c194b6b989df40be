// A page of the same framework with nothing but text in it: what the framework costs by itself.
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
const page = `export default function Page() {
  return (
    <main>
      <h1>Bare</h1>
      {Array.from({ length: 60 }, (_, at) => <p key={at}>A paragraph that stands here to be read, number {at}.</p>)}
    </main>
  );
}
`;

/** Writes and builds it. Throws a Stop where the build fails. */
export async function buildBarePage() {
  rmSync(bareFolder, { recursive: true, force: true });
  mkdirSync(join(bareFolder, 'app'), { recursive: true });
  writeFileSync(join(bareFolder, 'package.json'), '{ "private": true, "type": "module" }\n');
  writeFileSync(
    join(bareFolder, 'next.config.mjs'),
    `export default { turbopack: { root: ${JSON.stringify(root)} }, agentRules: false };\n`,
  );
  writeFileSync(join(bareFolder, 'app', 'layout.jsx'), layout);
  writeFileSync(join(bareFolder, 'app', 'page.jsx'), page);
  const { code, output } = await runToEnd(process.execPath, [nextProgram, 'build'], {
    cwd: bareFolder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  });
  if (code !== 0) throw new Stop(`The bare page was not built:\n${output}`);
}
