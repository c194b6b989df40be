/** The relay and pages of other sites. */
import { expect, test } from '@playwright/test';
import { readBrief } from '@/e2e/attempts';

test.use({ reuseContext: true });

test('the relay sends for no page of another site', async ({ request, page, baseURL }) => {
  const { brief, base, attempt } = await readBrief(request, 'first-401');
  const data = JSON.stringify({ raw: `GET ${base}/ HTTP/1.1\n\n` });
  for (const headers of [
    { Origin: 'https://elsewhere.example' },
    { Origin: 'null' },
    { 'Sec-Fetch-Site': 'cross-site' },
    { 'Sec-Fetch-Site': 'same-site', Origin: baseURL ?? '' },
  ]) {
    const response = await request.post(brief.urls.relay, { data, headers });
    expect(response.status(), JSON.stringify(headers)).toBe(403);
  }
  // As a browser does it: text/plain needs no preflight (Fetch §4.8).
  await page.goto(`data:text/html,<title>elsewhere</title>`);
  await page.evaluate(
    ([url = '', body = '']) => fetch(url, { method: 'POST', mode: 'no-cors', body }).catch(() => undefined),
    [brief.urls.relay, data],
  );
  expect(await (await request.get(`/api/exchanges/first-401/${attempt}`)).json()).toEqual([]);
  const fromHere = await request.post(brief.urls.relay, { data, headers: { Origin: baseURL ?? '' } });
  expect(fromHere.status()).toBe(200);
});
