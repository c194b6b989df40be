import { afterEach, expect, test, vi } from 'vitest';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

async function metadataAt(origin: string) {
  vi.stubEnv('PUBLIC_ORIGIN', origin);
  const { pageMetadata } = await import('./page-metadata');
  return pageMetadata({ path: '/causes', title: 'Causes', description: 'All of them.' });
}

test('with PUBLIC_ORIGIN the addresses of a page are absolute, below the first that it names', async () => {
  const { alternates, openGraph, other } = await metadataAt('https://doorman.example/, https://b.example');
  expect(alternates?.canonical).toBe('https://doorman.example/causes');
  expect(openGraph?.url).toBe('https://doorman.example/causes');
  expect(openGraph?.images).toMatchObject([{ url: 'https://doorman.example/link-preview/causes.png' }]);
  expect(other).toBeUndefined();
});

test('without it they are relative, so that they hold wherever the page is asked for', async () => {
  const { alternates, openGraph, other } = await metadataAt('');
  expect(alternates?.canonical).toBe('/causes');
  expect(openGraph).not.toHaveProperty('images');
  expect(other).toMatchObject({ 'og:url': '/causes', 'og:image': '/link-preview/causes.png' });
});
