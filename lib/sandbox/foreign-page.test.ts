import { afterEach, expect, it, vi } from 'vitest';
import { isFromForeignPage } from './foreign-page';

afterEach(() => vi.unstubAllEnvs());

const asks = (fields: Record<string, string>) => isFromForeignPage(new Headers(fields));
const Host = '192.168.1.5:3000';

it('lets own pages and programs ask', () => {
  for (const fields of [
    { Host },
    { Host, 'Sec-Fetch-Site': 'same-origin', Origin: 'http://192.168.1.5:3000' },
    { Host, 'Sec-Fetch-Site': 'none' },
    // No Sec-Fetch-Site is sent to an address that is not trustworthy.
    { Host, Origin: 'http://192.168.1.5:3000' },
    { Host: 'School.example', Origin: 'https://school.example' },
    // A proxy that puts its own Host in.
    { Host: 'inner:3000', Origin: 'https://doorman.example', 'Sec-Fetch-Site': 'same-origin' },
  ]) {
    expect(asks(fields), JSON.stringify(fields)).toBe(false);
  }
});

it('knows pages of other origins, sandboxed ones included', () => {
  for (const fields of [
    { Host, 'Sec-Fetch-Site': 'cross-site' },
    { Host, 'Sec-Fetch-Site': 'same-site', Origin: 'http://192.168.1.5:3000' },
    { Host, Origin: 'https://elsewhere.example' },
    { Host, Origin: 'http://192.168.1.5:3001' },
    { Host, Origin: 'null' },
    { Host, Origin: '' },
    { Host: 'localhost:3000', Origin: 'http://localhost:9999' },
  ]) {
    expect(asks(fields), JSON.stringify(fields)).toBe(true);
  }
});

it('believes PUBLIC_ORIGIN and SECOND_ORIGIN where a browser says no more than Origin', () => {
  vi.stubEnv('PUBLIC_ORIGIN', 'https://doorman.example, https://second.example/');
  vi.stubEnv('SECOND_ORIGIN', 'https://third.example');
  for (const name of ['doorman', 'second', 'third']) {
    expect(asks({ Host: 'inner:3000', Origin: `https://${name}.example` })).toBe(false);
  }
  expect(asks({ Host: 'inner:3000', Origin: 'https://fourth.example' })).toBe(true);
});
