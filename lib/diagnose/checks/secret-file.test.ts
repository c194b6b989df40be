import { expect, test } from 'vitest';
import { read } from '../read';
import type { GoodReading } from '../reading';
import { secretFileFindings } from './secret-file';

const secret = (value: string, kind = 'Secret') =>
  secretFileFindings(read(`kind: ${kind}\ndata:\n  token: ${value}\n`) as GoodReading).map(
    ({ check }) => check,
  );

test('a line feed at the end of a value is seen', () =>
  expect(secret('c2VjcmV0Cg==')).toEqual(['newline-in-base64']));

test.each([
  ['a value without one', 'c2VjcmV0', 'Secret'],
  ['several lines, as a certificate has', 'b25lCnR3bwo=', 'Secret'],
  ['what is no Base64', 'hello-world', 'Secret'],
  ['another kind of manifest', 'c2VjcmV0Cg==', 'ConfigMap'],
])('nothing is said of %s', (_, value, kind) => expect(secret(value, kind)).toEqual([]));
