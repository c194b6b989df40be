/** What a press of Send does: hold back a secret, send once, tell what came. The server is a real one. */
import { act, renderHook, waitFor } from '@testing-library/react';
import { useReducer } from 'react';
import { expect, test, vi } from 'vitest';
import type { Brief, ExerciseView } from '@/lib/draft/exchange';
import type { Draft } from '@/lib/http-auth/draft';
import { exerciseProgress } from '@/lib/progress/record';
import { beginAttempt, reduceAttempt } from './attempt-state';
import { fetchBrief } from './brief';
import { useSending } from './use-sending';

const view = { slug: 'first-401' } as ExerciseView;
const newBrief = () => fetchBrief(view.slug, globalThis.doorman.newAttempt(), new AbortController().signal);
const get = (...fields: [string, string][]): { draft: Draft } => ({
  draft: { method: 'GET', path: '/', fields },
});
const secret = `Bearer ghp_${'aB3dE5fG7hJ9kL1mN3pQ'.repeat(2).slice(0, 36)}`;

function sending(brief: Brief) {
  const hear = { came: vi.fn(), logged: vi.fn() };
  const hook = renderHook(() => {
    const [state, dispatch] = useReducer(reduceAttempt, brief.start, beginAttempt);
    return { state, dispatch, ...useSending(view, brief, 'sandbox', hear, dispatch) };
  });
  return { hear, ...hook };
}

test('an answer comes with what was expected, then once more as the log has it', async () => {
  const { result, hear } = sending(await newBrief());
  act(() => result.current.send(get(), 401, false));
  expect(result.current.state.busy).toBe(true);
  await waitFor(() => expect(hear.logged).toHaveBeenCalledOnce());
  expect(hear.came).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ seen: 'fetch' }), get(), 401);
  expect(hear.logged.mock.calls[0]?.[0]).toMatchObject({ seen: 'wire', response: { status: 401 } });
  await waitFor(() =>
    expect(exerciseProgress(view.slug, 'sandbox').prediction).toEqual({ expected: 401, came: 401 }),
  );
});

test('two presses send once', async () => {
  const { result, hear } = sending(await newBrief());
  act(() => {
    result.current.send(get(), undefined, false);
    result.current.send(get(), undefined, false);
  });
  await waitFor(() => expect(hear.logged).toHaveBeenCalled());
  expect(hear.came).toHaveBeenCalledOnce();
});

test('a secret is held back until the learner sends it all the same', async () => {
  const { result, hear } = sending(await newBrief());
  act(() => result.current.send(get(['Authorization', secret]), undefined, false));
  await waitFor(() => expect(result.current.state.withheld?.reason).toMatch(/GitHub/));
  expect(hear.came).not.toHaveBeenCalled();
  act(() => result.current.send(get(['Authorization', secret]), undefined, true));
  await waitFor(() => expect(hear.came).toHaveBeenCalledOnce());
  expect(result.current.state.withheld).toBeUndefined();
});

test('a server that is away is a failure, which the next press takes away', async () => {
  const { result, hear } = sending(await newBrief());
  const { href } = window.location;
  globalThis.happyDOM.setURL('http://localhost:1/');
  act(() => result.current.send(get(), null, false));
  await waitFor(() => expect(result.current.state.failure).toMatchObject({ reason: 'network' }));
  expect(result.current.state.busy).toBe(false);
  globalThis.happyDOM.setURL(href);
  act(() => result.current.send(get(), undefined, false));
  await waitFor(() => expect(hear.came).toHaveBeenCalledOnce());
  expect(result.current.state.failure).toBeUndefined();
});

test('what comes while a request is on its way waits for its answer', async () => {
  const { result, hear } = sending(await newBrief());
  const order: string[] = [];
  hear.came.mockImplementation(() => order.push('came'));
  act(() => {
    result.current.send(get(), undefined, false);
    result.current.whenIdle(() => order.push('other'));
  });
  expect(order).toEqual([]);
  await waitFor(() => expect(order).toEqual(['came', 'other']));
});
