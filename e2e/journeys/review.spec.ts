import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { parse } from 'yaml';
import { checkEveryView, findings } from '@/e2e/axe';
import { answer, firstOfKind, folderPath, folders, form, type Item, openQuiz, quizOf } from '@/e2e/quizzes';
import { exerciseSlugs } from '@/lib/exercises';
import { sheets } from '@/lib/progress/schedule';

test.use({ reuseContext: true });

const key = 'doorman:progress';
const { path: lesson, item: choice } = firstOfKind('choose');
const questions = folders.slice(0, 3).flatMap(quizOf);
const beliefs = parse(readFileSync('content/misconceptions.yaml', 'utf8')) as Record<
  string,
  { says: string }
>;
const day = (number: number) => new Date(Date.UTC(2026, 2, number, 9));
const due = (page: Page) =>
  page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: /^Review/ });
const today = (page: Page) => page.getByRole('region', { name: 'Today' });

interface Given {
  at: Date;
  correct: boolean;
  sure?: string;
  beliefs?: string[];
}

/** What a browser keeps after these answers; a reload finds what was added since. */
async function keep(page: Page, answers: Record<string, Given[]>, exercises: object = {}) {
  const full = Object.entries(answers).map(([id, given]) => [
    id,
    given.map(({ at, ...answer }) => ({
      at: at.toISOString(),
      variant: 0,
      given: '0',
      sure: 'fairly',
      ...answer,
    })),
  ]);
  const document = {
    version: 2,
    resets: { exercises: {} },
    lessons: {},
    rounds: {},
    predictions: {},
    exercises,
    answers: Object.fromEntries(full),
  };
  await page.addInitScript(
    ([name = '', text = '']) => {
      if (!localStorage.getItem(name)) localStorage.setItem(name, text);
    },
    [key, JSON.stringify(document)],
  );
}

/** All of `items` missed on one day. */
const missed = (items: readonly Item[], at: Date) =>
  Object.fromEntries(items.map(({ id }) => [id, [{ at, correct: false }]]));

test('where nothing was answered the review says how it begins', async ({ page }) => {
  await page.goto('/review');
  await expect(page.getByText('There is nothing to review yet')).toBeVisible();
  expect(await findings(page)).toEqual([]);
  await page.getByRole('link', { name: 'Begin with the first lesson' }).click();
  await expect(page).toHaveURL(folderPath(folders[0] ?? ''));
});

test('what I missed in a lesson comes back on the next day, asked differently, and my belief is overcome', async ({
  page,
}) => {
  const variant = choice.variants[0];
  const wrong = choice.options?.find(({ correct }) => !correct);
  const says = beliefs[wrong?.misconception ?? '']?.says ?? '';
  if (!variant || !says) throw new Error('The question needs a variant and a named misconception');
  await page.clock.setFixedTime(day(2));
  await openQuiz(page, lesson);
  await answer(page, choice, false);
  await page.goto('/review');
  await expect(today(page)).toContainText('Nothing is due today. The next one comes back on Tuesday');
  await expect(page.getByText('1 to correct, 0 corrected.')).toBeVisible();
  await expect(page.getByText(says.replace(/^“|”$/g, '')).first()).toBeVisible();

  await page.clock.setFixedTime(day(3));
  await page.reload();
  await expect(today(page)).toContainText('1 question is due today, and with it 1 belief of yours.');
  await expect(due(page)).toHaveAccessibleName('Review 1 due');
  await page.getByRole('button', { name: 'Begin with 1 question' }).click();
  await answer(page, variant);
  await page.getByRole('button', { name: 'See how it went' }).click();
  await expect(page.getByRole('heading', { name: 'All right.' })).toBeFocused();
  await expect(page.getByText('0 to correct, 1 corrected.')).toBeVisible();
  await expect(due(page)).toHaveAccessibleName('Review');

  await page.reload();
  await expect(today(page)).toContainText('Done for today: 1 question came back.');
});

test('what I miss in the review comes back tomorrow, and its belief is kept with the answer', async ({
  page,
}) => {
  const variant = choice.variants[0];
  if (!variant) throw new Error('The question needs a variant');
  await page.clock.setFixedTime(day(5));
  await keep(page, missed([choice], day(2)));
  await page.goto('/review');
  await page.getByRole('button', { name: 'Begin with 1 question' }).click();
  await answer(page, variant, false, 'sure');
  await expect(
    form(page, variant).getByText('You were sure, so it comes back before the others, from tomorrow on.'),
  ).toBeVisible();
  await page.getByRole('button', { name: 'See how it went' }).click();
  await expect(page.getByRole('heading', { name: '0 of 1 right.' })).toBeFocused();

  const { answers } = JSON.parse((await page.evaluate((name) => localStorage.getItem(name), key)) ?? '');
  const [, last] = answers[choice.id];
  const [distractor] = variant.options?.filter(({ correct }) => !correct) ?? [];
  expect(last).toMatchObject({
    correct: false,
    sure: 'sure',
    variant: 1,
    beliefs: [distractor?.misconception],
  });
  await page.clock.setFixedTime(day(6));
  await page.reload();
  await expect(page.getByRole('button', { name: 'Begin with 1 question' })).toBeVisible();
});

test('eight questions are enough for a day; the others wait, or come if I like', async ({ page }) => {
  await page.clock.setFixedTime(day(9));
  const answered = questions.slice(0, 8).map(({ id }) => [
    id,
    [
      { at: day(2), correct: true },
      { at: day(9), correct: true },
    ],
  ]);
  await keep(page, { ...missed(questions.slice(0, 12), day(2)), ...Object.fromEntries(answered) });
  await page.goto('/review');
  await expect(today(page)).toContainText('Done for today: 8 questions came back.');
  await expect(today(page)).toContainText('That is enough. 4 questions wait for the next days.');
  await expect(due(page)).toHaveAccessibleName('Review');
  await page.getByRole('button', { name: 'Answer 4 more' }).click();
  await expect(page.getByText('Question 1 of 4')).toBeVisible();
});

test('of twelve questions that are due, eight belong to today', async ({ page }) => {
  await page.clock.setFixedTime(day(9));
  await keep(page, missed(questions.slice(0, 12), day(2)));
  await page.goto('/review');
  await expect(today(page)).toContainText(
    '8 questions are due today. That takes about 5 minutes. 4 questions wait for the next days.',
  );
  await page.getByRole('button', { name: 'Begin with 8 questions' }).click();
  await expect(page.getByText('Question 1 of 8')).toBeVisible();
});

test('twenty-seven exercises that are due at once come back over two weeks, two a day', async ({ page }) => {
  await page.clock.setFixedTime(day(28));
  const slugs = exerciseSlugs().filter((slug) => !slug.startsWith('open-') && !sheets.has(slug));
  const solved = slugs.slice(0, 27).map((slug) => [slug, { solved: [day(1).toISOString()] }]);
  await keep(page, {}, Object.fromEntries(solved));
  await page.goto('/review');
  await expect(today(page)).toContainText('2 exercises are due today. That takes about 5 minutes.');
  await expect(today(page)).toContainText('25 exercises wait for the next days.');
  await expect(today(page).getByRole('link', { name: 'Solve it again' })).toHaveCount(2);
  await expect(due(page)).toHaveAccessibleName('Review 2 due');
  const days = page.getByRole('region', { name: 'The next two weeks' }).getByRole('listitem');
  for (let index = 1; index < 13; index++) await expect(days.nth(index)).toContainText('2 come back');
  await expect(days.nth(13)).toContainText('1 comes back');
  await page.goto('/lessons');
  // First among equals by name: the exercise of lesson 4 is of today, those of lesson 1 wait.
  const row = (name: string) =>
    page.getByRole('listitem').filter({ has: page.getByRole('link', { name, exact: true }) });
  await expect(row('A 401 must come with a challenge').getByText('1 due', { exact: true })).toBeVisible();
  await expect(row('Your first 401 Unauthorized').getByText(/due$/)).toHaveCount(0);
});

test('questions are fetched when I begin, and where that fails I may try again', async ({ page }) => {
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
  await page.clock.setFixedTime(day(9));
  await keep(page, missed([choice], day(2)));
  await page.goto('/review');
  await expect(page.getByRole('button', { name: 'Begin with 1 question' })).toBeVisible();
  expect(fetched.filter((path) => path.startsWith('/review/items/'))).toEqual([]);

  await page.route('/review/items/**', (route) => route.abort());
  await page.getByRole('button', { name: 'Begin with 1 question' }).click();
  await expect(page.getByText('The server did not answer. Are you still online?')).toBeVisible();
  await page.unroute('/review/items/**');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByText('Question 1 of 1')).toBeVisible();
});

test('the forecast says for each of fourteen days how much comes back', async ({ page }) => {
  await page.clock.setFixedTime(day(4));
  await keep(page, { ...missed(questions.slice(0, 3), day(2)), ...missed(questions.slice(3, 5), day(4)) });
  await page.goto('/review');
  const days = page.getByRole('region', { name: 'The next two weeks' }).getByRole('listitem');
  await expect(days).toHaveCount(14);
  await expect(days.nth(0)).toContainText('Today: 3 come back');
  await expect(days.nth(1)).toContainText('Thursday 5 March: 2 come back');
  await expect(days.nth(2)).toContainText('Friday 6 March: nothing');
});

test('a lesson is called durable once its questions hold and its exercise was solved', async ({ page }) => {
  await page.clock.setFixedTime(day(20));
  const questions = quizOf(folders[0] ?? '');
  const twice = questions.map(({ id }) => [
    id,
    [
      { at: day(2), correct: true },
      { at: day(6), correct: true },
    ],
  ]);
  await keep(page, Object.fromEntries(twice), { 'first-401': { solved: [day(2).toISOString()] } });
  await page.goto('/review');
  const holds = page.getByRole('region', { name: 'What you have learned' });
  await expect(holds).toContainText(/^.*1 of \d+ lessons durable\./s);
  await expect(holds.getByRole('row').nth(1)).toContainText(`${questions.length} of ${questions.length}`);
  await expect(holds.getByRole('row').nth(1)).toContainText('Durable');
});

test('an exercise that is due is begun afresh, and stays solved', async ({ page }) => {
  await page.clock.setFixedTime(day(28));
  const solved = { attempt: { value: 'an-old-attempt', at: day(1) }, solved: [day(1)] };
  await keep(page, {}, { 'first-401': solved });
  await page.goto('/review');
  await expect(today(page)).toContainText('An exercise is worth solving once more: A locked door.');
  await page.getByRole('link', { name: 'Solve it again' }).click();
  await expect(page).toHaveURL('/sandbox/first-401');
  await expect(page.getByText('Solved before', { exact: true })).toBeVisible();
  const stored = await page.evaluate((name) => localStorage.getItem(name), key);
  expect(stored).not.toContain('an-old-attempt');
});

test('with the keyboard alone I begin, answer two questions and hear how it went', async ({ page }) => {
  await page.clock.setFixedTime(day(9));
  const two = questions
    .filter(({ kind, variants }) => kind === 'choose' && variants[0]?.kind === 'choose')
    .slice(0, 2);
  await keep(page, missed(two, day(2)));
  await page.goto('/review');
  await page.getByRole('button', { name: 'Begin with 2 questions' }).focus();
  await page.keyboard.press('Enter');
  for (const [place, next] of ['Next question', 'See how it went'].entries()) {
    await expect(page.getByRole('heading', { name: `Question ${place + 1} of 2` })).toBeFocused();
    // What the question shows may have values to open.
    do await page.keyboard.press('Tab');
    while (!(await page.evaluate(() => document.activeElement?.matches('input[type=radio]'))));
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('form').getByRole('status')).toContainText(/That is (right|not it)\./);
    await expect(page.getByRole('button', { name: 'Checked' })).toBeFocused();
    while (!(await page.evaluate((name) => document.activeElement?.textContent === name, next))) {
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
  }
  await expect(page.getByRole('heading', { name: /right\.$/ })).toBeFocused();
});

test('axe finds nothing in what is due, in a question and behind its answer', async ({ page }) => {
  await page.clock.setFixedTime(day(9));
  const exercises = { 'first-401': { solved: [day(1).toISOString()] } };
  const wrong = { at: day(2), correct: false, beliefs: ['clear-history'] };
  const right = questions.slice(4, 9).map(({ id }) => [id, [{ at: day(3), correct: true }]]);
  await keep(page, { [choice.id]: [wrong], ...Object.fromEntries(right) }, exercises);
  await page.goto('/review');
  await expect(page.getByText('1 to correct')).toBeVisible();
  await checkEveryView(page);
  await page.getByRole('button', { name: /^Begin/ }).click();
  await expect(page.getByRole('heading', { name: /^Question 1 of/ })).toBeVisible();
  await checkEveryView(page);
  await answer(page, choice.variants[0] ?? choice, false);
  await checkEveryView(page);
});
