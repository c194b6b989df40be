/** The exchanges that reached one attempt, newest first, from this page and from anywhere else. */
import { startTransition, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Brief, Exchange } from '@/lib/draft/exchange';
import { recordExchange } from '@/lib/progress/record';
import { afterPaint } from './after-paint';
import { fetchExchanges } from './brief';
import type { Shown } from './send';

const exchangeLimit = 20;

/** The exchange that came last, for whoever shows it before the rest of the page has heard of it. */
export interface Newest {
  readonly subscribe: (listener: () => void) => () => void;
  readonly current: () => Shown | undefined;
}

export interface Exchanges {
  readonly list: readonly Shown[];
  readonly newest: Newest;
  /** The one that is looked at: the newest, unless another was chosen. */
  readonly shown: Shown | undefined;
  /** What came before the shown one, to tell what changed. */
  readonly before: Shown | undefined;
  readonly show: (id: string) => void;
  /** A new exchange of this page. */
  readonly add: (exchange: Shown) => void;
  /** The same exchange as the log has it, in the place of what the page itself saw of it. */
  readonly replace: (exchange: Shown) => void;
  /** One from the log or the stream; false where it is known already. */
  readonly hear: (exchange: Exchange) => boolean;
  readonly solved: boolean;
  /** Whether the server's log of this attempt was asked, was read, or did not answer. */
  readonly log: 'asked' | 'read' | 'away';
  readonly askAgain: () => void;
}

/**
 * Starts with what the log holds, so that a reload shows the last exchange again. The brief is left out until it is
 * there, and for an attempt that nothing can have reached yet.
 */
export function useExchanges(slug: string, place: string, brief: Brief | undefined): Exchanges {
  const [list, setList] = useState<readonly Shown[]>([]);
  const [chosen, show] = useState<string>();
  const seenIds = useRef(new Set<string>());
  const [log, setLog] = useState<Exchanges['log']>('asked');
  const [asks, setAsks] = useState(0);

  const { newest, announce } = useNewest();
  const put = useCallback(
    (exchange: Shown) => {
      seenIds.current.add(exchange.id);
      announce(exchange);
      startTransition(() => {
        setList((now) => [exchange, ...now].slice(0, exchangeLimit));
        show(undefined);
      });
      const { response, solved } = exchange;
      afterPaint(() => recordExchange(slug, place, { status: response.status, solved }));
    },
    [slug, place, announce],
  );

  const replace = useCallback(
    (exchange: Shown) => {
      if (newest.current()?.id === exchange.id) announce(exchange);
      startTransition(() =>
        setList((now) => now.map((shown) => (shown.id === exchange.id ? exchange : shown))),
      );
      if (exchange.solved) recordExchange(slug, place, { status: exchange.response.status, solved: true });
    },
    [slug, place, newest, announce],
  );

  const hear = useCallback(
    (exchange: Exchange) => {
      if (seenIds.current.has(exchange.id)) return false;
      put({ ...exchange, by: 'other', seen: 'wire' });
      return true;
    },
    [put],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: a further try asks the same again.
  useEffect(() => {
    if (!brief) return;
    const controller = new AbortController();
    setLog('asked');
    fetchExchanges(brief, controller.signal).then(
      (logged) => {
        setLog('read');
        const old = logged.filter(({ id }) => !seenIds.current.has(id));
        for (const { id } of old) seenIds.current.add(id);
        setList((now) =>
          [...now, ...old.map((exchange) => ({ ...exchange, by: 'other', seen: 'wire' }) as const)].slice(
            0,
            exchangeLimit,
          ),
        );
        const solving = old.find(({ solved }) => solved);
        if (solving) recordExchange(slug, place, { status: solving.response.status, solved: true });
      },
      () => {
        if (!controller.signal.aborted) setLog('away');
      },
    );
    return () => controller.abort();
  }, [slug, place, brief, asks]);

  const at = Math.max(
    0,
    list.findIndex(({ id }) => id === chosen),
  );
  return {
    list,
    newest,
    shown: list[at],
    before: list[at + 1],
    show,
    add: put,
    replace,
    hear,
    solved: list.some(({ solved }) => solved),
    log,
    askAgain: () => setAsks(asks + 1),
  };
}

/** A place for the newest exchange, outside of React: the one part that shows it is rendered at once, the rest after it. */
function useNewest() {
  return useMemo(() => {
    let exchange: Shown | undefined;
    const listeners = new Set<() => void>();
    const newest: Newest = {
      subscribe: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      current: () => exchange,
    };
    const announce = (next: Shown) => {
      exchange = next;
      for (const listener of listeners) listener();
    };
    return { newest, announce };
  }, []);
}
