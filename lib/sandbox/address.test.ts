import { afterEach, expect, it } from 'vitest';
import { countedAddress, ownerAddress, proxyList, relayedPorts } from './address';

type Request = Parameters<typeof countedAddress>[0];

function request(remoteAddress: string, forwarded: string[] = [], remotePort = 40_000): Request {
  const headersDistinct = forwarded.length ? { 'x-forwarded-for': forwarded } : {};
  return { socket: { remoteAddress, remotePort }, headersDistinct } as unknown as Request;
}

const proxies = proxyList('127.0.0.1, 10.0.0.2,::ffff:10.0.0.3,');
afterEach(() => relayedPorts().clear());

it.each([
  ['192.0.2.1', '192.0.2.1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:db8:1:2::6', '2001:db8:1:2'],
  ['2001:db8::6', '2001:db8:0:0'],
  ['2001:DB8::6', '2001:db8:0:0'],
  ['::1', undefined],
  ['127.0.0.1', undefined],
  ['::ffff:127.0.0.1', undefined],
])('%s counts for %s', (address, counted) => {
  expect(countedAddress(request(address), proxyList(undefined))).toBe(counted);
});

it.each([
  ['no proxy is trusted by itself', '192.0.2.1', ['198.51.100.7'], '192.0.2.1'],
  ['a trusted one names its client', '10.0.0.2', ['198.51.100.7'], '198.51.100.7'],
  ['also over IPv6', '::ffff:10.0.0.3', ['198.51.100.7'], '198.51.100.7'],
  ['what the client itself wrote is not believed', '10.0.0.2', ['203.0.113.9, 198.51.100.7'], '198.51.100.7'],
  ['in a line of its own neither', '10.0.0.2', ['203.0.113.9', '198.51.100.7'], '198.51.100.7'],
  ['a chain of trusted ones is followed', '127.0.0.1', ['198.51.100.7, 10.0.0.2'], '198.51.100.7'],
  ['a proxy that names nobody counts itself', '10.0.0.2', [], '10.0.0.2'],
  ['a trusted one on this machine that names nobody is this machine', '127.0.0.1', [], undefined],
])('%s', (_law, peer, forwarded, counted) => {
  expect(countedAddress(request(peer, forwarded), proxies)).toBe(counted);
});

it('does not count what the relay sends, nor believe what it forwards', () => {
  relayedPorts().set(40_000, '198.51.100.7');
  expect(countedAddress(request('127.0.0.1', ['198.51.100.7']), proxies)).toBeUndefined();
  expect(countedAddress(request('127.0.0.1', ['198.51.100.7'], 40_001), proxies)).toBe('198.51.100.7');
});

it('stays short whatever is claimed', () => {
  expect(countedAddress(request('10.0.0.2', ['x'.repeat(10_000)]), proxies)?.length).toBeLessThan(50);
});

it.each([
  ['10.0.0.0/8', '10.200.3.4', true],
  ['10.0.0.0/8', '11.0.0.1', false],
  ['172.16.0.0/12, fd00::/8', '::ffff:172.31.0.9', true],
  ['::ffff:10.0.0.0/104', '10.1.1.1', true],
  ['fd00::/8', 'fd12::1', true],
  ['fd00::/8', 'fe80::1', false],
  ['192.0.2.7', '192.0.2.7', true],
  ['192.0.2.7', '192.0.2.8', false],
  ['', '192.0.2.7', false],
])('a list of %s has %s: %s', (list, address, has) => {
  const forwarded = has ? '198.51.100.7' : countedAddress(request(address), proxyList());
  expect(countedAddress(request(address, ['198.51.100.7']), proxyList(list))).toBe(forwarded);
});

it.each(['10.0.0.0/33', 'proxy.example', '10.0.0', '10.0.0.0/', '<script>'])(
  'a list with %s is refused by name, in text that is safe to print',
  (entry) => {
    expect(() => proxyList(`127.0.0.1, ${entry}`)).toThrow(entry.replace(/[<>]/g, '?'));
  },
);

it('what the relay leaves behind is that of the address that asked it', () => {
  relayedPorts().set(40_000, '198.51.100.7');
  expect(ownerAddress(request('127.0.0.1'), proxies)).toBe('198.51.100.7');
  expect(ownerAddress(request('127.0.0.1', ['203.0.113.9'], 40_001), proxies)).toBe('203.0.113.9');
});
