/** What a command says when it cannot go on, and the last line of a test run. */
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { describe, expect, test, vi } from 'vitest';
import { failure } from './install.mjs';
import { isNewEnough } from './node-version.mjs';
import { freePort, parsePort, portTrouble, proxyPort } from './port.mjs';
import { count, lastLine, sum } from './tally.mjs';

test('Node.js has to be 20.19 or newer', () => {
  expect(['18.20.8', '20.18.3', '20.19.0', '20.20.2', '22.0.0'].map(isNewEnough)).toEqual([
    false,
    false,
    true,
    true,
    true,
  ]);
});

describe('PORT', () => {
  test('is 3000 where nothing is said', () => {
    expect([parsePort(undefined), parsePort('')]).toEqual([3000, 3000]);
  });
  test('is a number that a port can have', () => {
    expect([parsePort('1'), parsePort('8080'), parsePort('65535')]).toEqual([1, 8080, 65535]);
  });
  for (const text of ['0', '65536', '-1', '3000.5', '3e3', '0x10', ' 80', 'http', '99999999999']) {
    test(`is not ${text}`, () => {
      expect(() => parsePort(text)).toThrow(
        `PORT must be a whole number from 1 to 65535, and it is "${text}".`,
      );
    });
  }
  test('that is taken is named, with a way out', () => {
    expect(portTrouble(3000, 'EADDRINUSE')).toBe(
      'Port 3000 is taken by another program: stop that one, or choose another port, as in PORT=3001 npm start.',
    );
  });
});

describe('a failed installation', () => {
  test('names the registry that cannot be reached', () => {
    const printed =
      'npm error code ECONNREFUSED\nnpm error FetchError: request to http://127.0.0.1:9/next failed';
    expect(failure(printed)).toBe(
      'The package registry http://127.0.0.1:9 cannot be reached (ECONNREFUSED), so the packages could not be installed: check the network or the proxy, then try again.',
    );
  });
  test('for any other reason leaves the word to npm', () => {
    expect(failure('npm error code EUSAGE\nnpm error `npm ci` can only install …')).toBe(
      "The packages could not be installed (EUSAGE); npm's reason stands above.",
    );
  });
});

describe('the last line', () => {
  const unit = { numPassedTests: 40, numFailedTests: 0, numPendingTests: 1, numTodoTests: 0 };
  const browser = { stats: { expected: 12, flaky: 0, unexpected: 0, skipped: 0 } };

  test('adds up the reports of both runners', () => {
    expect(lastLine(sum([count(unit), count(browser)], true))).toBe('52 passed, 0 failed, 1 skipped');
  });
  test('does not speak of skipped tests where there are none', () => {
    expect(lastLine(sum([count(browser)], true))).toBe('12 passed, 0 failed');
  });
  test('counts a failed test once', () => {
    const failing = { stats: { ...browser.stats, unexpected: 2 } };
    expect(lastLine(sum([count(failing)], false))).toBe('12 passed, 2 failed');
  });
  test('never says "0 failed" under a run that failed before any test', () => {
    expect(lastLine(sum([], false))).toBe('0 passed, 1 failed');
    expect(lastLine(sum([], true))).toBe('no fault');
  });
});

describe('PROXY_PORT', () => {
  test('is the one above PORT where nothing is said, and none where it is empty', async () => {
    const port = await freePort();
    expect(await proxyPort(undefined, port - 1)).toBe(String(port));
    expect(await proxyPort('', port)).toBe('');
    await expect(proxyPort('none', port)).rejects.toThrow(
      'PROXY_PORT must be a whole number from 1 to 65535, and it is "none".',
    );
  });

  test('that is taken leaves the server without a proxy, and says so', async () => {
    const taken = createServer().listen(0);
    await once(taken, 'listening');
    const { port } = taken.address() as AddressInfo;
    const said = vi.spyOn(console, 'log').mockImplementation(() => {});
    expect(await proxyPort(String(port), 1)).toBe('');
    expect(said).toHaveBeenCalledWith(
      `Port ${port} cannot be had, so there is no proxy; PROXY_PORT names another.`,
    );
    said.mockRestore();
    taken.close();
  });
});
