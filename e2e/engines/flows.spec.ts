/** A dozen things that people do, in the engines of Firefox and Safari, which Playwright's Chromium says nothing about. */
import { expect, test } from '@playwright/test';
import { type DrivenPage, drivenPage, keys } from '@/e2e/driven-page';
import { engines } from '@/e2e/other-engines';
import { firstOfKind, shown } from '@/e2e/quizzes';
import type { Transport } from '@/e2e/webdriver';

for (const { name, missing, keepsSecureCookies, start } of engines) {
  test.describe(name, () => {
    test.skip(missing !== '', missing);
    // One browser for all of them: to start one takes longer than what it is asked to do.
    test.describe.configure({ mode: 'default' });

    let transport: Transport | undefined;
    let page: DrivenPage;
    test.beforeAll(async ({ baseURL }) => {
      transport = await start();
      page = drivenPage(transport, baseURL ?? '');
    });
    test.beforeEach(async () => {
      await page.open('/offline');
      await page.run('localStorage.clear(); sessionStorage.clear();');
    });
    test.afterAll(() => transport?.close());

    const password = () => page.titleOf(/Ada's password/, /^[^*]+$/);
    const credentials = async () => `Basic ${Buffer.from(`ada:${await password()}`).toString('base64')}`;

    test('the first button of the home page gets a real 401', async () => {
      await page.open('/');
      await page.run("document.querySelector('main button[data-sends]').click()");
      await page.says('401 Unauthorized');
      await page.says('WWW-Authenticate: Basic realm=');
    });

    test('a request of a lesson is sent and answered beside its text', async () => {
      await page.open('/lessons/your-first-401');
      await page.press('button', 'Just send');
      await page.says('401 Unauthorized');
      await page.says('authentication');
    });

    test('credentials that are typed in solve the first exercise', async () => {
      await page.open('/sandbox/first-401');
      await page.fill('Name of header 1', 'Authorization');
      await page.fill('Value of header 1', await credentials());
      await page.press('button', 'Just send');
      await page.says('200 OK');
      await page.says('Solved');
    });

    test('the keyboard alone sends, and the answer comes', async () => {
      await page.open('/sandbox/first-401');
      await password();
      await page.fill('Name of header 1', 'Authorization');
      await page.type(keys.Tab, ...'Bearer', [keys.Control, keys.Enter]);
      await page.says(/40[01] \w+/);
    });

    test('what was typed is there after a reload, and so is what came', async () => {
      await page.open('/sandbox/first-401');
      await page.fill('Name of header 1', 'X-Note');
      await page.fill('Value of header 1', 'remembered');
      await page.press('button', 'Just send');
      await page.says('401 Unauthorized');
      await page.reload();
      await page.says('401 Unauthorized');
      await expect
        .poll(() =>
          page.run(
            "return [...document.querySelectorAll('input, textarea')].some(({ value }) => value === 'remembered')",
          ),
        )
        .toBe(true);
    });

    test('a login sets a cookie that the browser sends by itself, where it takes localhost for secure', async () => {
      await page.open('/sandbox/cookie-not-sent');
      const secret = await password();
      await page.press('button', 'Raw');
      const login = JSON.stringify({ username: 'ada', password: secret });
      const name = 'The request as HTTP text';
      await page.fill(name, `POST /login HTTP/1.1\nContent-Type: application/json\n\n${login}`);
      await page.press('button', 'Just send');
      await page.says('200 OK');
      await page.fill(name, 'GET /desk HTTP/1.1');
      await page.press('button', 'Send');
      await page.says(keepsSecureCookies ? 'Solved' : 'no Cookie header');
    });

    test('a quiz says why the answer is wrong, and why another is right', async () => {
      const { path, item } = firstOfKind('choose');
      const wrong = item.options?.find(({ correct }) => !correct);
      await page.open(path);
      await page.run("document.getElementById('quiz').scrollIntoView()");
      const ask = shown(item.ask);
      await page.press('radio', shown(wrong?.text ?? ''), ask);
      await page.press('radio', 'fairly sure', ask);
      await page.press('button', 'Check', ask);
      await page.says('That is not it.');
      for (const { why } of item.options ?? []) await page.says(shown(why));
    });

    test('practice asks, judges, and asks another', async () => {
      await page.open('/practice');
      await page.says('Question 1');
      await page.run("document.querySelector('form input[type=radio]').click()");
      await page.press('button', 'Check');
      await page.says(/RFC \d+ §/);
      await page.press('button', /^(Next|Another)/);
      await page.says('Question 2');
    });

    test('search finds a cause in spite of a typing error, and Enter goes there', async () => {
      await page.open('/lessons');
      await page.press('button', /^Search/);
      await page.fill(/^Search/, 'redirct authorization');
      await page.says(/\d+ results?/);
      await page.type(keys.Enter);
      await expect.poll(page.path).toContain('redirect');
    });

    test('the finder of causes narrows with each answer, and says so in the address', async () => {
      await page.open('/causes');
      await page.press('radio', 'I use a site');
      await page.says(/\d+ of \d+ causes fit/);
      await expect.poll(page.path).toBe('/causes?who=visitor');
    });

    test('the dark theme is chosen, shown and kept', async () => {
      await page.open('/');
      const ground = () => page.run('return getComputedStyle(document.body).backgroundColor');
      await page.run("localStorage.setItem('doorman:theme', 'light')");
      await page.reload();
      const light = await ground();
      await page.run("localStorage.setItem('doorman:theme', 'dark')");
      await page.reload();
      expect(await page.run('return document.documentElement.dataset.theme')).toBe('dark');
      expect(await ground()).not.toBe(light);
    });

    test('no page is wider than a narrow window', async () => {
      await transport?.send('resize', { width: 500, height: 800 });
      for (const path of ['/', '/lessons/your-first-401', '/sandbox/first-401', '/causes', '/practice']) {
        await page.open(path);
        expect(
          await page.run(
            'return document.documentElement.scrollWidth - document.documentElement.clientWidth',
          ),
          path,
        ).toBe(0);
      }
      await transport?.send('resize', { width: 1280, height: 900 });
    });
  });
}
