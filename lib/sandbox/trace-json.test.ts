import fc from 'fast-check';
import { expect, it } from 'vitest';
import { failed, passed, type Step, skipped } from '@/lib/http-auth/decision';
import { indentedJson, jsonWithTrace } from './trace-json';

const check = fc.record(
  {
    stage: fc.constantFrom('syntax', 'authentication', 'authorization', 'proposal'),
    check: fc.constantFrom('credentials are presented', 'a “quoted” name', 'a\nb'),
    rule: fc.constantFrom('RFC 9110 §11.6.1', 'RFC 6750 §2.1'),
    failure: fc.constantFrom('it is not there', 'it is "there"'),
  },
  { requiredKeys: ['stage', 'check', 'rule'] },
);
const text = fc.string({ unit: 'binary' });
const step = fc.oneof(
  fc.tuple(check, text).map(([check, saw]) => passed(check, saw)),
  fc.tuple(check, text, text).map(([check, saw, expected]) => failed(check, saw, expected)),
  check.map(skipped),
) as fc.Arbitrary<Step>;
const head = fc.dictionary(
  text.filter((name) => name !== 'trace'),
  fc.jsonValue(),
);

it('writes what JSON.stringify writes, whatever is in head and trace', () => {
  fc.assert(
    fc.property(head, fc.array(step, { maxLength: 6 }), (content, trace) => {
      expect(indentedJson({ ...content, trace })).toBe(JSON.stringify({ ...content, trace }, null, 2));
      expect(jsonWithTrace(content, trace)).toBe(JSON.stringify({ ...content, trace }));
    }),
  );
});

it('writes content without a trace as it is', () => {
  for (const content of [{}, { solved: true }, { trace: 'a word' }, { trace: [] }]) {
    expect(indentedJson(content)).toBe(JSON.stringify(content, null, 2));
  }
});
