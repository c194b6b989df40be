/** The draft of a sandbox over its life: before the credentials come, with them, stored, and from a link. */
import { act, renderHook, waitFor } from '@testing-library/react';
import { useReducer } from 'react';
import { beforeEach, expect, test } from 'vitest';
import type { Brief } from '@/lib/draft/exchange';
import type { Draft } from '@/lib/http-auth/draft';
import { exerciseProgress, recordAttempt } from '@/lib/progress/record';
import { beginAttempt, reduceAttempt } from './attempt-state';
import { fetchBrief, walletOf } from './brief';
import { useDraft } from './editor/use-draft';

const slug = 'first-403';
const place = 'sandbox';
let brief: Brief;
let attempt = '';
beforeEach(async () => {
  attempt = globalThis.doorman.newAttempt();
  brief = await fetchBrief(slug, attempt, new AbortController().signal);
  recordAttempt(slug, place, attempt);
});

/** As the page has it before the credentials come: those of the draft are masked. */
const masked = () => ({
  ...brief.start,
  fields: brief.start.fields.map(([name]) => [name, '****'] as const),
});

function drafting() {
  const opening = masked();
  const source = { slug, place, attempt, opening, wallet: walletOf(brief), exchanges: [] as const };
  const initialProps: { isGiven: boolean } = { isGiven: false };
  const given = { brief, stored: undefined };
  const hook = renderHook(
    ({ isGiven }) => {
      const [state, dispatch] = useReducer(reduceAttempt, opening, beginAttempt);
      const isReady = state.begin !== undefined;
      const change = useDraft({ ...source, isReady, given: isGiven ? given : undefined }, dispatch);
      return { ...state, isReady, edit: (draft: Draft) => change({ type: 'edited', draft }) };
    },
    { initialProps },
  );
  return { ...hook, opening };
}

test('begins masked, and with the credentials of the attempt once they come', async () => {
  const { result, rerender, opening } = drafting();
  expect(result.current).toMatchObject({ draft: opening, isReady: false });
  rerender({ isGiven: true });
  await waitFor(() => expect(result.current.isReady).toBe(true));
  expect(result.current.draft).toEqual(brief.start);
  expect(result.current.begin).toEqual(brief.start);
});

test('what was typed before the credentials came stays, with them in place of their masks', async () => {
  const { result, rerender, opening } = drafting();
  act(() => result.current.edit({ ...opening, path: '/typed' }));
  rerender({ isGiven: true });
  await waitFor(() => expect(result.current.isReady).toBe(true));
  expect(result.current.draft).toEqual({ ...brief.start, path: '/typed' });
});

test('is stored a moment after the last change, with names in place of credentials', async () => {
  const { result, rerender } = drafting();
  rerender({ isGiven: true });
  await waitFor(() => expect(result.current.isReady).toBe(true));
  act(() => result.current.edit({ ...brief.start, path: '/kept' }));
  await waitFor(() => expect(exerciseProgress(slug, place).draft?.path).toBe('/kept'), { timeout: 3000 });
  const stored = JSON.stringify(exerciseProgress(slug, place).draft);
  for (const value of Object.values(walletOf(brief)).filter(({ length }) => length > 6))
    expect(stored).not.toContain(value);
});

test('is stored at once where the page is left', async () => {
  const { result, rerender } = drafting();
  rerender({ isGiven: true });
  await waitFor(() => expect(result.current.isReady).toBe(true));
  act(() => result.current.edit({ ...brief.start, path: '/left' }));
  await waitFor(() => {
    dispatchEvent(new Event('pagehide'));
    expect(exerciseProgress(slug, place).draft?.path).toBe('/left');
  });
});

test('after a reset an edited draft is not stored for the new attempt', async () => {
  const { result, rerender, unmount } = drafting();
  rerender({ isGiven: true });
  await waitFor(() => expect(result.current.isReady).toBe(true));
  act(() => result.current.edit({ ...brief.start, path: '/past' }));
  await import('@/lib/draft/template');
  recordAttempt(slug, place, globalThis.doorman.newAttempt());
  unmount();
  expect(exerciseProgress(slug, place).draft).toBeUndefined();
});

test('a link that is broken says so, and the draft stays', async () => {
  history.replaceState(null, '', '/sandbox/first-403#draft=nonsense');
  const { result, rerender } = drafting();
  rerender({ isGiven: true });
  await waitFor(() => expect(result.current.note).toEqual(expect.any(String)));
  expect(result.current).toMatchObject({ loads: 0, message: { text: result.current.note } });
  expect(result.current.draft).toEqual(brief.start);
  expect(location.hash).toBe('');
});
