import { describe, expect, test } from 'vitest';
import { attempted, exchanged, resetAllAt, roundStarted } from './changes';
import { mergeProgress, progressText } from './merge';
import { emptyProgress, exerciseOf, progressKey } from './progress';
import { readProgress } from './read';
import { openStore } from './store';

/** One browser: a storage that several tabs share, and tells the others. */
function browser(initial: Record<string, string> = {}) {
  const storage = new Map(Object.entries(initial));
  const tabs: { tell: (event: { key: string | null }) => void }[] = [];
  let time = Date.UTC(2026, 0, 1);
  const room = { left: Number.POSITIVE_INFINITY, forbidden: false };
  const tab = () => {
    const channel = { tell: (_: { key: string | null }) => {} };
    tabs.push(channel);
    return openStore({
      clock: () => new Date(++time),
      onStorage: (listener) => {
        channel.tell = listener;
      },
      area: () => {
        if (room.forbidden) throw new DOMException('denied', 'SecurityError');
        return {
          getItem: (key) => storage.get(key) ?? null,
          setItem: (key, value) => {
            if (value.length > room.left) throw new DOMException('full', 'QuotaExceededError');
            storage.set(key, value);
            for (const other of tabs) if (other !== channel) other.tell({ key });
          },
        };
      },
    });
  };
  return { storage, tab, room };
}

describe('the progress store', () => {
  test('finds after a reload what was there before', () => {
    const { tab } = browser();
    tab().change((_, at) => roundStarted('your-first-401', at));
    expect(Object.keys(tab().snapshot().rounds)).toEqual(['your-first-401']);
  });

  test('two open tabs agree, and neither loses what the other wrote', () => {
    const { tab } = browser();
    const [first, other] = [tab(), tab()];
    let calls = 0;
    other.snapshot();
    other.subscribe(() => calls++);
    first.change((_, at) => roundStarted('a', at));
    other.change((_, at) => roundStarted('b', at));
    first.change((_, at) => roundStarted('c', at));
    expect(Object.keys(first.snapshot().rounds)).toEqual(['a', 'b', 'c']);
    expect(progressText(other.snapshot())).toBe(progressText(first.snapshot()));
    expect(calls).toBeGreaterThan(1);
  });

  test('a write that another tab ran over is written again', () => {
    const { storage, tab } = browser();
    const first = tab();
    first.change((_, at) => roundStarted('a', at));
    const other = tab();
    other.snapshot();
    storage.delete(progressKey);
    other.change((_, at) => roundStarted('b', at));
    const read = readProgress(storage.get(progressKey) ?? '');
    expect(read.ok && Object.keys(read.progress.rounds)).toEqual(['a', 'b']);
  });

  test('a reset in one tab empties the other, and what comes after it stays', () => {
    const { tab } = browser();
    const [first, other] = [tab(), tab()];
    other.snapshot();
    first.change((_, at) => roundStarted('a', at));
    first.change((_, at) => resetAllAt(at));
    other.change((_, at) => roundStarted('b', at));
    expect(Object.keys(first.snapshot().rounds)).toEqual(['b']);
  });

  test('lives in memory where storage is forbidden, and says so', () => {
    const { tab, room } = browser();
    room.forbidden = true;
    const store = tab();
    store.change((_, at) => roundStarted('a', at));
    expect(Object.keys(store.snapshot().rounds)).toEqual(['a']);
    expect(store.notice()).toMatchObject({
      storage: 'memory',
      reason: expect.stringContaining('does not let'),
    });
  });

  test('lives in memory where storage is full, and is kept again once there is room', () => {
    const { tab, room, storage } = browser();
    room.left = 10;
    const store = tab();
    store.change((_, at) => roundStarted('a', at));
    expect(store.notice()).toMatchObject({ storage: 'memory', reason: expect.stringContaining('full') });
    room.left = 10_000;
    store.change((_, at) => roundStarted('b', at));
    expect(store.notice()).toEqual({ storage: 'kept' });
    expect(storage.get(progressKey)).toContain('"a"');
  });

  test('sets damaged text aside under another key and goes on', () => {
    const { tab, storage } = browser({ [progressKey]: '{"version":1,"les' });
    const store = tab();
    expect(store.notice().reason).toContain('set aside under “doorman:progress:damaged”');
    store.change((_, at) => roundStarted('a', at));
    expect(storage.get(`${progressKey}:damaged`)).toBe('{"version":1,"les');
    expect(storage.get(progressKey)).toContain('"a"');
  });

  test('leaves a newer document alone and lives in memory', () => {
    const newer = '{"version":5,"treasure":true}';
    const { tab, storage } = browser({ [progressKey]: newer });
    const store = tab();
    store.change((_, at) => roundStarted('a', at));
    expect(storage.get(progressKey)).toBe(newer);
    expect(store.notice()).toMatchObject({ storage: 'memory', reason: expect.stringContaining('newer') });
  });

  test('an attempt begun now wins over one from a clock that ran ahead', () => {
    const ahead = attempted(
      emptyProgress,
      'first-401',
      'sandbox',
      'from-the-future',
      '2031-01-01T00:00:00.000Z',
    );
    const { tab } = browser({ [progressKey]: progressText(mergeProgress(emptyProgress, ahead)) });
    const store = tab();
    store.change((progress, at) => attempted(progress, 'first-401', 'sandbox', 'now', at));
    store.change((progress, at) =>
      exchanged(progress, 'first-401', 'sandbox', { status: 401, solved: false }, at),
    );
    expect(exerciseOf(store.snapshot(), 'first-401', 'sandbox')).toMatchObject({
      attempt: 'now',
      status: 'tried',
    });
  });

  test('a crafted date in the far future takes nothing else away, now or at the next visit', () => {
    const good = attempted(emptyProgress, 'first-401', 'sandbox', 'mine', '2025-12-31T00:00:00.000Z');
    const crafted = { ...good, rounds: { 'first-403': '9999-12-31T23:59:59.999Z' } };
    const { tab } = browser({ [progressKey]: JSON.stringify(crafted) });
    tab().change((_, at) => roundStarted('first-401', at));
    const later = tab();
    expect(exerciseOf(later.snapshot(), 'first-401', 'sandbox')).toMatchObject({ attempt: 'mine' });
    expect(Object.keys(later.snapshot().rounds)).toEqual(['first-401']);
    expect(later.notice()).toEqual({ storage: 'kept' });
  });

  test('hands out the same object until something changes', () => {
    const store = browser().tab();
    const before = store.snapshot();
    store.change(() => emptyProgress);
    expect(store.snapshot()).toBe(before);
  });
});
