// The browser tests, in four projects: `wire` opens no page, `journeys` has one spec a feature, `deep` takes long or many
// processes, `engines` drives Firefox and WebKit. A server on a port of its own; DOORMAN_TEST_MODE=dev has it develop.
import { defineConfig, devices } from '@playwright/test';
import { productionFlags, testSecret } from './scripts/paths.mjs';

const port = Number(process.env.DOORMAN_TEST_PORT ?? 3207);
/** The forward proxy of the server under test. */
const proxyPort = Number(process.env.DOORMAN_TEST_PROXY_PORT ?? port + 1);
process.env.DOORMAN_TEST_PROXY_PORT = String(proxyPort);
const baseURL = `http://localhost:${port}`;
/** Set by `npm test`; without it Playwright looks for its own download. */
const executablePath = process.env.DOORMAN_CHROMIUM;
const isDevelopment = process.env.DOORMAN_TEST_MODE === 'dev';

const chromium = {
  ...devices['Desktop Chrome'],
  launchOptions: {
    ...(executablePath && { executablePath }),
    // Nothing but the page itself may use the network, so that closed networks change no result.
    args: [
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  },
};

/** `firefox` or `webkit`: the journeys in that engine of Playwright's, where it is installed (.github/workflows/engines.yml). */
const engine = process.env.DOORMAN_TEST_ENGINE;
const engineDevices = { firefox: devices['Desktop Firefox'], webkit: devices['Desktop Safari'] };
if (engine && !(engine in engineDevices)) throw new Error('DOORMAN_TEST_ENGINE is firefox or webkit.');
/** Journeys that ask Chromium's protocol, read the clipboard, or are a phone as Chromium plays it. */
const chromiumOnly = ['native-dialog', 'practice-browser', 'share', 'badge', 'snippets', 'sandbox-touch'];

export default defineConfig({
  testDir: 'e2e',
  forbidOnly: Boolean(process.env.CI),
  fullyParallel: true,
  // One more than two cores: some tests wait for what takes its time, such as a server that gives up.
  workers: 3,
  retries: 0,
  // A page is compiled when it is first asked for, in development.
  timeout: isDevelopment ? 120_000 : 60_000,
  expect: { timeout: isDevelopment ? 30_000 : 10_000 },
  reporter: 'list',
  use: {
    baseURL,
    // Each test is a first visit, and would have all pages fetched in the background. e2e/deep/offline.spec.ts wants that.
    serviceWorkers: 'block',
    locale: 'en-GB',
    timezoneId: 'UTC',
    // Recording every test would take a third of its time again; `npm run e2e -- --trace on name` records one.
    trace: 'off',
    screenshot: 'only-on-failure',
  },
  projects: [
    { name: 'wire', testDir: 'e2e/wire' },
    // A whole browser that is driven from outside answers later.
    { name: 'engines', testDir: 'e2e/engines', timeout: 90_000, expect: { timeout: 20_000 } },
    { name: 'deep', testDir: 'e2e/deep', use: chromium, workers: 2 },
    { name: 'journeys', testDir: 'e2e/journeys', use: chromium, workers: 2 },
    ...(engine
      ? [
          {
            name: `journeys-${engine}`,
            testDir: 'e2e/journeys',
            testIgnore: chromiumOnly.map((name) => `**/${name}.spec.ts`),
            // Only Chromium says when it would open one.
            grepInvert: /login dialog/,
            use: engineDevices[engine as keyof typeof engineDevices],
          },
        ]
      : []),
  ],
  webServer: {
    command: isDevelopment
      ? `node next/server.mjs dev --port ${port}`
      : `node ${productionFlags.join(' ')} next/server.mjs start --port ${port}`,
    url: isDevelopment ? `${baseURL}/api/health` : baseURL,
    reuseExistingServer: false,
    timeout: 60_000,
    env: {
      NODE_ENV: isDevelopment ? 'development' : 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      DOORMAN_SECRET: testSecret,
      DOORMAN_DATA: '',
      PUBLIC_ORIGIN: '',
      PROXY_PORT: String(proxyPort),
    },
  },
});
