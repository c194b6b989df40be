import { expect, type Page, test } from '@playwright/test';
import { response, send } from '@/e2e/sandbox-page';
import { started } from '@/e2e/started';

test.use({ reuseContext: true });

/** Opens an exercise with its tools, and sends what is there first. */
async function begin(page: Page, slug: string) {
  await page.goto(`/sandbox/${slug}`);
  await started(page);
  await page.getByRole('button', { name: 'Signing, Base64, JWT, time' }).click();
  await page.getByRole('button', { name: 'Just send' }).or(send(page)).last().click();
}
const sign = async (page: Page) => {
  await page.getByRole('button', { name: 'Sign the request' }).click();
  await expect(
    page.getByText(/The request is signed|It is the (?:first|second) message/).last(),
  ).toBeVisible();
};

test('I sign the digest too, and the order is taken', async ({ page }) => {
  await begin(page, 'uncovered-digest');
  await expect(response(page)).toContainText('401');
  const components = page.getByLabel('Components to sign');
  await expect(components).toHaveValue('@method @authority @path @query');
  await components.fill('@method @authority @path @query content-digest');
  await sign(page);
  await send(page).click();
  await expect(response(page)).toContainText('200');
});

test('I answer the challenge of SCRAM in two steps', async ({ page }) => {
  await begin(page, 'scram-in-two-steps');
  await expect(response(page)).toContainText('401');
  await sign(page);
  await send(page).click();
  await expect(response(page)).toContainText('200');
});

test('I sign anew for AWS with a clock that is right', async ({ page }) => {
  await begin(page, 'clock-too-far');
  await expect(response(page)).toContainText('403');
  await sign(page);
  await send(page).click();
  await expect(response(page)).toContainText('200');
});
