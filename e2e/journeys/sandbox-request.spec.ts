/** Writing a request: tools, chips, the path, the relay. */
import { expect, type Page, test } from '@playwright/test';
import { base64, fieldValue, openSandbox, passwordOf, response, send } from '@/e2e/sandbox-page';

test.use({ reuseContext: true });

const path = (page: Page) => page.getByRole('combobox', { name: 'Path' });
const chip = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const justSend = (page: Page) => page.getByRole('button', { name: 'Just send' });

/** Opens the tools of an exercise and writes Ada's credentials into the Base64 tool, by its chips. */
async function encodeAda(page: Page): Promise<string> {
  await openSandbox(page, 'first-401');
  await chip(page, 'Base64, JWT, time').click();
  await page.getByLabel('User name to encode').click();
  await chip(page, "Insert Ada's user name").click();
  await page.getByLabel('Password to encode').click();
  await chip(page, "Insert Ada's password").click();
  return `Basic ${base64(`ada:${await passwordOf(page, 'Ada')}`)}`;
}

test('the Base64 tool makes the whole Authorization line, although its own input has the focus', async ({
  page,
}) => {
  const credentials = await encodeAda(page);
  const insert = chip(page, 'Insert Authorization: Basic');
  await insert.click();
  await expect(page.getByLabel('Name of header 1')).toHaveValue('Authorization');
  await expect(fieldValue(page, 1)).toHaveValue(credentials);
  await expect(page.getByLabel('Password to encode')).toHaveValue(await passwordOf(page, 'Ada'));
  await expect(page.getByText('Authorization was added to the request.').first()).toBeVisible();
  await expect(insert).toBeFocused();

  await fieldValue(page, 1).fill('Basic something old');
  await insert.click();
  await expect(fieldValue(page, 1)).toHaveValue(credentials);
  await expect(page.getByLabel(/^Value of header/)).toHaveCount(2);
  await expect(page.getByText('Authorization was replaced in the request.').first()).toBeVisible();
  await justSend(page).click();
  await expect(response(page)).toContainText('200 OK');
});

test('the Base64 tool inserts nothing before something is typed', async ({ page }) => {
  await openSandbox(page, 'first-401');
  await chip(page, 'Base64, JWT, time').click();
  const insert = chip(page, 'Insert Authorization: Basic');
  await expect(insert).toBeDisabled();
  await page.getByLabel('Password to encode').fill('x');
  await expect(insert).toBeEnabled();
});

test('with the keyboard alone I encode a name and a password, and the line is there', async ({ page }) => {
  await openSandbox(page, 'first-401');
  const password = await passwordOf(page, 'Ada');
  await chip(page, 'Base64, JWT, time').press('Enter');
  await page.getByLabel('User name to encode').focus();
  await page.keyboard.type('ada');
  await page.keyboard.press('Tab');
  await page.keyboard.type(password);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(fieldValue(page, 1)).toHaveValue(`Basic ${base64(`ada:${password}`)}`);
});

test('a chip goes into a tool only straight from its input, else into the request', async ({ page }) => {
  await encodeAda(page);
  await justSend(page).click();
  await expect(response(page)).toContainText('401 Unauthorized');
  await chip(page, "Insert Ada's user name").click();
  await expect(page.getByLabel('Password to encode')).toHaveValue(await passwordOf(page, 'Ada'));
  await expect(fieldValue(page, 1)).toHaveValue('ada');
});

test('the JWT tool makes the whole line of a token that I paste', async ({ page }) => {
  await openSandbox(page, 'first-401');
  await chip(page, 'Base64, JWT, time').click();
  await page.getByLabel('JWT to read').fill('eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZGEifQ.');
  await chip(page, 'Insert as Authorization: Bearer').click();
  await expect(fieldValue(page, 1)).toHaveValue('Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZGEifQ.');
});

test('a token that replaces all of a value keeps the scheme word before it', async ({ page }) => {
  await openSandbox(page, 'small-scope');
  const value = fieldValue(page, 1);
  await expect(value).toHaveValue(/^Bearer \S+$/);
  await value.press('Control+a');
  const token = page
    .getByRole('list', { name: /^Your credentials/ })
    .getByRole('button')
    .first();
  await token.click();
  await expect(value).toHaveValue(`Bearer ${await token.getAttribute('title')}`);
});

test('a value that an answer brought is a chip, which writes the header that it is for', async ({ page }) => {
  await openSandbox(page, 'csrf-token-missing');
  await expect(page.getByText('nothing yet')).toBeVisible();
  await page.getByRole('combobox', { name: 'Method' }).selectOption('GET');
  await path(page).fill('/csrf');
  await justSend(page).click();
  await expect(response(page)).toContainText('200 OK');
  const csrf = chip(page, /^Insert csrf from \/csrf/);
  const token = (await csrf.getAttribute('title')) ?? '';
  await csrf.click();
  await page.getByRole('combobox', { name: 'Method' }).selectOption('POST');
  await path(page).fill('/transfer');
  await expect(page.getByLabel('Name of header 2')).toHaveValue('X-CSRF-Token');
  await expect(fieldValue(page, 2)).toHaveValue(token);
  await send(page).click();
  await expect(page.getByText('Solved', { exact: true })).toBeVisible();

  const storage = () => page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
  await expect.poll(storage).toContain('/transfer');
  expect(await storage()).not.toContain(token);
  await page.reload();
  await expect(fieldValue(page, 2)).toHaveValue(token);
});

test('the newest token of the token endpoint is a chip that replaces the old one', async ({ page }) => {
  await openSandbox(page, 'refresh-once');
  await page.getByRole('button', { name: 'Raw' }).click();
  const refresh = await chip(page, /^Insert .*refresh token/i).getAttribute('title');
  const [id, secret] = await Promise.all(
    [/^Insert .*client id/i, /^Insert .*client secret/i].map((name) =>
      chip(page, name).getAttribute('title'),
    ),
  );
  const request = [
    'POST /token HTTP/1.1',
    `Authorization: Basic ${base64(`${id}:${secret}`)}`,
    'Content-Type: application/x-www-form-urlencoded',
    '',
    `grant_type=refresh_token&refresh_token=${refresh}`,
  ];
  await page.getByLabel('The request as HTTP text').fill(request.join('\n'));
  await page.getByRole('button', { name: 'Rows' }).click();
  await justSend(page).click();
  await expect(response(page)).toContainText('200 OK');
  const token = chip(page, /^Insert access_token from \/token/);
  await expect(chip(page, /^Insert refresh_token from \/token/)).toBeVisible();
  await fieldValue(page, 1).fill('Bearer old');
  await fieldValue(page, 1).press('Control+a');
  await token.click();
  await expect(fieldValue(page, 1)).toHaveValue(`Bearer ${await token.getAttribute('title')}`);
});

test('a pasted address of this attempt becomes its path, and what was left out is said', async ({ page }) => {
  await openSandbox(page, 'redirect-eats-authorization');
  await justSend(page).click();
  await expect(response(page)).toContainText('302 Found');
  const location =
    (await response(page)
      .getByText(/^http:\/\/\S+\/room-/)
      .first()
      .textContent()) ?? '';
  await path(page).fill(location);
  await expect(path(page)).toHaveValue(/^\/room-[a-z0-9-]+$/);
  await expect(page.getByText(/^Only the path of that address was kept/).first()).toBeVisible();
  await send(page).click();
  await expect(response(page)).toContainText('200 OK');
});

test('an address of somewhere else stays, is explained beside the field, and is not sent', async ({
  page,
}) => {
  const sent: string[] = [];
  page.on('request', (request) => {
    if (/\/api\/(?:sandbox|relay)\//.test(request.url())) sent.push(request.url());
  });
  await openSandbox(page, 'first-401');
  await path(page).fill('http://elsewhere.example/room');
  await expect(path(page)).toHaveAccessibleDescription(/^This is an address at elsewhere\.example\./);
  await justSend(page).click();
  await expect(path(page)).toBeFocused();
  expect(sent).toEqual([]);
  await path(page).fill('/');
  await justSend(page).click();
  await expect(response(page)).toContainText('401 Unauthorized');
});

test('the relay is explained once for the whole form, with all the headers that need it', async ({
  page,
}) => {
  await openSandbox(page, 'preflight-without-credentials');
  const note = page.getByText(/So the relay sends it: a program on this server/);
  await expect(note).toHaveCount(1);
  for (const name of ['Origin', 'Access-Control-Request-Method', 'Access-Control-Request-Headers'])
    await expect(note).toContainText(name);
  await expect(fieldValue(page, 1)).toHaveAccessibleDescription(/A browser does not let a page set/);
});
