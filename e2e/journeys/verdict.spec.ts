/** What stands below Send once an answer came: what it is, why, and the rest one press behind. */
import { expect, type Page, test } from '@playwright/test';
import { readBrief } from '@/e2e/attempts';
import { openPart, openSandbox, part, response, send, trace, verdict } from '@/e2e/sandbox-page';
import { started } from '@/e2e/started';

test.use({ reuseContext: true });

const just = (page: Page) => page.getByRole('button', { name: 'Just send' });
/** Opens a lesson and waits for its first editor. */
async function openLesson(page: Page, slug: string) {
  await page.goto(`/lessons/${slug}`);
  await page.locator('section[id^="sandbox-"]').first().scrollIntoViewIfNeeded();
  await started(page);
  await page.getByRole('button', { name: 'Reset' }).first().waitFor();
}
const topOf = async (page: Page) => (await verdict(page).boundingBox())?.y ?? Number.NaN;
const underOf = async (page: Page) => {
  const { y = Number.NaN, height = 0 } = (await send(page).first().boundingBox()) ?? {};
  return y + height;
};
const lessonPanel = (page: Page) => page.locator('.lesson-column').first();

test('in a lesson the answer and its reason stand directly below Send, and nobody has to scroll', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await openLesson(page, 'your-first-401');
  await just(page).first().click();
  await expect(verdict(page)).toContainText('401 Unauthorized');
  await expect(verdict(page)).toContainText(
    'Saw no Authorization header, expected Basic in the Authorization header.',
  );
  await expect(verdict(page).getByRole('img', { name: /authentication refused with 401/ })).toBeVisible();
  await expect(verdict(page)).toBeInViewport({ ratio: 1 });
  expect(await lessonPanel(page).evaluate(({ scrollTop }) => scrollTop)).toBe(0);
  const below = (await topOf(page)) - (await underOf(page));
  expect(below).toBeGreaterThan(0);
  expect(below).toBeLessThan(40);
  await expect(part(page, 'Headers of the response')).toBeVisible();
  await expect(page.getByLabel('Challenge: Basic')).toHaveCount(0);
});

test('a long request brings its answer into view by itself', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await openLesson(page, 'preflight-has-no-credentials');
  await just(page).first().click();
  await expect(verdict(page)).toBeInViewport({ ratio: 1 });
  await expect(send(page).first()).toBeInViewport();
});

for (const { width, height } of [
  { width: 1440, height: 900 },
  { width: 360, height: 740 },
]) {
  test(`on the page of an exercise the answer is in view with Send, ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await openSandbox(page, 'first-403');
    await just(page).click();
    await expect(verdict(page)).toContainText('403 Forbidden');
    await expect(verdict(page)).toBeInViewport({ ratio: 1 });
    await expect(send(page)).toBeInViewport({ ratio: 1 });
    if (width > 1000) return;
    expect((await topOf(page)) - (await underOf(page))).toBeLessThan(40);
  });
}

test('what I opened stays open when the next answer comes, and what is closed says that it opens', async ({
  page,
}) => {
  await openSandbox(page, 'first-401');
  await just(page).click();
  await openPart(page, 'Headers of the response');
  await openPart(page, 'Every check');
  await expect(response(page).getByLabel('Challenge: Basic')).toBeVisible();
  for (const summary of await response(page).locator('summary').all()) {
    await expect(summary.locator('svg:not([class*="absolute"])')).toHaveCount(1);
  }
  await page.getByLabel('Name of header 1').fill('Authorization');
  await page.getByLabel('Value of header 1').fill('Basic');
  await send(page).click();
  await expect(verdict(page)).toContainText('expected');
  await expect(verdict(page)).not.toContainText('no Authorization header');
  await expect(response(page).getByLabel('Challenge: Basic')).toBeVisible();
  await expect(trace(page)).toBeVisible();
  await expect(part(page, 'Body of the response')).not.toHaveAttribute('open');
});

test('the headers of the resource come first, and those of the sandbox stand with the transport', async ({
  page,
}) => {
  await openSandbox(page, 'first-401');
  await page.getByLabel('Name of header 1').fill('Origin');
  await page.getByLabel('Value of header 1').fill('https://shop.example');
  await just(page).click();
  await openPart(page, 'Headers of the response');
  const names = part(page, 'Headers of the response').locator('bdi', { hasText: /^[A-Z][\w-]+$/ });
  await expect(names.filter({ visible: true })).toHaveText(['WWW-Authenticate', 'Content-Type']);
  await page.getByText('What the transport and the sandbox added').click();
  await expect(names.filter({ hasText: 'Access-Control-Expose-Headers' })).toBeVisible();
  await expect(names.filter({ hasText: 'Cache-Control' })).toBeVisible();
});

test('a resource that answers for CORS itself keeps those headers as its own', async ({ page }) => {
  await openSandbox(page, 'preflight-names-the-field');
  await just(page).click();
  await openPart(page, 'Headers of the response');
  const headers = part(page, 'Headers of the response');
  await expect(headers.locator('bdi', { hasText: /^Access-Control-/ }).first()).toBeVisible();
});

test('a request that the text loads makes the old answer an old one, and the panel shows the request', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 700 });
  await openLesson(page, 'the-decision-tree');
  await just(page).first().click();
  await expect(verdict(page)).toBeVisible();
  const panel = lessonPanel(page);
  await panel.evaluate((element) => element.scrollTo({ top: element.scrollHeight, behavior: 'instant' }));
  await page.getByRole('link', { name: 'none', exact: true }).first().click();
  await expect(panel.getByText('Nothing is sent yet.').first()).toBeInViewport({ ratio: 1 });
  await expect(panel.getByLabel('Path')).toBeInViewport({ ratio: 1 });
  await expect(verdict(page)).toContainText('This is the response to the previous request.');
  await just(page).first().click();
  await expect(verdict(page)).not.toContainText('This is the response to the previous request.');
});

test('on a phone a request that the text loads comes into view, too', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await openLesson(page, 'the-decision-tree');
  await just(page).first().click();
  await expect(verdict(page)).toBeVisible();
  // A link far below the sandbox, pressed by keyboard while the answer is what is in view.
  await verdict(page).evaluate((element) => element.scrollIntoView({ block: 'start', behavior: 'instant' }));
  await page
    .getByRole('link', { name: 'none', exact: true })
    .first()
    .evaluate((link: HTMLElement) => link.click());
  await expect(page.getByText('The request was loaded into the sandbox.').first()).toBeInViewport({
    ratio: 1,
  });
  await expect(page.getByLabel('Path').first()).toBeInViewport({ ratio: 1 });
  await just(page).first().click();
  await page.getByRole('button', { name: 'Back to the text' }).first().click();
  const link = page.getByRole('link', { name: 'none', exact: true }).first();
  await expect(link).toBeInViewport({ ratio: 1 });
  await expect(link).toBeFocused();
});

test('a redirect says what it is and where it leads', async ({ page }) => {
  await openSandbox(page, 'redirect-eats-authorization');
  await just(page).click();
  await expect(verdict(page)).toContainText('302 Found');
  await expect(verdict(page)).toContainText('No gate was asked: the response is a redirect.');
  await expect(verdict(page)).toContainText(/Location names the address to ask next: http\S+\/room-/);
  await expect(verdict(page).getByRole('img')).toHaveAccessibleName(/syntax not reached/);
  await expect(page.getByText('method, the size or the form')).toHaveCount(0);
});

test('a refusal dressed as a redirect still names its gate', async ({ page }) => {
  await openSandbox(page, 'dressed-as-200');
  await just(page).click();
  await expect(verdict(page)).toContainText('Refused at authentication with a redirect');
  await expect(verdict(page).getByRole('img')).toHaveAccessibleName(/authentication refused with 302/);
});

test('a 511 says that a network on the way answered', async ({ page }) => {
  await openSandbox(page, 'captive-portal');
  await just(page).click();
  await expect(verdict(page)).toContainText('511 Network Authentication Required');
  await expect(verdict(page)).toContainText('No gate was reached: a network on the way answered.');
});

test('a malformed request is refused at syntax: in the sentence, in the drawing and in the checks', async ({
  page,
}) => {
  await openSandbox(page, 'first-403');
  await page.getByRole('button', { name: 'Raw' }).click();
  await page.getByLabel('The request as HTTP text').fill('GET /vault HTTP/1.1\nAccept: */*\n folded');
  await just(page).click();
  await expect(verdict(page)).toContainText('400 Bad Request');
  await expect(verdict(page)).toContainText('Refused at syntax: the request cannot be parsed.');
  await expect(verdict(page)).toContainText('Saw a space at the start of line 3');
  await expect(verdict(page).getByRole('img')).toHaveAccessibleName(/syntax refused with 400/);
  await openPart(page, 'Every check');
  await expect(trace(page).getByRole('link', { name: 'RFC 9112 §5.2' })).toBeVisible();
});

test('a gate that was not asked is walked past, never stood before', async ({ page, request }) => {
  await openSandbox(page, 'captive-portal');
  await page.getByRole('button', { name: 'Raw' }).click();
  await page
    .getByLabel('The request as HTTP text')
    .fill('POST /portal HTTP/1.1\nContent-Type: application/json\n\n{"accept": "yes"}');
  await just(page).click();
  await expect(verdict(page)).toContainText('Let through: no check at authentication or authorization.');
  await expect(verdict(page).getByRole('img')).toHaveAccessibleName(
    'Three gates: syntax passed, authentication not asked, authorization not asked.',
  );

  // The sheet itself asks how far the exam is, and that is an exchange too.
  const asked = page.waitForResponse(/\/progress$/);
  await openSandbox(page, 'incident-exam');
  await asked;
  const attempt = (await page.getByText(/^attempt /).getAttribute('title')) ?? '';
  const { base } = await readBrief(request, 'incident-exam', attempt);
  await request.get(`${base}/badge`);
  await page.getByRole('tab', { name: 'Terminal' }).click();
  await expect(verdict(page).getByRole('img')).toHaveAccessibleName(
    /authentication not asked, authorization refused with 403/,
  );
});
