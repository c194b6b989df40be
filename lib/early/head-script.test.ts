import { expect, test } from 'vitest';
import { headScript } from './head-script';

test('the script of the head is a program, without its comments', () => {
  const script = headScript();
  expect(() => new Function(script)).not.toThrow();
  expect(script).not.toMatch(/^\s*(?:\/\/|\/?\*)/m);
  expect(script).toContain('doorman:progress');
});
