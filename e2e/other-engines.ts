/** Firefox and WebKit as Debian has them, driven by WebDriver. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, has, startListening } from './programs';
import { overHttp, overMarionette, type Transport } from './webdriver';

export interface Engine {
  readonly name: string;
  /** Why it cannot run here; empty where it can. */
  readonly missing: string;
  /** WebKit keeps no cookie with Secure that came from http://localhost; the others take that for secure. */
  readonly keepsSecureCookies: boolean;
  readonly start: () => Promise<Transport>;
}

/** So that nothing but the page uses the network, and nothing is asked of whoever sits before it. */
const preferences = {
  'app.update.disabledForTesting': true,
  'browser.shell.checkDefaultBrowser': false,
  'browser.aboutwelcome.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'data:,#remote-settings-dummy/v1',
  'toolkit.telemetry.enabled': false,
};

/** Ends a transport, then what carried it. */
function endedWith(transport: Transport, end: () => unknown): Transport {
  return {
    ...transport,
    close: async () => {
      await transport.close().catch(() => {});
      await end();
    },
  };
}

async function startFirefox(): Promise<Transport> {
  const port = await freePort();
  const profile = mkdtempSync(join(tmpdir(), 'doorman-firefox-'));
  const lines = Object.entries({ ...preferences, 'marionette.port': port }).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  writeFileSync(join(profile, 'user.js'), lines.join('\n'));
  const args = ['--headless', '--marionette', '--no-remote', '--profile', profile];
  const { kill } = await startListening('firefox-esr', args, port, { HOME: profile });
  return endedWith(await overMarionette(port), async () => {
    await kill();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  });
}

/** A display without a screen, since WebKit's browser has no mode without a window. */
async function startDisplay(): Promise<{ child: ChildProcess; name: string }> {
  const child = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [number] = (await once(child.stdout, 'data')) as [Buffer];
  return { child, name: `:${number.toString().trim()}` };
}

async function startWebKit(): Promise<Transport> {
  const display = await startDisplay();
  const port = await freePort();
  const env = { DISPLAY: display.name, GDK_BACKEND: 'x11', LIBGL_ALWAYS_SOFTWARE: '1' };
  const { kill } = await startListening('WebKitWebDriver', [`--port=${port}`, '--host=127.0.0.1'], port, env);
  return endedWith(await overHttp(port), async () => {
    await kill();
    display.child.kill();
  });
}

/** The engines beside Chromium's. */
export const engines: readonly Engine[] = [
  {
    name: 'Firefox',
    missing: has('firefox-esr') ? '' : 'firefox-esr is not installed',
    keepsSecureCookies: true,
    start: startFirefox,
  },
  {
    name: 'WebKit',
    missing: !has('WebKitWebDriver', '--help')
      ? 'webkit2gtk-driver is not installed'
      : has('Xvfb', '-help')
        ? ''
        : 'xvfb is not installed',
    keepsSecureCookies: false,
    start: startWebKit,
  },
];
