import { afterEach, expect, test, vi } from 'vitest';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

async function at(repository: string) {
  vi.stubEnv('REPOSITORY_URL', repository);
  return await import('./repository');
}

const issue = { template: 'not-this.yml', title: 'Not it: a & b', fields: { where: '/causes/a' } };

test('with REPOSITORY_URL a file can be changed there, and an issue comes filled in', async () => {
  const { editAddress, issueAddress } = await at('https://git.example/doorman/');
  expect(editAddress('content/causes/01-a.mdx')).toBe(
    'https://git.example/doorman/edit/main/content/causes/01-a.mdx',
  );
  expect(issueAddress(issue)).toBe(
    'https://git.example/doorman/issues/new?template=not-this.yml&title=Not+it%3A+a+%26+b&where=%2Fcauses%2Fa',
  );
});

test('without it there is no link to nowhere', async () => {
  const { editAddress, issueAddress } = await at('');
  expect(editAddress('content/causes/01-a.mdx')).toBeUndefined();
  expect(issueAddress(issue)).toBeUndefined();
});
