/** What a press of Send does, from the first one on: the server is a real one. */
import { act, renderHook, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Brief, ExerciseView } from '@/lib/draft/exchange';
import type { Draft } from '@/lib/http-auth/draft';
import { exerciseProgress } from '@/lib/progress/record';
import { fetchBrief, fetchExchanges } from './brief';
import { useWorkbench } from './use-workbench';

const slug = 'first-401';
const secret = `Bearer ghp_${'aB3dE5fG7hJ9kL1mN3pQ'.repeat(2).slice(0, 36)}`;

/** An attempt in a place of its own, so that no test meets what another one did. */
async function benchAt(place: string) {
  const attempt = globalThis.doorman.newAttempt();
  const brief = await fetchBrief(slug, attempt, new AbortController().signal);
  const view = { slug, title: brief.title, task: brief.task, goal: brief.goal, open: false } as ExerciseView;
  const mask = ([name]: Draft['fields'][number]) => [name, '****'] as const;
  const draft = { ...brief.start, fields: brief.start.fields.map(mask) };
  const opening = { draft, wallet: brief.wallet, isSheet: false };
  const form = { current: null };
  const initialProps: { given?: { brief: Brief; stored: undefined } } = {};
  const rest = { view, opening, place, attempt, layout: 'column', isNew: true, afresh: false } as const;
  const hook = renderHook(({ given }) => useWorkbench({ ...rest, given, reset: () => undefined }, form), {
    initialProps,
  });
  const give = () => hook.rerender({ given: { brief, stored: undefined } });
  return { result: hook.result, give, brief };
}

test('a press asks for a prediction first, and the next one sends it', async () => {
  const { result, give } = await benchAt('predicted');
  give();
  await waitFor(() => expect(result.current.isReady).toBe(true));
  expect(result.current.due).toBe(true);
  act(() => result.current.press(false));
  expect(result.current.state).toMatchObject({ isAsked: true, busy: false });
  act(() => result.current.dispatch({ type: 'predicted', status: 401 }));
  act(() => result.current.press(false));
  expect(result.current.state.busy).toBe(true);
  await waitFor(() => expect(result.current.outcome).toEqual({ expected: 401, came: 401 }));
  expect(result.current.state.busy).toBe(false);
  await waitFor(() => expect(exerciseProgress(slug, 'predicted').isTried).toBe(true));
});

test('no prediction is due once a response came, before the store has heard of it', async () => {
  const first = await benchAt('heard');
  first.give();
  await waitFor(() => expect(first.result.current.isReady).toBe(true));
  act(() => first.result.current.press(true));
  await waitFor(() => expect(first.result.current.state.exchanges).toHaveLength(1));
  const [exchange] = first.result.current.state.exchanges;
  const { result } = await benchAt('unheard');
  expect(result.current.due).toBe(true);
  if (!exchange) throw new Error('Nothing came.');
  const sent = { draft: result.current.state.draft };
  act(() => result.current.dispatch({ type: 'came', exchange, sent, expected: null }));
  expect(result.current.progress.status).toBe('new');
  expect(result.current.due).toBe(false);
});

test('a press before the credentials came waits for them', async () => {
  const { result, give, brief } = await benchAt('early');
  act(() => result.current.press(true));
  expect(result.current.state).toMatchObject({ pressed: true, busy: false });
  give();
  await waitFor(() => expect(result.current.state.exchanges).toHaveLength(1));
  expect(result.current.state.pressed).toBeUndefined();
  expect(await fetchExchanges(brief)).toHaveLength(1);
});

test('a press that was cancelled before the credentials came is not sent', async () => {
  const { result, give, brief } = await benchAt('cancelled');
  act(() => result.current.press(true));
  act(() => result.current.cancel());
  give();
  await waitFor(() => expect(result.current.isReady).toBe(true));
  expect(result.current.state).toMatchObject({ busy: false, exchanges: [] });
  expect(await fetchExchanges(brief)).toEqual([]);
});

test('a path that leads elsewhere is named, and nothing is sent', async () => {
  const { result, give } = await benchAt('path');
  give();
  await waitFor(() => expect(result.current.isReady).toBe(true));
  act(() => result.current.edit({ ...result.current.state.draft, path: 'https://other.example/' }));
  act(() => result.current.press(true));
  expect(result.current.state.message.text).toMatch(/address at other\.example/);
  expect(result.current.state.busy).toBe(false);
});

test('a secret is withheld: dropped it is not sent, confirmed it is', async () => {
  const { result, give, brief } = await benchAt('secret');
  give();
  await waitFor(() => expect(result.current.isReady).toBe(true));
  act(() => result.current.edit({ ...result.current.state.draft, fields: [['Authorization', secret]] }));
  act(() => result.current.press(true));
  expect(result.current.state.withheld?.reason).toMatch(/GitHub/);
  act(() => result.current.dispatch({ type: 'withheld', withheld: undefined }));
  act(() => result.current.confirm());
  expect(result.current.state).toMatchObject({ busy: false, exchanges: [] });
  expect(await fetchExchanges(brief)).toEqual([]);
  act(() => result.current.press(true));
  act(() => result.current.confirm());
  await waitFor(() => expect(result.current.state.exchanges).toHaveLength(1));
});

test('what a stream brings is the same exchange, and is there once', async () => {
  const { result, give, brief } = await benchAt('stream');
  give();
  await waitFor(() => expect(result.current.isReady).toBe(true));
  act(() => result.current.press(true));
  await waitFor(() => expect(result.current.state.exchanges[0]?.seen).toBe('wire'));
  const [logged] = await fetchExchanges(brief);
  if (!logged) throw new Error('The log is empty.');
  act(() => result.current.listen(logged));
  await waitFor(() => expect(result.current.state.exchanges).toHaveLength(1));
});
