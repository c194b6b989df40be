/** An attempt begins once, belongs to its place, and follows the other tabs; the briefs are those of a real server. */
import { act, renderHook, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { exerciseProgress, recordAttempt } from '@/lib/progress/record';
import { useAttempt } from './use-attempt';

test('nothing is begun before it is wanted', () => {
  const { result } = renderHook(() => useAttempt('first-401', 'sandbox', false));
  expect(result.current.id).toBeUndefined();
  expect(exerciseProgress('first-401', 'sandbox').attempt).toBeUndefined();
});

test('a new attempt is given its brief, and is new', async () => {
  const { result } = renderHook(() => useAttempt('first-401', 'sandbox', true));
  await waitFor(() => expect(result.current.given).toBeDefined());
  const { id = '', given, isNew, round, problem } = result.current;
  expect(id).toMatch(/^[A-Za-z0-9]{16}$/);
  expect(given?.brief.urls.resource).toContain(`/api/sandbox/first-401/${id}`);
  expect({ isNew, round, problem }).toEqual({ isNew: true, round: 0, problem: undefined });
});

test('an attempt of an earlier visit goes on, and its draft comes with the credentials filled in', async () => {
  recordAttempt('first-401', 'sandbox', 'earlier-visit-1');
  const { result } = renderHook(() => useAttempt('first-401', 'sandbox', true));
  await waitFor(() => expect(result.current.given).toBeDefined());
  expect(result.current).toMatchObject({ id: 'earlier-visit-1', isNew: false });
});

test('a reset begins another attempt, with other credentials', async () => {
  const { result } = renderHook(() => useAttempt('first-401', 'sandbox', true));
  await waitFor(() => expect(result.current.given).toBeDefined());
  const before = result.current;
  act(() => before.reset());
  await waitFor(() => expect(result.current.given).toBeDefined());
  expect(result.current.id).not.toBe(before.id);
  expect(result.current.round).toBe(1);
  const password = (wallet = result.current.given?.brief.wallet) =>
    wallet?.find(({ name }) => name === 'password')?.value;
  expect(password()).not.toBe(password(before.given?.brief.wallet));
});

test('a server that is away is said in a sentence, and asked again', async () => {
  const { href } = window.location;
  globalThis.happyDOM.setURL('http://localhost:1/');
  const { result } = renderHook(() => useAttempt('first-401', 'sandbox', true));
  await waitFor(() => expect(result.current.problem).toMatch(/^The sandbox needs the server/));
  globalThis.happyDOM.setURL(href);
  act(() => result.current.retry());
  await waitFor(() => expect(result.current.given).toBeDefined());
  expect(result.current.problem).toBeUndefined();
});
