import { expect, test } from '@playwright/test';

const pages = ['/', '/lessons', '/lessons/your-first-401', '/sandbox', '/sandbox/first-401', '/no-such-page'];

for (const path of pages) {
  test(`${path} is closed to frames, foreign scripts and sniffing`, async ({ page }) => {
    const refused: string[] = [];
    page.on('console', (message) => {
      if (/Content Security Policy|Refused to/.test(message.text())) refused.push(message.text());
    });
    const response = await page.goto(path);
    const fields = response?.headers() ?? {};
    expect(fields['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(fields['content-security-policy']).not.toContain('unsafe-eval');
    expect(fields['content-security-policy']).not.toMatch(/script-src[^;]*unsafe-inline/);
    expect(fields['cross-origin-opener-policy']).toBe('same-origin');
    expect(fields['referrer-policy']).toBe('no-referrer');
    expect(fields['x-content-type-options']).toBe('nosniff');
    expect(fields['x-powered-by']).toBeUndefined();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.waitForLoadState('networkidle');
    expect(refused).toEqual([]);
  });
}

test('a cache asks before it shows a page again, since its scripts are those of one build', async ({
  request,
}) => {
  for (const path of pages.filter((path) => path !== '/no-such-page')) {
    const first = await request.get(path);
    const { 'cache-control': cacheControl, etag = '' } = first.headers();
    expect(cacheControl, path).toBe('public, max-age=0, must-revalidate');
    const again = await request.get(path, { headers: { 'If-None-Match': etag } });
    expect(again.status(), path).toBe(304);
    expect(again.headers()['cache-control'], path).toBe('public, max-age=0, must-revalidate');
  }
});

test('a script that was not in the page when it was made does not run', async ({ page }) => {
  await page.goto('/sandbox/first-401');
  const ran = await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'globalThis.foreign = true';
    document.body.append(script);
    document.body.insertAdjacentHTML('beforeend', '<img src="x:" onerror="globalThis.foreign = true">');
    return new Promise((resolve) => setTimeout(() => resolve('foreign' in globalThis), 200));
  });
  expect(ran).toBe(false);
});

test('the sandbox keeps its own, stricter policy', async ({ request }) => {
  const answer = await request.get('/api/sandbox/first-401/attempt-of-fields/');
  expect(answer.headers()['content-security-policy']).toBe("default-src 'none'; frame-ancestors 'none'");
});
