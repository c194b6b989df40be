import { expect, test } from 'vitest';
import { stackIn, stackNamed } from './stack';

test.each([
  ['Django REST', 'django'],
  ['fetch in Node', 'fetch'],
  ['ASP.NET Core', 'asp-net'],
  ['older Apache', 'apache'],
  ['shell', undefined],
])('%s is the stack %s', (title, name) => expect(stackNamed(title)).toBe(name));

test('what a paste shows has the name of a snippet', () => {
  expect(stackNamed(stackIn('AxiosError: Request failed with status code 401') ?? '')).toBe('axios');
  expect(stackNamed(stackIn('<hr><center>nginx/1.18.0</center>') ?? '')).toBe('nginx');
});
