/** The answers of the finder live in the address: a link, a reload and *back* bring them again. */
import { act, renderHook } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { noAnswers } from '@/lib/search/questions';
import { useAnswers } from './use-answers';

beforeEach(() => history.replaceState(null, '', '/causes'));

test('an address without a query answers nothing', () => {
  const { result } = renderHook(() => useAnswers());
  expect(result.current[0]).toEqual(noAnswers);
});

test('an answer goes into the address, beside those that are there and the fragment', () => {
  history.replaceState(null, '', '/causes?who=visitor#table');
  const { result } = renderHook(() => useAnswers());
  act(() => result.current[1]({ q: 'cookie' }));
  expect(result.current[0]).toEqual({ ...noAnswers, who: 'visitor', q: 'cookie' });
  expect(location.pathname + location.search + location.hash).toBe('/causes?who=visitor&q=cookie#table');
});

test('two changes at once keep each other, and every part of the page hears of them', () => {
  const { result } = renderHook(() => useAnswers());
  const { result: other } = renderHook(() => useAnswers());
  act(() => {
    result.current[1]({ who: 'page' });
    result.current[1]({ status: '403' });
  });
  expect(other.current[0]).toMatchObject({ who: 'page', status: '403' });
});

test('the last answer that is taken back leaves a plain address', () => {
  history.replaceState(null, '', '/causes?sign=never');
  const { result } = renderHook(() => useAnswers());
  act(() => result.current[1]({ sign: '' }));
  expect(location.search).toBe('');
});

test('going back brings the answers of that address', () => {
  const { result } = renderHook(() => useAnswers());
  act(() => {
    history.replaceState(null, '', '/causes?fix=visitor');
    dispatchEvent(new PopStateEvent('popstate'));
  });
  expect(result.current[0].fix).toBe('visitor');
});
