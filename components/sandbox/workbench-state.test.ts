import { describe, expect, test } from 'vitest';
import { afterEvent, newWorkbench, type WorkbenchEvent } from './workbench-state';

const stateAfter = (...events: WorkbenchEvent[]) => events.reduce(afterEvent, newWorkbench);
const note = 'A shared request was loaded.';

describe('a workbench', () => {
  test('keeps each tab that was ever opened, once', () => {
    const { tab, opened } = stateAfter(
      { type: 'selected', tab: 'help' },
      { type: 'selected', tab: 'terminal' },
      { type: 'selected', tab: 'help' },
    );
    expect({ tab, opened }).toEqual({ tab: 'help', opened: ['help', 'terminal'] });
  });

  test('shows a request that a link brought, as rows, and the answer before it as old', () => {
    const state = stateAfter(
      { type: 'answered' },
      { type: 'selected', tab: 'help' },
      { type: 'wrote', raw: { broken: 'GET' } },
      { type: 'offered', note, isLoaded: true },
    );
    expect(state).toMatchObject({ tab: 'request', note, raw: undefined, isOld: true, loads: 1 });
  });

  test('says what came of a link that could not be read, and leaves the request and its answer alone', () => {
    const raw = { broken: 'GET' };
    const state = stateAfter(
      { type: 'answered' },
      { type: 'wrote', raw },
      { type: 'offered', note, isLoaded: false },
    );
    expect(state).toMatchObject({ tab: 'request', note, raw, isOld: false, loads: 0 });
  });

  test('stays in its tab when the help or a sheet replaces the request', () => {
    const state = stateAfter({ type: 'selected', tab: 'help' }, { type: 'replaced' });
    expect(state).toMatchObject({ tab: 'help', raw: undefined, isOld: true, loads: 0 });
  });

  test('counts answers and failures, and only an answer is new', () => {
    const replaced = { type: 'replaced' } as const;
    expect(stateAfter(replaced, { type: 'failed' })).toMatchObject({ arrivals: 1, isOld: true });
    expect(stateAfter(replaced, { type: 'failed' }, { type: 'answered' })).toMatchObject({
      arrivals: 2,
      isOld: false,
    });
  });

  test('an answer that is looked at is not old, and nothing else changes', () => {
    const state = stateAfter({ type: 'answered' }, { type: 'replaced' });
    expect(afterEvent(state, { type: 'looked' })).toEqual({ ...state, isOld: false });
    expect(afterEvent(newWorkbench, { type: 'looked' })).toBe(newWorkbench);
  });
});
