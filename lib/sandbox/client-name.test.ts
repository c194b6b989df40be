import { expect, it } from 'vitest';
import { clientName } from './client-name';

it.each([
  ['curl/7.88.1', 'curl 7.88.1'],
  ['HTTPie/3.2.1', 'HTTPie 3.2.1'],
  ['Wget/1.21.3', 'Wget 1.21.3'],
  ['python-requests/2.34.2', 'python-requests 2.34.2'],
  ['node', 'node'],
  [
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36',
    'Chrome 156',
  ],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox 140'],
  [
    'Mozilla/5.0 (Macintosh) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.1 Safari/605.1.15',
    'Safari 19',
  ],
  ['<svg onload=alert(1)>', 'unnamed client'],
  ['', 'unnamed client'],
  [undefined, 'unnamed client'],
])('%s is called %s', (userAgent, name) => {
  expect(clientName(userAgent)).toBe(name);
});

it('is quick and short whatever it is given', () => {
  expect(clientName('a'.repeat(20_000)).length).toBeLessThanOrEqual(32);
  expect(clientName('Version/'.repeat(2_000))).toBe('Version Version');
});
