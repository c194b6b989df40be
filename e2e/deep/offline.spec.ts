import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { type FaultyProxy, startFaultyProxy } from '@/e2e/faulty-proxy';
import { answer, firstOfKind, form, openQuiz } from '@/e2e/quizzes';
import { started } from '@/e2e/started';

test.use({ serviceWorkers: 'allow' });

let server: FaultyProxy;

/** Waits until the pages are stored, and this one is under the worker. It fetches all of them in the background. */
async function untilStored(page: Page) {
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated', undefined, {
    timeout: 120_000,
  });
}

/** The names of the caches in this browser. */
function caches(page: Page): Promise<string[]> {
  return page.evaluate(() => window.caches.keys());
}

const offer = (page: Page) => page.getByText('A new version is ready.');
const heading = (page: Page) => page.getByRole('heading', { level: 1 });

test.describe('in a browser that was here before', () => {
  // One visit for all: the copy is two hundred files.
  test.describe.configure({ mode: 'default' });

  let context: BrowserContext;
  let page: Page;

  test.beforeAll(async ({ browser, baseURL }) => {
    test.setTimeout(150_000);
    server = await startFaultyProxy(baseURL ?? '');
    context = await browser.newContext();
    page = await context.newPage();
    await page.goto(server.url);
    await untilStored(page);
    await page.close();
  });

  test.beforeEach(async () => {
    server.behaviour.state = 'well';
    await context.setOffline(false);
    page = await context.newPage();
  });

  test.afterEach(() => page.close());

  test.afterAll(async () => {
    await context.close();
    await server.close();
  });

  test('after one visit all texts and quizzes work without a network', async () => {
    const { path, item } = firstOfKind('choose');
    await page.goto(server.url);
    server.behaviour.state = 'gone';
    await context.setOffline(true);

    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Lessons' }).click();
    await expect(page).toHaveURL(/\/lessons$/);
    await expect(heading(page)).toHaveText('Lessons');

    await openQuiz(page, `${server.url}${path}`);
    const questionForm = form(page, item);
    await answer(page, item, false);
    await expect(questionForm.getByText('Not this one.')).toHaveCount(1);
    await page.reload();
    await expect(heading(page)).toBeVisible();

    for (const other of [
      '/causes/expired-token',
      '/causes?who=program',
      '/reference',
      '/review',
      '/practice',
    ]) {
      await page.goto(`${server.url}${other}`);
      await expect(heading(page)).toBeVisible();
      await expect(heading(page)).not.toHaveText('You are offline');
    }
  });

  test('without a network an exercise says that it needs the server, and opens when that is back', async () => {
    await page.goto(`${server.url}/sandbox/first-401`);
    await context.setOffline(true);
    server.behaviour.state = 'gone';
    await page.goto(`${server.url}/sandbox/small-scope`);
    await heading(page).click();
    await page.locator('main').press('Tab');
    const alert = page.getByRole('alert').filter({ hasText: 'The sandbox needs the server' });
    await expect(alert).toContainText('you are offline');
    await expect(alert.getByRole('button', { name: 'Try again' })).toBeVisible();

    server.behaviour.state = 'well';
    await context.setOffline(false);
    await expect(page.getByRole('form', { name: 'Request' })).toBeVisible();
    await expect(alert).toHaveCount(0);
  });

  test('nothing of the sandbox is ever kept, and an unknown address says what happened', async () => {
    await page.goto(`${server.url}/sandbox/first-401`);
    // The sandbox has asked the server for an attempt by then.
    await started(page);
    await expect(page.getByRole('button', { name: 'Reset' })).toBeVisible();
    const addresses = await page.evaluate(async () => {
      const names = await window.caches.keys();
      const all = names.map(async (name) =>
        (await (await window.caches.open(name)).keys()).map(({ url }) => url),
      );
      return (await Promise.all(all)).flat();
    });
    expect(addresses.length).toBeGreaterThan(100);
    expect(addresses.filter((url) => /\/(api|\.well-known)\//.test(url))).toEqual([]);

    server.behaviour.state = 'gone';
    const unknown = await page.goto(`${server.url}/no/such/door`);
    expect(unknown?.status()).toBe(503);
    await expect(heading(page)).toHaveText('You are offline');
    const refused = await page.evaluate(() => fetch('/api/exercises').then(({ status }) => status, String));
    expect(refused).toContain('TypeError');
  });

  for (const state of ['slow', 'broken'] as const) {
    test(`a page comes from the copy when the server is ${state}`, async () => {
      await page.goto(server.url);
      server.behaviour.state = state;
      const began = Date.now();
      const got = await page.goto(`${server.url}/causes/expired-token`, { waitUntil: 'domcontentloaded' });
      expect(got?.status()).toBe(200);
      expect(got?.fromServiceWorker()).toBe(true);
      await expect(heading(page)).toBeVisible();
      expect(Date.now() - began).toBeLessThan(15_000);
    });
  }
});

test.describe('in a new browser', () => {
  test.beforeEach(async ({ baseURL }) => {
    server = await startFaultyProxy(baseURL ?? '');
    // What becomes of a copy does not depend on how many pages it has.
    server.behaviour.copied = ['/', '/lessons', '/causes/expired-token', '/offline'];
  });

  test.afterEach(() => server.close());

  test('a new version is offered; the page reloads only when I ask for it', async ({ page }) => {
    await page.goto(server.url);
    await untilStored(page);
    const { version } = server;
    expect(await caches(page)).toEqual([`doorman-${version}`]);
    await page.evaluate(() => {
      document.body.dataset.unsaved = 'yes';
    });

    server.behaviour.version = `${version}-next`;
    await page.evaluate(() =>
      navigator.serviceWorker.getRegistration().then((registration) => registration?.update()),
    );
    await expect(offer(page)).toBeVisible({ timeout: 30_000 });
    await expect(page.locator('body')).toHaveAttribute('data-unsaved', 'yes');

    await page.getByRole('button', { name: 'Reload' }).click();
    await expect(page.locator('body')).not.toHaveAttribute('data-unsaved');
    await expect(offer(page)).toHaveCount(0);
    await expect.poll(() => caches(page)).toEqual([`doorman-${version}-next`]);
  });

  test('a page that came newer than the copy is offered nothing, and the copy follows', async ({ page }) => {
    // Two copies are fetched, each some time after its page has loaded.
    test.setTimeout(120_000);
    await page.goto(server.url);
    await untilStored(page);
    const version = `${server.version}-next`;
    Object.assign(server.behaviour, { version, newPages: true });
    await page.goto(`${server.url}/lessons`);
    await expect.poll(() => caches(page), { timeout: 60_000 }).toEqual([`doorman-${version}`]);
    await expect(offer(page)).toHaveCount(0);
  });

  test('what a captive portal answers is not kept, and the next visit goes on', async ({ page }) => {
    server.behaviour.captive = '/causes/expired-token';
    await page.goto(server.url);
    const gaveUp = page.evaluate(async () => {
      const registration = await new Promise<ServiceWorkerRegistration>((resolve) => {
        const look = async () => {
          const registration = await navigator.serviceWorker.getRegistration();
          if (registration) resolve(registration);
          else setTimeout(look, 100);
        };
        look();
      });
      while (registration.installing) await new Promise((resolve) => setTimeout(resolve, 100));
      return registration.active === null;
    });
    expect(await gaveUp).toBe(true);

    delete server.behaviour.captive;
    await page.reload();
    await untilStored(page);
    server.behaviour.state = 'gone';
    await page.goto(`${server.url}/causes/expired-token`);
    await expect(heading(page)).not.toHaveText('Sign in to the network');
  });

  test('nothing is fetched ahead for those who save data', async ({ page }) => {
    await page.addInitScript(() => {
      const asked = { times: 0 };
      const connection = {
        get saveData() {
          asked.times += 1;
          return true;
        },
      };
      Object.assign(window, { asked });
      Object.defineProperty(navigator, 'connection', { value: connection });
    });
    await page.goto(server.url);
    await started(page);
    // By what would register the worker, some time after the page has loaded.
    const times = () => page.evaluate(() => (window as unknown as { asked: { times: number } }).asked.times);
    await expect.poll(times, { timeout: 20_000 }).toBe(1);
    await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
    await page.waitForLoadState('networkidle');
    expect(await page.evaluate(() => navigator.serviceWorker.getRegistration())).toBeUndefined();
  });
});
