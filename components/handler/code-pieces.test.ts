import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codePieces } from './code-pieces';

test('pieces are the code, whatever it is', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), (code) => {
      expect(
        codePieces(code)
          .map(({ text }) => text)
          .join(''),
      ).toBe(code);
    }),
  );
});

test.each([
  ["return 'a // b';", ['keyword:return', "string:'a // b'"]],
  ['// if (x)\nif (x) 401', ['comment:// if (x)', 'keyword:if', 'constant:401']],
  ["const open = 'a\nb", ['keyword:const', "string:'a"]],
  ['`a b` /* c', ['string:`a b`', 'comment:/* c']],
  ['returned constant', []],
])('%s', (code, kinds) => {
  expect(codePieces(code).flatMap(({ text, kind }) => (kind ? [`${kind}:${text}`] : []))).toEqual(kinds);
});

test('a long text without an end takes no time', () => {
  const before = process.cpuUsage().user;
  codePieces(`'${'\\'.repeat(50_000)}`);
  codePieces('/*'.repeat(20_000));
  expect(process.cpuUsage(undefined).user - before).toBeLessThan(1_000_000);
});
