import { afterEach, expect, it, vi } from 'vitest';
import { isConfiguredHost, publicOrigin, secondOrigin } from './origin';

afterEach(() => vi.unstubAllEnvs());

it('believes localhost names alone where nothing is configured', () => {
  vi.stubEnv('PUBLIC_ORIGIN', '');
  vi.stubEnv('PORT', '4000');
  expect(publicOrigin('localhost:3000')).toBe('http://localhost:3000');
  expect(publicOrigin('127.0.0.1:3000')).toBe('http://127.0.0.1:3000');
  expect(publicOrigin('[::1]:3000')).toBe('http://[::1]:3000');
  for (const host of [
    'elsewhere.example',
    'localhost.evil.example',
    'localhost:3000/x',
    'localhost@evil',
    '',
    null,
  ]) {
    expect(publicOrigin(host), String(host)).toBe('http://localhost:4000');
  }
});

it('keeps to PUBLIC_ORIGIN, and among several to the one that Host names', () => {
  vi.stubEnv('PUBLIC_ORIGIN', 'https://doorman.example/, https://second.example');
  expect(publicOrigin('elsewhere.example')).toBe('https://doorman.example');
  expect(publicOrigin('localhost:3000')).toBe('https://doorman.example');
  expect(publicOrigin('second.example')).toBe('https://second.example');
});

it('knows its own name, however PUBLIC_ORIGIN spells it (RFC 9110 §4.2.3)', () => {
  vi.stubEnv('PUBLIC_ORIGIN', 'https://Doorman.Example/');
  expect(publicOrigin('DOORMAN.example')).toBe('https://doorman.example');
  expect(isConfiguredHost('doorman.example')).toBe(true);
  expect(isConfiguredHost('')).toBe(false);
});

it('has a second origin on this machine, with the same port', () => {
  vi.stubEnv('SECOND_ORIGIN', '');
  expect(secondOrigin('http://localhost:3000')).toBe('http://127.0.0.1:3000');
  expect(secondOrigin('http://127.0.0.1:3000')).toBe('http://localhost:3000');
  expect(secondOrigin('http://[::1]')).toBe('http://localhost');
  for (const origin of [
    'https://doorman.example',
    'http://localhost.evil.example',
    'http://localhost:3000/x',
  ])
    expect(secondOrigin(origin), origin).toBeUndefined();
});

it('takes the second origin from SECOND_ORIGIN, and leads back from there', () => {
  vi.stubEnv('PUBLIC_ORIGIN', 'https://doorman.example');
  vi.stubEnv('SECOND_ORIGIN', 'https://annexe.example/');
  expect(secondOrigin('https://doorman.example')).toBe('https://annexe.example');
  expect(publicOrigin('annexe.example')).toBe('https://annexe.example');
  expect(secondOrigin('https://annexe.example')).toBe('https://doorman.example');
});
