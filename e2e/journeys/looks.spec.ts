/** What can be seen to be right only in a browser: edges, columns and marks, measured on the page. */
import { expect, type Locator, type Page, test } from '@playwright/test';
import { folders, quizOf } from '@/e2e/quizzes';
import { fieldValue, openSandbox } from '@/e2e/sandbox-page';

test.use({ reuseContext: true });

async function boxOf(place: Locator) {
  const box = await place.boundingBox();
  if (!box) throw new Error(`${place} is not shown`);
  return box;
}

const fieldNames = (page: Page) => page.getByLabel(/^Name of header/);

for (const width of [1440, 360]) {
  test(`at ${width} px no name of a header is cut, so that no two rows look alike`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await openSandbox(page, 'preflight-without-credentials');
    const names = await fieldNames(page).evaluateAll((all) =>
      all.map((element) => {
        const input = element as HTMLInputElement;
        return { name: input.value, cut: input.scrollWidth > input.clientWidth };
      }),
    );
    expect(names.map(({ name }) => name)).toContain('Access-Control-Request-Headers');
    expect(names.filter(({ cut }) => cut)).toEqual([]);
  });
}

test('the line between name and value of a header goes to the end of its row', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await openSandbox(page, 'first-401');
  await fieldNames(page).first().fill('Authorization');
  await fieldValue(page, 1).fill('Bearer '.padEnd(300, 'x'));
  const row = fieldValue(page, 1).locator('..');
  const line = fieldValue(page, 1);
  expect(await line.evaluate((element) => getComputedStyle(element).borderLeftWidth)).toBe('1px');
  const [whole, part] = [await boxOf(row), await boxOf(line)];
  expect(part.height).toBeGreaterThan(60);
  // The row has an edge of one pixel above.
  expect(Math.abs(whole.height - 1 - part.height)).toBeLessThanOrEqual(1);
});

for (const width of [1440, 360]) {
  test(`at ${width} px every chip of a value is seen whole, and no name in it wraps below its row`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 900 });
    await openSandbox(page, 'two-ways-in');
    const credentials = page.getByRole('list', { name: 'Your credentials: press to insert' });
    const [list, ...chips] = await Promise.all(
      [credentials, ...(await credentials.getByRole('button').all())].map(boxOf),
    );
    for (const chip of chips)
      expect(chip.x + chip.width).toBeLessThanOrEqual((list?.x ?? 0) + (list?.width ?? 0));
    const cut = await credentials
      .getByRole('button')
      .evaluateAll((all) =>
        all.filter((chip) => chip.scrollWidth > chip.clientWidth).map(({ textContent }) => textContent),
      );
    expect(cut).toEqual([]);

    await openSandbox(page, 'replayed-proof');
    await page.getByRole('button', { name: 'Just send' }).click();
    const brought = page.getByRole('list', { name: 'From responses: press to insert' });
    const [row, chip] = await Promise.all([boxOf(brought), boxOf(brought.getByRole('button').first())]);
    expect(chip.y + chip.height).toBeLessThanOrEqual(row.y + row.height);
    expect(chip.height).toBeLessThan(32);
  });
}

test('on a phone the three answers to how sure I am stand in one line', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/lessons/your-first-401');
  const group = page.getByRole('group', { name: 'How sure are you?' }).first();
  const boxes = await Promise.all((await group.getByRole('radio').all()).map(boxOf));
  expect(boxes.length).toBe(3);
  expect(new Set(boxes.map(({ y }) => Math.round(y))).size).toBe(1);
});

test('the text of a credential stands in the middle of its chip', async ({ page }) => {
  await openSandbox(page, 'first-401');
  const chips = page.getByRole('list', { name: 'Your credentials: press to insert' }).getByRole('button');
  for (const chip of await chips.all()) {
    const off = await chip.evaluate((element) => {
      const range = document.createRange();
      range.selectNodeContents(element.lastElementChild ?? element);
      const [text, box] = [range.getBoundingClientRect(), element.getBoundingClientRect()];
      return (text.top + text.bottom - box.top - box.bottom) / 2;
    });
    expect(Math.abs(off)).toBeLessThanOrEqual(1.5);
  }
});

test('two panels of a lesson that are both in view have the page between them', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('/lessons/expired');
  const panels = page
    .getByRole('region')
    .filter({ has: page.getByRole('button', { name: 'Send', exact: true }) });
  await expect(panels).not.toHaveCount(1);
  const edges = await panels.evaluateAll((all) =>
    all.map((element) => {
      const panel = element.parentElement?.parentElement as HTMLElement;
      const { top, bottom } = panel.getBoundingClientRect();
      const { borderTopWidth, borderBottomWidth } = getComputedStyle(panel);
      return { top, bottom, above: borderTopWidth, below: borderBottomWidth };
    }),
  );
  for (const [index, { top, above }] of edges.entries()) {
    const before = edges[index - 1];
    if (!before) continue;
    expect(top - before.bottom).toBeGreaterThanOrEqual(16);
    expect([before.below, above]).toEqual(['1px', '1px']);
  }
});

const folded = [
  '/lessons/your-first-403',
  '/lessons/choose-the-answer',
  '/sandbox',
  '/sandbox/answer-five',
  '/cheatsheet',
];

test('whatever opens bears a mark', async ({ page }) => {
  for (const path of folded) {
    await page.goto(path);
    const unmarked = await page.locator('summary').evaluateAll((all) =>
      all
        .filter((element) => !element.querySelector('svg'))
        // A value within a line is underlined, and its ellipsis says that there is more.
        .filter((element) => !getComputedStyle(element).textDecorationLine.includes('underline'))
        .filter((element) => {
          const mark = getComputedStyle(element, '::before');
          return mark.content === 'none' || mark.borderRightWidth === '0px';
        })
        .map((element) => element.textContent),
    );
    expect(unmarked, path).toEqual([]);
  }
});

for (const width of [1440, 360]) {
  test(`at ${width} px no word of a table in a lesson is broken`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto('/lessons/session-cookie-really-sent');
    const cell = page.getByRole('cell', { name: 'Path=/account' }).getByText('Path=/account');
    expect(await cell.evaluate((element) => element.getClientRects().length)).toBe(1);
  });
}

test('Base64 is drawn so that each bit of a letter stands below that of a byte', async ({ page }) => {
  for (const width of [1440, 360]) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto('/lessons/user-colon-password');
    const figure = page.getByRole('figure').filter({ hasText: '011000 is 24, Y' });
    const bits = await figure
      .first()
      .evaluate((element) =>
        [...element.querySelectorAll('span')]
          .filter(({ textContent }) => /^[01]$/.test(textContent ?? ''))
          .map((bit) => ({ text: bit.textContent, x: bit.getBoundingClientRect().x })),
      );
    expect(bits).toHaveLength(48);
    const [above, below] = [bits.slice(0, 24), bits.slice(24)];
    expect(below.map(({ text }) => text)).toEqual(above.map(({ text }) => text));
    for (const [index, { x }] of below.entries())
      expect(Math.abs(x - (above[index]?.x ?? 0))).toBeLessThanOrEqual(1);
  }
});

test('what is said of a lesson in the list stands on one line of text', async ({ page }) => {
  const [folder = ''] = folders;
  const answers = Object.fromEntries(
    quizOf(folder).map(({ id }) => [
      id,
      [{ at: new Date().toISOString(), correct: true, sure: 'sure', variant: 0, given: '0' }],
    ]),
  );
  await page.addInitScript((answers) => {
    const nothing = { rounds: {}, predictions: {}, exercises: {} };
    const read = { version: 3, resets: { exercises: {} }, ...nothing, answers };
    localStorage.setItem('doorman:progress', JSON.stringify(read));
  }, answers);
  await page.goto('/lessons');
  const row = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: 'Your first 401' }) });
  const bottomOf = (place: Locator) =>
    place.evaluate((element) => {
      const text = [...element.childNodes].findLast(({ nodeType }) => nodeType === Node.TEXT_NODE) as Text;
      const range = document.createRange();
      range.selectNodeContents(text);
      return range.getBoundingClientRect().bottom;
    });
  const [mark, minutes] = [row.getByText('Read', { exact: true }), row.getByText(/^\d+ min$/)];
  expect(Math.abs((await bottomOf(mark)) - (await bottomOf(minutes)))).toBeLessThanOrEqual(1);
});
