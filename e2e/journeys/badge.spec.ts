/** The page of a badge: what it shows, how it is checked, and what it says of those that are not genuine. */
import { type APIRequestContext, expect, type Page, test } from '@playwright/test';
import { decodeJwt, generateKeyPair, SignJWT } from 'jose';
import { readBrief } from '@/e2e/attempts';
import { checkEveryView } from '@/e2e/axe';
import { asker } from '@/e2e/wire';
import { loadExercise } from '@/lib/exercises';

interface Taken {
  readonly attempt: string;
  readonly badge: string;
  readonly body: string;
}

async function takeBadge(request: APIRequestContext, baseURL = ''): Promise<Taken> {
  const { wallet, base, attempt } = await readBrief(request, 'incident-exam');
  const exam = await loadExercise('incident-exam');
  await exam?.solution(wallet, asker(baseURL, base));
  const answer = await request.get(`${base}/badge`);
  const { badge } = (await answer.json()) as { badge: string };
  return { attempt, badge, body: await answer.text() };
}

const paper = (page: Page) => page.getByRole('article', { name: 'The night shift' });

test('a badge shows what was solved and when, and is checked in the page', async ({
  page,
  request,
  baseURL,
}) => {
  const { badge } = await takeBadge(request, baseURL);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(`/badge#${badge}`);
  await expect(page.getByRole('status').filter({ hasText: 'Genuine' })).toBeVisible();
  await expect(paper(page).getByRole('listitem')).toHaveCount(6);
  const [incident] = decodeJwt(badge).evidence as { name: string; description: string; narrative: string }[];
  await expect(paper(page).getByRole('listitem').first()).toContainText(incident?.name ?? '-');
  await expect(paper(page).getByRole('listitem').first()).toContainText(incident?.description ?? '-');
  await expect(paper(page).getByRole('listitem').first()).toContainText(
    incident?.narrative.slice(10, 20) ?? '-',
  );
  expect(asked.filter((path) => path.startsWith('/api/'))).toEqual([]);
  expect(asked.filter((path) => path.includes('jwks'))).toEqual(['/.well-known/jwks.json']);
});

test('a badge can be downloaded and its link copied', async ({ page, context, request, baseURL }) => {
  const { badge } = await takeBadge(request, baseURL);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(`/badge#${badge}`);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download' }).click();
  expect((await download).suggestedFilename()).toBe('doorman-badge.jws');
  await page.getByRole('button', { name: 'Copy the link' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Copied' })).toBeAttached();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${baseURL}/badge#${badge}`);
});

test('on paper the badge stands alone', async ({ page, request, baseURL }) => {
  const { badge } = await takeBadge(request, baseURL);
  await page.goto(`/badge#${badge}`);
  await expect(paper(page)).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(paper(page)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Print' })).toBeHidden();
  await expect(page.getByRole('textbox')).toBeHidden();
});

test('axe finds nothing on a badge, genuine or not', async ({ page, request, baseURL }) => {
  test.setTimeout(120_000);
  const { badge } = await takeBadge(request, baseURL);
  await page.goto(`/badge#${badge}`);
  await expect(paper(page)).toBeVisible();
  await checkEveryView(page);
  await page.goto(`/badge#${badge.slice(0, -9)}`);
  await expect(page.getByText('This badge is not complete')).toBeVisible();
  await checkEveryView(page);
});

test('whoever sees a badge cannot reach its attempt', async ({ request, baseURL }) => {
  const { attempt, badge, body } = await takeBadge(request, baseURL);
  expect(JSON.stringify(decodeJwt(badge))).not.toContain(attempt);
  expect(body).not.toContain(attempt);
  const { sub = '' } = decodeJwt(badge);
  const log = await request.get(`/api/exchanges/incident-exam/${sub.replace('urn:uuid:', '')}`);
  expect(await log.json()).toEqual([]);
});

test('a badge that is not genuine says what it is instead', async ({ page, request, baseURL }) => {
  const { badge } = await takeBadge(request, baseURL);
  const [head = '', body = '', signature = ''] = badge.split('.');
  const claims = decodeJwt(badge);
  const { privateKey } = await generateKeyPair('ES256');
  const signed = (header: { kid: string; typ?: string }, changes: object) =>
    new SignJWT({ ...claims, ...changes })
      .setProtectedHeader({ alg: 'ES256', typ: 'JWT', ...header })
      .sign(privateKey);
  const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const other = encoded({ ...claims, evidence: [] });
  const cases: [text: string, says: string][] = [
    [`${head}.${other}.${signature}`, 'This badge was changed, or forged'],
    [badge.slice(0, -20), 'This badge is not complete'],
    [badge.slice(0, head.length + 30), 'This badge is not complete'],
    [`${encoded({ alg: 'none', typ: 'JWT' })}.${body}.`, 'This badge is not signed'],
    [await signed({ kid: 'a-key-of-old' }, {}), 'signed with a key that is no longer in use'],
    [
      await signed({ kid: 'elsewhere' }, { iss: 'https://doors.example' }),
      'This badge was signed by another server',
    ],
    [
      await signed(
        { kid: 'badge-attempt1' },
        { iss: `${baseURL}/api/sandbox/incident-exam/attempt1`, sub: 'attempt1' },
      ),
      'This badge is of the older kind',
    ],
    [await signed({ kid: 'x', typ: 'at+jwt' }, {}), 'This is not a badge'],
    ['<script>alert(1)</script>', 'This is not a badge'],
  ];
  await page.goto('/badge');
  await expect(page.getByText('No badge in this address')).toBeVisible();
  for (const [text, says] of cases) {
    await page.getByLabel('The badge, or the link to it').fill(text);
    await page.getByRole('button', { name: 'Check', exact: true }).click();
    await expect(page.getByRole('status').filter({ hasText: says })).toBeVisible();
    await expect(paper(page)).toHaveCount(0);
  }
  await page
    .getByLabel('The badge, or the link to it')
    .fill(` ${baseURL}/badge#${badge.slice(0, 90)}\n${badge.slice(90)}`);
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Genuine' })).toBeVisible();
});

test('without the key nothing is said of a badge, until it comes', async ({ page, request, baseURL }) => {
  const { badge } = await takeBadge(request, baseURL);
  await page.route('**/.well-known/jwks.json', (route) => route.abort());
  await page.goto(`/badge#${badge}`);
  await expect(page.getByText('The badge was not checked')).toBeVisible();
  await page.unroute('**/.well-known/jwks.json');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByText('Genuine')).toBeVisible();
});
