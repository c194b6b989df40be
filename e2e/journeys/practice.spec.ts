import { expect, type Page, test } from '@playwright/test';
import { checkEveryView } from '@/e2e/axe';
import { ruleUrl } from '@/lib/http-auth/rule';
import { type Asked, askAbout, isServerAsked } from '@/lib/practice/ask';
import { viewOf } from '@/lib/practice/client/view';
import { families } from '@/lib/practice/families';
import { isServer, readSituationName, situationOf } from '@/lib/practice/situation';

test.use({ reuseContext: true });

const key = 'doorman:progress';
const question = (page: Page) => page.getByRole('form');
const heading = (page: Page, number: number) =>
  page.getByRole('heading', { name: `Question ${number}`, exact: true });

/** The question that a word like `2-k3f9a1` names. */
async function named(name: string): Promise<Asked> {
  const place = readSituationName(name);
  if (!place) throw new Error(`Not the name of a situation: ${name}`);
  return askAbout(situationOf(place.level, place.seed));
}

/** The question that is on the page, by the link that shares it. */
async function shown(page: Page): Promise<Asked> {
  const link = await page.getByRole('link', { name: 'Link to this question' }).getAttribute('href');
  return named((link ?? '').slice(1));
}

/** Options as they stand in the form, and the place of the right one. */
function optionsOf({ question: asked }: Asked) {
  const list = asked.kind === 'choose' ? asked.options : asked.statuses;
  return { count: list.length, right: list.findIndex(({ correct }) => correct) };
}

/** Opens a question and waits until the program behind it is there. */
async function open(page: Page, name = '') {
  await page.goto(`/practice${name && `#${name}`}`);
  if (name)
    await expect(page.getByRole('link', { name: 'Link to this question' })).toHaveAttribute(
      'href',
      `#${name}`,
    );
  await expect(page.getByRole('button', { name: 'Check' })).toBeEnabled();
}

/** Answers with keys alone: from the heading or the top of the form to the inputs, then Enter. */
async function answerByKeyboard(page: Page, asked: Asked, right: boolean) {
  const { count, right: place } = optionsOf(asked);
  const radios = question(page).getByRole('radio');
  await expect(radios).toHaveCount(count);
  await radios.first().focus();
  const choice = right ? place : (place + 1) % count;
  await page.keyboard.press('Space');
  for (let step = 0; step < choice; step += 1) await page.keyboard.press('ArrowDown');
  await expect(radios.nth(choice)).toBeChecked();
  if (asked.question.kind === 'build' && right) {
    await page.keyboard.press('Tab');
    await page.keyboard.type(asked.question.challenge && `WWW-Authenticate: ${asked.question.challenge}`);
  }
  await page.keyboard.press('Enter');
}

/** A progress in which these answers were given in the practice. */
async function keep(page: Page, answers: readonly { level: number; correct: boolean }[]) {
  const practice = answers.map((answer, second) => ({
    ...answer,
    at: new Date(Date.UTC(2026, 0, 1, 9, 0, second)).toISOString(),
    seed: `kept${second}`,
  }));
  const nothing = { lessons: {}, rounds: {}, predictions: {}, exercises: {}, answers: {} };
  const document = { version: 2, resets: { exercises: {} }, ...nothing, practice };
  await page.addInitScript(
    ([name = '', text = '']) => {
      if (!localStorage.getItem(name)) localStorage.setItem(name, text);
    },
    [key, JSON.stringify(document)],
  );
}

test('I answer ten questions with the keyboard, all right, and the level grows to the highest', async ({
  page,
}) => {
  await open(page);
  const levels: number[] = [];
  for (let number = 1; number <= 10; number += 1) {
    const asked = await shown(page);
    levels.push(asked.situation.level);
    await answerByKeyboard(page, asked, true);
    await expect(question(page).getByRole('status')).toContainText('That is right.');
    await expect(page.getByText(`${number} right in a row`)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Next question' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(heading(page, number + 1)).toBeFocused();
  }
  expect(levels).toEqual([1, 1, 1, 2, 2, 2, 3, 3, 3, 3]);
  await expect(page.getByText('Level 3 of 3')).toBeVisible();
});

for (const name of ['1-k0', '2-k0', '3-k3', '3-k4']) {
  test(`a wrong answer to ${name} is explained by the reasons, the real answer and the trace`, async ({
    page,
  }) => {
    const asked = await named(name);
    await open(page, name);
    await answerByKeyboard(page, asked, false);
    if (!isServerAsked(asked)) throw new Error('This question is about a client');
    const { question: askedQuestion, reply, trace, situation } = asked;
    const form = question(page);
    await expect(form.getByRole('status')).toContainText('That is not it.');
    const count = optionsOf(asked).count;
    await expect(form.getByText(/^(Right\.|Wrong\.|Not this one\.)$/)).toHaveCount(
      askedQuestion.kind === 'build' ? count + 1 : count,
    );
    const why = page.getByRole('region', { name: 'What the server answers' });
    await expect(why).toContainText(`HTTP/1.1 ${reply.status}`);
    for (const challenge of reply.challenges) await expect(why).toContainText(challenge);
    const stop = trace.find(({ outcome }) => outcome === 'failed');
    await expect(why).toContainText(stop ? stop.check : 'All three gates let it through');
    await expect(why).toContainText(families[situation.family].title);
    await expect(why.getByRole('link').last()).toHaveAttribute(
      'href',
      `/lessons/${families[situation.family].lesson}`,
    );
  });
}

for (const name of ['1-k12', '3-k9', '3-k0', '3-k12']) {
  test(`a wrong answer to ${name}, about a client, is explained by sentences with their rules`, async ({
    page,
  }) => {
    const asked = await named(name);
    if (isServerAsked(asked)) throw new Error('This question is about a server');
    await open(page, name);
    for (const { title, start } of viewOf(asked.situation.exchange).heads)
      await expect(page.getByRole('region', { name: title })).toContainText(start.trim());
    await answerByKeyboard(page, asked, false);
    const why = page.getByRole('region', { name: 'What decides' });
    await expect(why.getByRole('listitem')).toHaveText(
      asked.reasons.map(({ text, rule }) => `${text.replaceAll('`', '')} ${rule}`),
    );
    for (const [at, { rule }] of asked.reasons.entries())
      await expect(why.getByRole('listitem').nth(at).getByRole('link')).toHaveAttribute(
        'href',
        ruleUrl(rule),
      );
  });
}

test('two wrong answers in a row lead one level down, and I am told where I stand', async ({ page }) => {
  await keep(page, [
    { level: 2, correct: true },
    { level: 2, correct: false },
  ]);
  await open(page);
  await expect(page.getByText('Level 2 of 3')).toBeVisible();
  await answerByKeyboard(page, await shown(page), false);
  await page.getByRole('button', { name: 'Next question' }).click();
  await expect(page.getByText('Level 1 of 3')).toBeVisible();
  await expect(
    page.getByText('Three right in a row lead one level up, two wrong in a row lead one level down.'),
  ).toBeVisible();
});

test('the address shows the same question to somebody else, and after a reload it counts once', async ({
  page,
  browser,
}) => {
  await open(page, '2-shared');
  await answerByKeyboard(page, await named('2-shared'), true);
  await page.getByRole('button', { name: 'Next question' }).click();
  await expect(heading(page, 2)).toBeFocused();
  const address = page.url();
  const asked = await shown(page);

  const other = await (await browser.newContext()).newPage();
  await other.goto(address);
  await expect(other.getByRole('link', { name: 'Link to this question' })).toHaveAttribute(
    'href',
    new URL(address).hash,
  );
  await expect(question(other).getByRole('heading')).toHaveText(asked.question.ask);
  if (isServer(asked.situation))
    await expect(other.getByText(asked.situation.resource.path).first()).toBeVisible();
  await other.context().close();

  for (const time of ['first', 'second']) {
    await test.step(`the ${time} time`, async () => {
      await answerByKeyboard(page, asked, true);
      await page.reload();
      await expect(page.getByRole('button', { name: 'Check' })).toBeEnabled();
    });
  }
  const stored = JSON.parse((await page.evaluate((name) => localStorage.getItem(name), key)) ?? '');
  expect(stored.practice).toHaveLength(2);
});

test('an address that names no question shows the first one', async ({ page }) => {
  await page.goto('/practice#9-nothing');
  await expect(page.getByRole('button', { name: 'Check' })).toBeEnabled();
  await expect(page.getByRole('link', { name: 'Link to this question' })).toHaveAttribute(
    'href',
    '#1-doorman',
  );
});

for (const [what, files] of [
  ['program comes', /\/_next\/static\/chunks\/[^/]+\.js$/],
  ['faces come', /\.woff2$/],
] as const) {
  test(`nothing moves while the ${what} late, for a newcomer or for one who has practised`, async ({
    page,
  }) => {
    await page.route(files, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 300));
      await route.continue();
    });
    await page.addInitScript(() => {
      const shifts: number[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value);
      }).observe({ type: 'layout-shift', buffered: true });
    });
    for (const history of [[], [{ level: 3, correct: true }]]) {
      if (history.length) await keep(page, history);
      await open(page);
      await page.evaluate(() => document.fonts.ready);
      const shifts = await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts);
      expect(shifts.reduce((sum, shift) => sum + shift, 0)).toBeLessThan(0.01);
    }
  });
}

test('the first question can be read without JavaScript', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/practice');
  expect(await (await page.request.get('/practice')).text()).toContain('the practice needs JavaScript');
  await expect(page.getByRole('radio').first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Check' })).toBeDisabled();
  await context.close();
});

test('lessons and review lead to the practice', async ({ page }) => {
  for (const [path, link] of [
    ['/lessons', 'Practise on a situation'],
    ['/review', 'practise on situations'],
  ] as const) {
    await page.goto(path);
    await page.getByRole('link', { name: link }).click();
    await expect(page).toHaveURL('/practice');
  }
});

for (const name of ['1-k1', '3-k3', '3-k9', '1-k12']) {
  test(`axe finds nothing in the question ${name}, before and after an answer`, async ({ page }) => {
    await open(page, name);
    await checkEveryView(page);
    await answerByKeyboard(page, await named(name), false);
    await expect(page.getByRole('button', { name: 'Next question' })).toBeFocused();
    await checkEveryView(page);
  });
}
