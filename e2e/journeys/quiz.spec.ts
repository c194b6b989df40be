import { expect, test } from '@playwright/test';
import {
  answer,
  fill,
  firstOfKind,
  folderPath,
  folders,
  form,
  hydrated,
  itemCalled,
  openQuiz,
  quizOf,
  realAnswer,
  shown,
} from '@/e2e/quizzes';

test.use({ reuseContext: true });

const folder = folders[0] ?? '';
const lesson = folderPath(folder);
const items = quizOf(folder);
const choice = firstOfKind('choose');
const typed = firstOfKind('field');
const ordered = firstOfKind('order');
const ticked = firstOfKind('several');
const lied = firstOfKind('lie');
const built = itemCalled('first-403-build-the-answer');

test('I answer wrong and read beside each option why it is right or wrong', async ({ page }) => {
  await openQuiz(page, choice.path);
  await answer(page, choice.item, false);
  const questionForm = form(page, choice.item);
  for (const { why } of choice.item.options ?? [])
    await expect(questionForm.getByText(shown(why))).toBeVisible();
  await expect(questionForm.getByText('Not this one.')).toHaveCount(1);
  await expect(questionForm.getByRole('link', { name: /^(?:RFC \w+|Fetch) §/ }).last()).toBeVisible();
});

test('what I missed comes back as a variant behind another question, and both scores are told', async ({
  page,
}) => {
  await openQuiz(page, lesson);
  const [missed, ...others] = items;
  if (!missed?.variants[0]) throw new Error('The quiz is too short');
  await answer(page, missed, false);
  await expect(form(page, missed.variants[0])).toHaveCount(0);
  for (const item of others) await answer(page, item);
  await expect(page.getByRole('heading', { name: 'Once more, asked differently' })).toBeVisible();
  await answer(page, missed.variants[0]);

  await expect(page.getByText('All correct in the end.')).toBeVisible();
  const score = (term: string) => page.getByRole('definition').filter({ hasText: term });
  await expect(score(`${others.length} of ${items.length}`)).toHaveCount(1);
  await expect(score(`${items.length} of ${items.length}`)).toHaveCount(1);
  await expect(page.getByText('The question that you missed is worth another look tomorrow.')).toBeVisible();
});

test('what I missed in each of its versions is not asked word for word again, and is left to the review', async ({
  page,
}) => {
  await openQuiz(page, lesson);
  const missed = items.find(({ variants }) => variants.length === 1);
  const variant = missed?.variants[0];
  if (!missed || !variant) throw new Error('The quiz has no question with one variant');
  await answer(page, missed, false);
  for (const item of items.filter(({ id }) => id !== missed.id)) await answer(page, item);
  await answer(page, variant, false);
  await expect(form(page, variant).getByText('It comes back in the review, from tomorrow on')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Check', exact: true })).toHaveCount(0);
  await expect(page.getByText(`${items.length - 1} of ${items.length} right in the end.`)).toBeVisible();
});

test('of two that I missed, the one I was sure of comes back first', async ({ page }) => {
  await openQuiz(page, lesson);
  const [guessed, certain, ...others] = items;
  if (!guessed?.variants[0] || !certain?.variants[0]) throw new Error('The quiz is too short');
  await answer(page, guessed, false, 'a guess');
  await answer(page, certain, false, 'sure');
  await expect(form(page, certain).getByText('You were sure, so this one comes back first.')).toBeVisible();
  for (const item of others) await answer(page, item);
  await expect(form(page, certain.variants[0])).toBeVisible();
  await expect(form(page, guessed.variants[0])).toHaveCount(0);
});

test('all right at once is said so, and I may answer all of it again', async ({ page }) => {
  await openQuiz(page, lesson);
  for (const item of items) await answer(page, item);
  await expect(page.getByText('All correct at the first try.')).toBeVisible();
  await page.getByRole('button', { name: 'Answer all of them again' }).click();
  await expect(page.getByRole('button', { name: 'Check', exact: true })).toHaveCount(items.length);
  await expect(page.getByText('All correct at the first try.')).toHaveCount(0);
});

test('my answers are still there after a reload', async ({ page }) => {
  await openQuiz(page, choice.path);
  await answer(page, choice.item, false);
  await page.reload();
  await hydrated(page);
  await expect(form(page, choice.item).getByText('That is not it.')).toBeVisible();
  await expect(form(page, choice.item).getByRole('button', { name: 'Checked' })).toBeVisible();
});

test('a field line in other capitals and with more spaces is as good', async ({ page }) => {
  await openQuiz(page, typed.path);
  const [name = '', ...rest] = (typed.item.answer ?? '').split(': ');
  const [scheme = '', ...value] = rest.join(': ').split(' ');
  const line = `${name.toLowerCase()}:   ${scheme.toUpperCase()}  ${value.join(' ')} `;
  const questionForm = form(page, typed.item);
  await questionForm.getByRole('textbox').fill(line);
  await questionForm.getByRole('radio', { name: 'sure', exact: true }).check();
  await questionForm.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(questionForm.getByText('That is right.')).toBeVisible();
});

test('a wrong field line that is known has a word of its own', async ({ page }) => {
  await openQuiz(page, typed.path);
  await answer(page, typed.item, false);
  const questionForm = form(page, typed.item);
  await expect(questionForm.getByText(shown(typed.item.mistakes?.[0]?.why ?? ''))).toBeVisible();
  await expect(questionForm.getByText(typed.item.answer ?? '', { exact: true })).toBeVisible();
});

test('a wrong field line that nobody thought of is read, and the difference named', async ({ page }) => {
  await openQuiz(page, typed.path);
  const questionForm = form(page, typed.item);
  await questionForm.getByRole('textbox').fill('<b>Not</b> a line "at all"');
  await questionForm.getByRole('radio', { name: 'a guess' }).check();
  await questionForm.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(
    questionForm.getByText('There is no colon: a header is a name, a colon and a value'),
  ).toBeVisible();
});

test('I put the gates in order with buttons, and the focus stays with what I move', async ({ page }) => {
  await openQuiz(page, ordered.path);
  const questionForm = form(page, ordered.item);
  const last = questionForm.getByRole('listitem').last();
  const text = shown(ordered.item.steps?.find(() => true)?.text ?? '');
  await last.getByRole('button', { name: /^Move up/ }).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator(':focus')).toHaveAccessibleName(/^Move up: /);
  await expect(page.locator(':focus')).toHaveAccessibleName(/now \d of \d$/);
  await answer(page, ordered.item);
  await expect(questionForm.getByRole('listitem').first()).toContainText(text);
});

test('with the keyboard alone I answer, hear the verdict, and keep my place', async ({ page }) => {
  await openQuiz(page, choice.path);
  const questionForm = form(page, choice.item);
  await questionForm.getByRole('radio').first().focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowRight');
  await expect(questionForm.getByRole('radio', { name: 'fairly sure' })).toBeChecked();
  await page.keyboard.press('Tab');
  await expect(questionForm.getByRole('button', { name: 'Check', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(questionForm.getByRole('status')).toContainText(/That is (right|not it)\./);
  await expect(questionForm.getByRole('button', { name: 'Checked' })).toBeFocused();
});

test('nothing is checked before I say how sure I am', async ({ page }) => {
  await openQuiz(page, choice.path);
  const questionForm = form(page, choice.item);
  await questionForm.getByRole('radio').first().check();
  await questionForm.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(questionForm.getByRole('button', { name: 'Check', exact: true })).toBeVisible();
  await expect(questionForm.getByText(/That is (right|not it)\./)).toHaveCount(0);
});

for (const { path, item } of [choice, ticked, typed, ordered, lied, built]) {
  for (const right of [true, false]) {
    test(`a question of the kind ${item.kind} that I answer ${right ? 'right' : 'wrong'} says so, with its rule`, async ({
      page,
    }) => {
      await openQuiz(page, path);
      await answer(page, item, right);
      await expect(
        form(page, item)
          .getByRole('status')
          .getByRole('link', { name: /^(?:RFC \w+|Fetch) §/ }),
      ).toBeVisible();
      await expect(form(page, item).getByRole('button', { name: 'Checked' })).toBeFocused();
    });
  }
}

test('where several hold I have to find them all, and each option explains itself', async ({ page }) => {
  await openQuiz(page, ticked.path);
  await answer(page, ticked.item, false);
  const questionForm = form(page, ticked.item);
  const right = ticked.item.options?.filter(({ correct }) => correct).length ?? 0;
  await expect(questionForm.getByText(`You found ${right - 1} of ${right}.`)).toBeVisible();
  for (const { why } of ticked.item.options ?? [])
    await expect(questionForm.getByText(shown(why))).toBeVisible();
});

test('where several hold nothing is checked before I tick one', async ({ page }) => {
  await openQuiz(page, ticked.path);
  const questionForm = form(page, ticked.item);
  await questionForm.getByRole('radio', { name: 'sure', exact: true }).check();
  await questionForm.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(questionForm.getByRole('button', { name: 'Check', exact: true })).toBeVisible();
  await expect(questionForm.getByText(/That is (right|not it)\./)).toHaveCount(0);
});

test('with the keyboard alone I tick options, one after the other', async ({ page }) => {
  await openQuiz(page, ticked.path);
  const boxes = form(page, ticked.item).getByRole('checkbox');
  await boxes.first().focus();
  for (let box = 0; box < (await boxes.count()); box++) {
    await page.keyboard.press('Space');
    await expect(boxes.nth(box)).toBeChecked();
    await page.keyboard.press('Tab');
  }
  await expect(form(page, ticked.item).getByRole('radio', { name: 'a guess' })).toBeFocused();
});

test('I pick the lie from the lines of a message, and every line explains itself', async ({ page }) => {
  await openQuiz(page, lied.path);
  await answer(page, lied.item, false);
  const questionForm = form(page, lied.item);
  for (const { why } of [{ why: lied.item.why ?? '' }, ...(lied.item.lines ?? [])]) {
    await expect(questionForm.getByText(shown(why))).toBeVisible();
  }
  await expect(questionForm.getByText('This is the one.')).toHaveCount(1);
  await expect(questionForm.getByText('Not this one.')).toHaveCount(1);
});

test('with the keyboard alone I walk through the lines of a message', async ({ page }) => {
  await openQuiz(page, lied.path);
  const lines = form(page, lied.item).getByRole('radio');
  await lines.first().focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await expect(lines.nth(1)).toBeChecked();
  await expect(lines.nth(1)).toBeFocused();
});

test('the answer that I build is compared by what it means', async ({ page }) => {
  await openQuiz(page, built.path);
  await fill(page, built.item, true);
  const { line } = await realAnswer(page, built.item);
  const questionForm = form(page, built.item);
  await questionForm.getByRole('textbox').fill(line.replace(/^[^ ]+ [^ ]+/, (start) => start.toUpperCase()));
  await questionForm.getByRole('radio', { name: 'sure', exact: true }).check();
  await questionForm.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(questionForm.getByText('It means the same as the line of the real server.')).toBeVisible();
  for (const { why } of built.item.statuses ?? [])
    await expect(questionForm.getByText(shown(why))).toBeVisible();
});

test('where the challenge that I build differs, the difference is named and the real line shown', async ({
  page,
}) => {
  await openQuiz(page, built.path);
  await fill(page, built.item, true);
  const { line } = await realAnswer(page, built.item);
  const questionForm = form(page, built.item);
  await questionForm.getByRole('textbox').fill('WWW-Authenticate: Basic realm="another place"');
  await questionForm.getByRole('radio', { name: 'a guess' }).check();
  await questionForm.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(questionForm.getByText('That is not it.')).toBeVisible();
  await expect(questionForm.getByText('The value of realm differs: “another place”.')).toBeVisible();
  await expect(questionForm.getByText(line, { exact: true })).toBeVisible();
});
