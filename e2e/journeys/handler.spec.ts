/** Code that a learner writes as the server: the verdict on it, and that it can do nothing but answer. */
import { expect, type Page, type Request, test } from '@playwright/test';
import { findings } from '@/e2e/axe';
import { started } from '@/e2e/started';
import { handlerNames, loadHandler } from '@/lib/handlers';

const lessons = {
  'challenge-every-401': '/lessons/user-colon-password',
  'hide-the-plans': '/lessons/404-on-purpose',
  'errors-of-bearer': '/lessons/three-codes-of-bearer',
};

async function open(page: Page, name: keyof typeof lessons = 'challenge-every-401') {
  await page.goto(lessons[name]);
  await started(page);
  const { title } = await loadHandler(name);
  const figure = page.getByRole('figure').filter({ hasText: title });
  await figure.scrollIntoViewIfNeeded();
  const code = figure.getByRole('textbox', { name: 'Your code' });
  await expect(code).toBeEditable();
  const send = async (program: string) => {
    await code.fill(program);
    await figure.getByRole('button', { name: 'Send the requests' }).click();
  };
  return { figure, code, send, said: figure.getByRole('status') };
}

test.use({ reuseContext: true });

for (const name of handlerNames) {
  test(`a right program for ${name} passes, and each mistake is told with its rule`, async ({ page }) => {
    test.slow();
    const { solution, mistakes } = await loadHandler(name);
    const { figure, send, said } = await open(page, name);
    for (const { program, fails, check } of mistakes) {
      await send(program);
      await expect(said).toHaveText(/answers \d+ of \d+ requests correctly/);
      const wrong = figure.getByRole('list', { name: 'Wrong answers' }).locator('> li');
      const item = wrong.filter({ has: page.getByText(fails, { exact: true }) });
      await expect(item).toContainText(check);
      await expect(item.getByRole('link', { includeHidden: true })).toHaveText(/^RFC \d+ §/);
    }
    await send(solution);
    await expect(said).toHaveText(/answers all \d+ requests correctly/);
    await expect(figure.getByText(/^Solved on \d{4}-/)).toBeVisible();
  });
}

test('code and success are there after a reload', async ({ page }) => {
  const { solution } = await loadHandler('challenge-every-401');
  const first = await open(page);
  await first.send(`${solution}// mine\n`);
  await expect(first.said).toHaveText(/answers all/);
  const second = await open(page);
  await expect(second.code).toHaveValue(/\/\/ mine\n$/);
  await expect(second.figure.getByText(/^Solved on/)).toBeVisible();
  await second.figure.getByRole('button', { name: 'Begin again' }).click();
  await expect(second.code).not.toHaveValue(/mine/);
});

test('code that does not stop is ended with a word, and the page lives', async ({ page }) => {
  const { solution } = await loadHandler('challenge-every-401');
  const { send, said } = await open(page);
  for (const program of [
    'function decide() { for (;;) {} }',
    'for (;;) {}',
    'const all = []; function decide() { for (;;) all.push(new Array(9999).fill(1)); }',
    'function decide() { Promise.resolve().then(() => { for (;;) {} }); return { status: 401 }; }',
  ]) {
    await send(program);
    await expect(said).toHaveText(/so it was ended|The worker stopped/, { timeout: 20_000 });
  }
  await send(solution);
  await expect(said).toHaveText(/answers all/);
});

test('code that is no program, or throws, is told so', async ({ page }) => {
  const { figure, send, said } = await open(page);
  await send('function decide( {');
  await expect(said).toHaveText(/^The program does not run: SyntaxError/);
  await send('const decide = 1;');
  await expect(said).toHaveText('The program has no function called decide.');
  await send("function decide() { console.log('here'); throw new Error('no'); }");
  await expect(said).toHaveText(/answers 0 of 13/);
  await expect(figure.getByText('threw Error: no').first()).toBeVisible();
  await expect(figure.getByText('here', { exact: true }).first()).toBeVisible();
});

test('code reaches no network, no storage and no other worker, whatever it tries', async ({ page }) => {
  const { figure, send, said } = await open(page);
  const asked: string[] = [];
  // The browser names what a policy stops, too, and says so.
  const stopped = (request: Request) => request.failure()?.errorText.includes('csp');
  page.context().on('requestfailed', (request) => {
    if (request.url().includes('leak') && !stopped(request)) asked.push(request.url());
  });
  page.context().on('response', (response) => {
    if (response.url().includes('leak')) asked.push(response.url());
  });
  const names = [
    ...['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'WebTransport', 'importScripts', 'Worker'],
    ...['indexedDB', 'caches', 'BroadcastChannel', 'navigator', 'location', 'self', 'postMessage', 'close'],
    ...['setTimeout', 'queueMicrotask', 'WebAssembly', 'SharedArrayBuffer', 'cookieStore', 'FontFace'],
    ...['addEventListener', 'onmessage', 'structuredClone', 'createImageBitmap', 'requestAnimationFrame'],
  ];
  await send(`
    const names = ${JSON.stringify(names)};
    const left = new Set();
    for (let owner = globalThis; owner; owner = Object.getPrototypeOf(owner))
      for (const name of names) if (owner[name] !== undefined) left.add(name);
    const tries = ["fetch('/leak-1')", "importScripts('/leak-2')", "new WebSocket('ws://localhost/leak-3')"];
    function decide() {
      const words = tries.map((text) => {
        try { return String((0, eval)(text)); } catch (error) { return error.name; }
      });
      import('/leak-4').catch(() => 0);
      import('data:text/javascript,fetch("/leak-5")').catch(() => 0);
      console.log('left: ' + [...left].join() + '; ' + words.join());
      return { status: 200 };
    }`);
  await expect(said).toHaveText(/answers 0 of 13/);
  await expect(
    figure.getByText('left: ; ReferenceError,ReferenceError,ReferenceError').first(),
  ).toBeVisible();
  expect(asked).toEqual([]);
});

test('code cannot say that it is right', async ({ page }) => {
  const { send, said } = await open(page);
  await send(`
    Object.prototype.right = true;
    Array.prototype.every = () => true;
    Array.prototype.filter = function () { return this; };
    JSON.stringify = () => '{"right":true}';
    globalThis.accounts = [];
    function decide() { return { status: 200, right: true, body: 'correct' }; }`);
  await expect(said).toHaveText(/answers 0 of 13|ended|TypeError/);
});

test('the policy of the worker lets it load nothing, and that of pages is as strict as before', async ({
  request,
}) => {
  const worker = await request.get('/handler-worker.js');
  expect(worker.headers()['content-security-policy']).toBe(
    "default-src 'none'; script-src 'unsafe-eval'; connect-src 'none'; worker-src 'none'",
  );
  const policy = (await request.get(lessons['hide-the-plans'])).headers()['content-security-policy'];
  expect(policy).not.toContain('worker-src');
});

test('the code is a field that can be reached and left by Tab, and axe finds nothing', async ({ page }) => {
  test.slow();
  const { figure, code, send, said } = await open(page);
  await code.focus();
  await page.keyboard.press('Tab');
  await expect(figure.getByRole('button', { name: 'Send the requests' })).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(code).toBeFocused();
  await send('const decide = () => ({ status: 401 });');
  await expect(said).toHaveText(/answers 0 of 13|answers 1 of 13/);
  for (const [width, colorScheme] of [
    [360, 'dark'],
    [1440, 'light'],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await findings(page, { within: 'figure:has(textarea)' })).toEqual([]);
    const overhang = () =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(await overhang()).toBe(0);
  }
});
