/** Proved by the compiler: each `@ts-expect-error` is an error itself as soon as the line under it compiles. */
import { expect, test } from 'vitest';
import type { Answer, Decision, NonEmpty } from './decision';
import type { Challenge } from './grammar';

const challenge: Challenge = { scheme: 'Basic', params: [['realm', 'lobby']] };
const trace: Decision['trace'] = [];

test('a 401 without a challenge does not compile (RFC 9110 §15.5.2)', () => {
  const decision: Decision = { status: 401, challenges: [challenge], trace };
  // @ts-expect-error an empty list is no challenge
  const empty: Decision = { status: 401, challenges: [], trace };
  // @ts-expect-error no list at all
  const none: Decision = { status: 401, trace };
  const list: readonly Challenge[] = [];
  // @ts-expect-error a list that may be empty
  const maybe: Answer = { status: 401, challenges: list };
  expect([decision, empty, none, maybe]).toHaveLength(4);
});

test('the other answers owe other things, and the compiler asks for them', () => {
  const plain: Answer = { status: 400, challenges: [] };
  const hidden: Answer = { status: 404 };
  // @ts-expect-error a 200 names its principal
  const anonymous: Answer = { status: 200, fields: [] };
  // @ts-expect-error a decision has a trace
  const unexplained: Decision = { status: 404 };
  // @ts-expect-error a resource offers at least one scheme
  const schemes: NonEmpty<string> = [];
  expect([plain, hidden, anonymous, unexplained, schemes]).toHaveLength(5);
});
