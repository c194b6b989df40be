import { expect, it } from 'vitest';
import type { Field } from '@/lib/http-auth/message';
import { preflightSteps } from './preflight-check';

const request = {
  origin: 'https://shop.example',
  method: 'PUT',
  fields: ['authorization', 'content-type'],
};
const lines = (origin: string, methods: string, names: string): Field[] => [
  ['access-control-allow-origin', origin],
  ['Access-Control-Allow-Methods', methods],
  ['Access-Control-Allow-Headers', names],
];
const goesOn = (fields: Field[], status = 204) =>
  preflightSteps({ status, fields }, request).every(({ outcome }) => outcome === 'passed');

it.each([
  ['*', 'PUT', 'Authorization, Content-Type'],
  ['https://shop.example', '*', '*, authorization'],
  ['*', 'GET, PUT', 'x-other,authorization ,content-type'],
])('goes on with %s · %s · %s', (...of) => {
  expect(goesOn(lines(...of))).toBe(true);
});

it.each([
  ['*', 'put', 'authorization, content-type'],
  ['*', 'PUT', '*'],
  ['https://Shop.example', 'PUT', 'authorization, content-type'],
  ['https://shop.example, *', 'PUT', 'authorization, content-type'],
  ['*', 'PUT', 'authorization'],
])('gives up at %s · %s · %s', (...of) => {
  expect(goesOn(lines(...of))).toBe(false);
});

it('gives up at a redirect, and takes names from several lines', () => {
  const fields = lines('*', 'PUT', 'authorization');
  expect(goesOn([...fields, ['Access-Control-Allow-Headers', 'content-type']])).toBe(true);
  expect(goesOn(lines('*', 'PUT', 'authorization, content-type'), 307)).toBe(false);
});
