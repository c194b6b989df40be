/** The parts of a sandbox on a page, as a user would name them. */

import { expect, type Page } from '@playwright/test';
import { utf8Octets } from '@/lib/http-auth/draft';
import { started } from './started';

export const send = (page: Page) => page.getByRole('button', { name: 'Send', exact: true });
export const response = (page: Page) => page.getByRole('region', { name: 'Response', exact: true });
/** What came and why, in one look. It is there without a press. */
export const verdict = (page: Page) => page.getByRole('group', { name: 'Verdict' });
/** The checks behind the verdict, once `Every check` was opened. */
export const trace = (page: Page) => page.getByRole('region', { name: 'Trace' });
export const fieldValue = (page: Page, line: number) => page.getByLabel(`Value of header ${line}`);

export type Part =
  | 'Every check'
  | 'Headers of the response'
  | 'Body of the response'
  | 'The request as it crossed the wire';

/** What stands one press behind the verdict. */
export const part = (page: Page, name: Part) =>
  page.locator('details', { has: page.locator('> summary', { hasText: name }) });

/** Opens a part, unless it is open already. */
export async function openPart(page: Page, name: Part): Promise<void> {
  const details = part(page, name);
  if ((await details.getAttribute('open')) === null) await details.locator('> summary').click();
  await expect(details).toHaveAttribute('open');
}

/** Opens an exercise and waits for the credentials of the attempt. */
export async function openSandbox(page: Page, slug: string): Promise<void> {
  await page.goto(`/sandbox/${slug}`);
  await started(page);
  await expect(page.getByText('****')).toHaveCount(0);
}

/** The password of a person, as the wallet shows it in full. */
export async function passwordOf(page: Page, person: string): Promise<string> {
  await started(page);
  const chip = page.getByRole('button', { name: `Insert ${person}'s password` });
  await expect(chip).not.toHaveAttribute('title', /\*{3}/);
  return (await chip.getAttribute('title')) ?? '';
}

/** Base64 of the UTF-8 of `text`. */
export function base64(text: string): string {
  return btoa(utf8Octets(text));
}

/** Fills in what solves the first exercise, and sends it. */
export async function solveFirst(page: Page): Promise<void> {
  const credentials = `Basic ${base64(`ada:${await passwordOf(page, 'Ada')}`)}`;
  await page.getByLabel('Name of header 1').fill('Authorization');
  await fieldValue(page, 1).fill(credentials);
  await page.getByRole('button', { name: 'Just send' }).or(send(page)).last().click();
}
