// The quizzes as their files hold them, so that the tests answer whatever the lessons ask.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { parse } from 'yaml';

export interface Question {
  kind: 'choose' | 'field' | 'order';
  ask: string;
  options?: { text: string; why: string; correct?: true }[];
  answer?: string;
  mistakes?: { text: string; why: string }[];
  steps?: { text: string; why: string }[];
}

export interface Item extends Question {
  id: string;
  variants: Question[];
}

/** The folders of all lessons, in order. */
export const folders = readdirSync('content/lessons').sort();

/** The address of a lesson. */
export function lessonPath(folder: string): string {
  return `/lessons/${folder.replace(/^\d+-/, '')}`;
}

/** The items of a lesson's quiz. */
export function quizOf(folder: string): Item[] {
  return (parse(readFileSync(`content/lessons/${folder}/quiz.yaml`, 'utf8')) as { items: Item[] }).items;
}

/** The first lesson whose quiz asks a question of this kind, with that question. */
export function firstOfKind(kind: Question['kind']): { path: string; item: Item } {
  for (const folder of folders) {
    const item = quizOf(folder).find((one) => one.kind === kind);
    if (item) return { path: lessonPath(folder), item };
  }
  throw new Error(`No quiz has a question of the kind ${kind}`);
}

/** Text as it is shown, without the marks for code and stress. */
export function shown(text: string): string {
  return text
    .replace(/`|\*(?=\S)|(?<=\S)\*/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The form that asks a question. */
export function form(page: Page, { ask }: Pick<Question, 'ask'>) {
  const heading = page.getByRole('heading', { name: shown(ask), exact: true });
  return page.getByRole('form', { name: /^Question \d/ }).filter({ has: heading });
}

/** Opens a page and waits until its quiz hears what is pressed. */
export async function openQuiz(page: Page, path: string) {
  await page.goto(path);
  await hydrated(page);
}

/** Waits until React has taken the quiz over: before that, a press would be lost. */
export async function hydrated(page: Page) {
  await expect(async () => {
    const isReady = await page
      .getByRole('form', { name: 'Question 1' })
      .first()
      .evaluate((element) => Object.keys(element).some((key) => key.startsWith('__reactProps')));
    expect(isReady).toBe(true);
  }).toPass();
}

/** Fills in a question, rightly or not, and leaves the sureness and the button to the caller. */
export async function fill(page: Page, question: Question, right: boolean) {
  const own = form(page, question);
  if (question.kind === 'choose') {
    const option = question.options?.find(({ correct }) => Boolean(correct) === right);
    await own.getByRole('radio', { name: shown(option?.text ?? ''), exact: true }).check();
  } else if (question.kind === 'field') {
    const wrong = question.mistakes?.[0]?.text ?? '';
    await own.getByRole('textbox').fill(right ? (question.answer ?? '') : wrong);
  } else if (right) {
    for (const [place, { text }] of (question.steps ?? []).entries()) {
      const up = own.getByRole('button', { name: `Move up: ${text.replaceAll('`', '')}, now` });
      const rows = own.getByRole('listitem');
      for (let tries = 0; tries < 8; tries++) {
        if ((await rows.nth(place).textContent())?.includes(shown(text))) break;
        await up.click();
      }
    }
  }
}

/** Answers a question and waits for the verdict. */
export async function answer(page: Page, question: Question, right = true, sure = 'fairly sure') {
  await fill(page, question, right);
  const own = form(page, question);
  await own.getByRole('radio', { name: sure, exact: true }).check();
  await own.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(own.getByText(right ? 'That is right.' : 'That is not it.')).toBeVisible();
}
