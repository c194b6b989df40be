/** Which question the practice asks: that of the address, else the one of the page, else a new one. */
import { act, renderHook, waitFor } from '@testing-library/react';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { type Asked, askAbout, type PracticeGiven } from '@/lib/practice/ask';
import { situationName, situationOf } from '@/lib/practice/situation';
import { practiceAnswers } from '@/lib/progress/record';
import { usePractice } from './use-practice';

let first: Asked;
beforeAll(async () => {
  first = await askAbout(situationOf(1, 'first'));
});
beforeEach(() => history.replaceState(null, '', '/practice'));

const heading = () => ({
  current: document.body.appendChild(Object.assign(document.createElement('h2'), { tabIndex: -1 })),
});
/** The question of the page is one of options. */
const none: PracticeGiven = { kind: 'choose', key: 'no such option' };
const nameOf = ({ situation }: Asked) => situationName(situation);

test('without a name in the address the question of the page is asked', async () => {
  const { result } = renderHook(() => usePractice(first, heading()));
  await waitFor(() => expect(result.current.ready).toBe(true));
  expect(nameOf(result.current.asked)).toBe(nameOf(first));
  expect(result.current.number).toBe(1);
});

test('the address names the question, and another address another one', async () => {
  history.replaceState(null, '', '/practice#2-k3f9a1');
  const { result } = renderHook(() => usePractice(first, heading()));
  await waitFor(() => expect(nameOf(result.current.asked)).toBe('2-k3f9a1'));
  await act(async () => {
    history.replaceState(null, '', '/practice#3-b7');
    dispatchEvent(new Event('hashchange'));
  });
  await waitFor(() => expect(nameOf(result.current.asked)).toBe('3-b7'));
});

test('nonsense in the address changes nothing', async () => {
  history.replaceState(null, '', '/practice#9-%3Csvg%3E');
  const { result } = renderHook(() => usePractice(first, heading()));
  await waitFor(() => expect(result.current.ready).toBe(true));
  expect(nameOf(result.current.asked)).toBe(nameOf(first));
});

test('an answer is recorded, and the next question is another one, with the focus on its heading', async () => {
  const title = heading();
  const { result } = renderHook(() => usePractice(first, title));
  await waitFor(() => expect(result.current.ready).toBe(true));
  act(() => result.current.answer(none));
  expect(practiceAnswers()).toMatchObject([{ level: 1, seed: 'first', correct: false }]);
  expect(result.current.given).toBe(none);
  act(() => result.current.next());
  await waitFor(() => expect(result.current.number).toBe(2));
  expect(nameOf(result.current.asked)).not.toBe(nameOf(first));
  expect(location.hash).toBe(`#${nameOf(result.current.asked)}`);
  expect(result.current.given).toBeUndefined();
  expect(document.activeElement).toBe(title.current);
});

test('who has practised before gets a new question at once', async () => {
  const { result, unmount } = renderHook(() => usePractice(first, heading()));
  await waitFor(() => expect(result.current.ready).toBe(true));
  act(() => result.current.answer(none));
  unmount();
  const { result: later } = renderHook(() => usePractice(first, heading()));
  await waitFor(() => expect(later.current.ready).toBe(true));
  expect(nameOf(later.current.asked)).not.toBe(nameOf(first));
  expect(later.current.number).toBe(1);
});
