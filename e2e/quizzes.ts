// The quizzes as their files hold them, so that the tests answer whatever the lessons ask.

import { readdirSync, readFileSync } from 'node:fs';
import { expect, type Locator, type Page } from '@playwright/test';
import { parse } from 'yaml';
import { loadExercise } from '@/lib/exercises';
import { lessonPath } from '@/lib/pages';
import { readBrief } from './attempts';
import { started } from './started';
import { asker, sendDraft } from './wire';

export interface Question {
  kind: 'choose' | 'several' | 'field' | 'order' | 'lie' | 'build';
  ask: string;
  options?: { text: string; why: string; correct?: true; misconception?: string }[];
  answer?: string;
  why?: string;
  mistakes?: { text: string; why: string }[];
  steps?: { text: string; why: string }[];
  lie?: string;
  lines?: { line: string; why: string }[];
  request?: { exercise: string; draft: string };
  statuses?: { status: number; why: string }[];
}

export interface Item extends Question {
  id: string;
  variants: Question[];
}

/** The folders of all lessons, in order. */
export const folders = readdirSync('content/lessons').sort(
  (a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10),
);

/** The address of a lesson. */
export function folderPath(folder: string): string {
  return lessonPath(folder.replace(/^\d+-/, ''));
}

/** The items of a lesson's quiz. */
export function quizOf(folder: string): Item[] {
  return (parse(readFileSync(`content/lessons/${folder}/quiz.yaml`, 'utf8')) as { items: Item[] }).items;
}

/** The first lesson whose quiz asks a question of this kind, with that question. */
export function firstOfKind(kind: Question['kind']): { path: string; item: Item } {
  for (const folder of folders) {
    const item = quizOf(folder).find((question) => question.kind === kind);
    if (item) return { path: folderPath(folder), item };
  }
  throw new Error(`No quiz has a question of the kind ${kind}`);
}

/** The question with this id, and where it is asked. */
export function itemCalled(id: string): { path: string; item: Item } {
  for (const folder of folders) {
    const item = quizOf(folder).find((question) => question.id === id);
    if (item) return { path: folderPath(folder), item };
  }
  throw new Error(`No quiz has a question ${id}`);
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

/** Comes near the quiz and waits until it hears what is pressed: before that it can only be read. */
export async function hydrated(page: Page) {
  await page.getByRole('heading', { name: 'Check yourself' }).scrollIntoViewIfNeeded();
  await started(page);
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
  const questionForm = form(page, question);
  switch (question.kind) {
    case 'choose': {
      const option = question.options?.find(({ correct }) => Boolean(correct) === right);
      await questionForm.getByRole('radio', { name: shown(option?.text ?? ''), exact: true }).check();
      return;
    }
    case 'several':
      // Wrong: one of the right ones is missing.
      for (const { text } of question.options?.filter(({ correct }) => correct).slice(right ? 0 : 1) ?? []) {
        await questionForm.getByRole('checkbox', { name: shown(text), exact: true }).check();
      }
      return;
    case 'field':
      await questionForm
        .getByRole('textbox')
        .fill((right ? question.answer : question.mistakes?.[0]?.text) ?? '');
      return;
    case 'lie': {
      const line = (right ? question.lie : question.lines?.[0]?.line) ?? '';
      await questionForm.getByRole('radio', { name: line, exact: true }).check();
      return;
    }
    case 'build': {
      const { status, line } = await realAnswer(page, question);
      const chosen = right ? status : question.statuses?.[0]?.status;
      await questionForm.getByRole('radio', { name: new RegExp(`^${chosen}`) }).check();
      await questionForm.getByRole('textbox').fill(line);
      return;
    }
    case 'order':
      if (right) await putInOrder(questionForm, question.steps ?? []);
  }
}

async function putInOrder(questionForm: Locator, steps: readonly { text: string }[]) {
  for (const [place, { text }] of steps.entries()) {
    const up = questionForm.getByRole('button', { name: `Move up: ${text.replaceAll('`', '')}, now` });
    const rows = questionForm.getByRole('listitem');
    for (let tries = 0; tries < 8; tries++) {
      if ((await rows.nth(place).textContent())?.includes(shown(text))) break;
      await up.click();
    }
  }
}

/** What the real server answers to the request of a `build`, in an attempt of its own. */
export async function realAnswer(page: Page, { request }: Question) {
  const exercise = await loadExercise(request?.exercise ?? '');
  if (!request || !exercise) throw new Error('There is no such exercise');
  const { start, solution, mistakes } = exercise;
  const named =
    { start, solution }[request.draft] ?? mistakes.find(({ name }) => name === request.draft)?.draft;
  const { wallet, base } = await readBrief(page.request, request.exercise);
  const origin = new URL(page.url()).origin;
  const draft = await named?.(wallet, asker(origin, base));
  if (!draft) throw new Error(`There is no draft ${request.draft}`);
  const answer = await sendDraft(origin, draft, base);
  const challenges = answer.lines('WWW-Authenticate').join(', ');
  return { status: answer.status, line: challenges && `WWW-Authenticate: ${challenges}` };
}

/** Answers a question and waits for the verdict. */
export async function answer(page: Page, question: Question, right = true, sure = 'fairly sure') {
  await fill(page, question, right);
  const questionForm = form(page, question);
  await questionForm.getByRole('radio', { name: sure, exact: true }).check();
  await questionForm.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(questionForm.getByText(right ? 'That is right.' : 'That is not it.')).toBeVisible();
}
