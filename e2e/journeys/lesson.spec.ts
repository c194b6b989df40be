import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { answer, folderPath, folders, hydrated, openQuiz, quizOf, shown } from '@/e2e/quizzes';
import { started } from '@/e2e/started';

test.use({ reuseContext: true });

const [first = '', second = ''] = folders;
const path = folderPath(first);
const text = readFileSync(`content/lessons/${first}/lesson.mdx`, 'utf8');
const title = /^title: "?(.*?)"?$/m.exec(text)?.[1] ?? '';
const exercise = /<Sandbox exercise="([^"]+)"/.exec(text)?.[1] ?? '';
const sandbox = (page: Page) => page.locator(`#sandbox-${exercise}`);

test('a lesson that does not exist is a real 404', async ({ page }) => {
  for (const slug of ['no-such-lesson', 'constructor', '10-your-first-401']) {
    expect((await page.goto(`/lessons/${slug}`))?.status()).toBe(404);
  }
});

test('the sandbox stays in view beside the text while I read', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(path);
  const heading = page.getByRole('heading', { level: 2 }).nth(3);
  await heading.scrollIntoViewIfNeeded();
  await expect(heading).toBeInViewport();
  await expect(sandbox(page).getByRole('heading').first()).toBeInViewport();
});

test('on a narrow screen the one sandbox stands in the text where the lesson places it', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 780 });
  await page.goto(path);
  await expect(sandbox(page)).toHaveCount(1);
  const place = await sandbox(page).boundingBox();
  const after = await page.getByRole('heading', { level: 2 }).last().boundingBox();
  expect(place?.width).toBeGreaterThan(300);
  expect((place?.y ?? 0) + (place?.height ?? 0)).toBeLessThan(after?.y ?? 0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
});

test('I press a word of the glossary and read what it means', async ({ page }) => {
  await page.goto(path);
  const word = page.locator('button[popovertarget^="term"]').first();
  await word.focus();
  await page.keyboard.press('Enter');
  const meaning = page.locator(`#${await word.getAttribute('popovertarget')}`);
  await expect(meaning).toBeVisible();
  await expect(meaning).toHaveRole('note');
  await expect(meaning).toContainText(/\w+ \w+ \w+/);
  await page.keyboard.press('Escape');
  await expect(meaning).toBeHidden();
  await expect(word).toBeFocused();
});

const term = async (page: Page) => {
  const word = page.locator('button[popovertarget^="term"]').first();
  return { word, meaning: page.locator(`#${await word.getAttribute('popovertarget')}`) };
};

/** Moves the pointer to where nothing is. */
async function away(page: Page) {
  await page.mouse.move(5, 5);
  await page.mouse.move(9, 9);
}

/** Lets the pointer rest on a word until its card is there. */
async function rest(page: Page, word: Locator, meaning: Locator) {
  await started(page);
  await expect(async () => {
    await away(page);
    await word.hover();
    await expect(meaning).toBeVisible({ timeout: 2000 });
  }).toPass();
}

/** Looks again and again for longer than a card would need to open or to close by itself. */
async function stays(meaning: Locator, isOpen: boolean) {
  const until = Date.now() + 1000;
  while (Date.now() < until) expect(await meaning.isVisible()).toBe(isOpen);
}

test('a word tells its meaning while the pointer rests on it, and lets me move onto the card', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(path);
  const { word, meaning } = await term(page);
  await rest(page, word, meaning);
  await meaning.hover();
  await stays(meaning, true);
  await away(page);
  await expect(meaning).toBeHidden();
});

test('Escape closes the meaning of a word under the pointer, and it stays closed', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(path);
  const { word, meaning } = await term(page);
  await rest(page, word, meaning);
  await page.keyboard.press('Escape');
  await expect(meaning).toBeHidden();
  await stays(meaning, false);
});

test('a press keeps the meaning of a word open when the pointer leaves, and a second one closes it', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(path);
  const { word, meaning } = await term(page);
  await rest(page, word, meaning);
  await word.click();
  await away(page);
  await stays(meaning, true);
  await word.click();
  await expect(meaning).toBeHidden();
});

test('the keyboard opens the meaning of a word by reaching it, and walks on through the card', async ({
  page,
}) => {
  await page.goto(path);
  const { word, meaning } = await term(page);
  await expect(async () => {
    await word.blur();
    await word.focus();
    await expect(meaning).toBeVisible({ timeout: 2000 });
  }).toPass();
  await page.keyboard.press('Tab');
  await expect(meaning.getByRole('link').first()).toBeFocused();
  await expect(meaning).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(meaning).toBeHidden();
});

test.describe('with a finger', () => {
  test.use({ hasTouch: true, viewport: { width: 360, height: 780 } });

  test('a tap opens the meaning of a word, another one closes it', async ({ page }) => {
    await page.goto(path);
    const { word, meaning } = await term(page);
    await word.tap();
    await expect(meaning).toBeVisible();
    await word.tap();
    await expect(meaning).toBeHidden();
  });
});

test('I guess before reading on, and my guess stays', async ({ page }) => {
  await page.goto(path);
  await hydrated(page);
  const figure = page
    .locator('form', { has: page.getByRole('button', { name: /That is my guess|Noted/ }) })
    .first();
  await figure.getByRole('radio').last().check();
  await figure.getByRole('button', { name: 'That is my guess' }).click();
  await expect(figure.getByRole('status')).toContainText(/as you said|You said/);
  await page.reload();
  await expect(figure.getByRole('button', { name: 'Noted' })).toBeVisible();
});

test('every part of a lesson has an address', async ({ page }) => {
  await page.goto(path);
  const heading = page.getByRole('heading', { level: 2 }).nth(2);
  const id = await heading.getAttribute('id');
  await page.goto(`${path}#${id}`);
  await expect(heading).toBeInViewport();
});

test('a lesson is read once I answered its quiz, and not because I scrolled to it', async ({ page }) => {
  const items = quizOf(first);
  const [missed, ...others] = items;
  if (!missed) throw new Error('The quiz is empty');
  const read = page.getByText('Read', { exact: true });
  const row = page.getByRole('listitem').filter({ hasText: title });
  await openQuiz(page, path);
  await answer(page, missed, false);
  await expect(page.getByText(`1 of ${items.length} answered`, { exact: true })).toBeVisible();
  await expect(read).toHaveCount(0);
  await page.goto('/lessons');
  await expect(row.getByText(`1 of ${items.length} answered`)).toBeVisible();
  await expect(page.getByRole('region', { name: 'Your progress' })).toContainText('0 lessons read');

  await openQuiz(page, path);
  for (const item of others) await answer(page, item);
  await expect(read).toHaveCount(1);
  await page.goto('/lessons');
  await expect(row.getByText('Read', { exact: true })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Your progress' })).toContainText('1 lesson read');
});

test('the modules are counted from 0 without a gap', async ({ page }) => {
  await page.goto('/lessons');
  const numbers = await page.getByText(/^Module \d+$/).allTextContents();
  expect(numbers.length).toBeGreaterThan(1);
  expect(numbers).toEqual(numbers.map((_, index) => `Module ${index}`));
});

test('from one lesson I come to the next and back', async ({ page }) => {
  await page.goto(path);
  const ways = page.getByRole('navigation', { name: 'Lessons before and after' });
  await ways.getByRole('link', { name: /Next/ }).click();
  await expect(page).toHaveURL(folderPath(second));
  await ways.getByRole('link', { name: /Previous/ }).click();
  await expect(page).toHaveURL(path);
});

test('the page says in its head what people search for', async ({ page }) => {
  await page.goto(path);
  await expect(page).toHaveTitle(/401 Unauthorized/);
  await expect(page.locator('link[rel="canonical"]')).toHaveAttribute('href', new RegExp(`${path}$`));
  await expect(page.locator('meta[name="description"]')).toHaveAttribute('content', /.{40,}/);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  for (const folder of folders) {
    test(`${folder} can be read, its quiz too, with the curl line of its exercises`, async ({ page }) => {
      await page.goto(folderPath(folder));
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page.getByText(/curl -i \$ORIGIN\/api\/sandbox\/\S+/).first()).toBeVisible();
      for (const item of quizOf(folder)) {
        const question = page.locator(`#question-${item.id}`);
        await expect(question.getByRole('heading', { name: shown(item.ask), exact: true })).toBeVisible();
        // Text inside noscript is found only from within.
        const folded = question.locator('details').filter({ hasText: /^Answer/ });
        await folded
          .locator('summary')
          .filter({ hasText: /^Answer$/ })
          .click();
        const [first] = item.options ?? item.steps ?? [];
        await expect(folded.getByText(shown(first?.why ?? item.answer ?? '')).first()).toBeVisible();
      }
    });
  }
});
