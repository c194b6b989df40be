import { type APIRequestContext, expect, test } from '@playwright/test';

/** The paths that the sitemap names. */
async function paths(request: APIRequestContext): Promise<string[]> {
  const text = await (await request.get('/sitemap.xml')).text();
  return [...text.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url = '']) => new URL(url).pathname);
}

/** What a page says in its head, by property or name. */
function metas(html: string): Map<string, string> {
  const all = html.matchAll(/<meta (?:property|name)="([^"]+)" content="([^"]*)"/g);
  return new Map([...all].map(([, name = '', content = '']) => [name, content]));
}

test('every page in the sitemap is there, and says all that a preview of a link needs', async ({
  request,
  baseURL,
}) => {
  const titles = new Map<string, string>();
  const look = async (path: string) => {
    const answer = await request.get(path);
    expect(answer.status(), path).toBe(200);
    const html = await answer.text();
    const said = metas(html);
    const needed = [
      'description',
      'og:title',
      'og:description',
      'og:image:alt',
      'og:type',
      'twitter:image:alt',
    ];
    for (const name of needed) expect(said.get(name), `${name} of ${path}`).toBeTruthy();
    expect(said.get('og:site_name'), path).toBe('Doorman');
    expect(said.get('twitter:card'), path).toBe('summary_large_image');
    const canonical = html.match(/<link rel="canonical" href="([^"]+)"/)?.[1] ?? '';
    expect(new URL(canonical, baseURL).pathname, path).toBe(path);
    expect(new URL(said.get('og:url') ?? 'none:', baseURL).pathname, path).toBe(path);
    const title = html.match(/<title>([^<]*)/)?.[1] ?? '';
    expect(titles.get(title), `${path} has a title of its own`).toBeUndefined();
    titles.set(title, path);

    const picture = await request.get(new URL(said.get('og:image') ?? 'none:', baseURL).pathname);
    expect(picture.headers()['content-type'], path).toBe('image/png');
    const octets = await picture.body();
    expect([octets.readUInt32BE(16), octets.readUInt32BE(20)], path).toEqual([1200, 630]);
    expect(octets.length, path).toBeLessThan(120_000);
  };
  const left = await paths(request);
  const lookOn = async () => {
    for (let path = left.shift(); path; path = left.shift()) await look(path);
  };
  // One request after the other waits for each answer; four at a time keep the server busy.
  await Promise.all(Array.from({ length: 4 }, lookOn));
});

test('structured data is JSON, and a cause and a lesson say what they are', async ({ request }) => {
  const types = async (path: string) => {
    const html = await (await request.get(path)).text();
    const blocks = html.matchAll(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/g);
    return [...blocks].map(([, json = '']) => JSON.parse(json)['@type']);
  };
  expect(await types('/')).toEqual(['WebSite']);
  expect(await types('/lessons/your-first-401')).toEqual(['LearningResource', 'BreadcrumbList']);
  expect(await types('/causes/expired-token')).toEqual(['TechArticle', 'BreadcrumbList']);
  expect(await types('/sandbox/first-401')).toEqual(['BreadcrumbList']);
});

test('the course can be installed', async ({ page, request }) => {
  await page.goto('/');
  const href = await page.locator('link[rel=manifest]').getAttribute('href');
  const manifest = await (await request.get(href ?? '')).json();
  expect(manifest).toMatchObject({ short_name: 'Doorman', start_url: '/', display: 'standalone' });
  for (const { src, sizes, type } of manifest.icons) {
    const icon = await request.get(src);
    expect(icon.headers()['content-type']).toContain(type);
    if (type === 'image/svg+xml') continue;
    const octets = await icon.body();
    expect(`${octets.readUInt32BE(16)}x${octets.readUInt32BE(20)}`).toBe(sizes);
  }
  await expect(page.locator('link[rel=apple-touch-icon]')).toHaveAttribute('sizes', '180x180');
});

test('robots are told where the pages are, and to leave the sandbox alone', async ({ request }) => {
  const text = await (await request.get('/robots.txt')).text();
  expect(text).toContain('Disallow: /api/');
  expect(text).toMatch(/Sitemap: http.*\/sitemap\.xml/);
  expect((await request.get('/offline')).status()).toBe(200);
});
