/** The exchanges that reach one attempt, from this page and from anywhere else: into its state, and into the progress. */
import { type Dispatch, startTransition, useEffect, useMemo, useRef } from 'react';
import type { Brief, Exchange } from '@/lib/draft/exchange';
import { recordExchange } from '@/lib/progress/record';
import { afterPaint } from './after-paint';
import type { AttemptEvent, AttemptState, Expected } from './attempt-state';
import { fetchExchanges } from './brief';
import type { Outgoing, Shown } from './send';

/** The exchange that came last. It can be shown before the rest of the page has it. */
export interface Newest {
  readonly subscribe: (listener: () => void) => () => void;
  readonly current: () => Shown | undefined;
}

/** All stay the same functions. */
export interface Exchanges {
  readonly newest: Newest;
  /** A new exchange of this page. */
  readonly came: (exchange: Shown, sent: Outgoing, expected: Expected) => void;
  /** The same exchange as the log has it, in the place of what the page itself saw of it. */
  readonly logged: (exchange: Shown) => void;
  /** One from the log or the stream, which may be there already. */
  readonly hear: (exchange: Exchange) => void;
}

interface ExchangeSource {
  readonly slug: string;
  readonly place: string;
  readonly brief: Brief | undefined;
  readonly log: AttemptState['log'];
}

/**
 * Starts with what the log holds, so that a reload shows the last exchange again. The brief is left out until it is
 * there, and for an attempt that nothing can have reached yet.
 */
export function useExchanges(
  { slug, place, brief, log }: ExchangeSource,
  dispatch: Dispatch<AttemptEvent>,
): Exchanges {
  const seenIds = useRef(new Set<string>());

  const exchanges = useMemo(() => {
    const { newest, announce } = createNewest();
    const put = (exchange: Shown, event: AttemptEvent) => {
      seenIds.current.add(exchange.id);
      announce(exchange);
      startTransition(() => dispatch(event));
      const { response, solved } = exchange;
      afterPaint(() => recordExchange(slug, place, { status: response.status, solved }));
    };
    return {
      newest,
      came: (exchange: Shown, sent: Outgoing, expected: Expected) =>
        put(exchange, { type: 'came', exchange, sent, expected }),
      logged: (exchange: Shown) => {
        if (newest.current()?.id === exchange.id) announce(exchange);
        startTransition(() => dispatch({ type: 'logged', exchange }));
        if (exchange.solved) recordExchange(slug, place, { status: exchange.response.status, solved: true });
      },
      hear: (heard: Exchange) => {
        if (seenIds.current.has(heard.id)) return;
        const exchange = byOther(heard);
        put(exchange, { type: 'heard', exchange });
      },
    };
  }, [slug, place, dispatch]);

  useEffect(() => {
    if (!brief || log !== 'asked') return;
    const controller = new AbortController();
    fetchExchanges(brief, controller.signal).then(
      (logged) => {
        const old = logged.filter(({ id }) => !seenIds.current.has(id));
        for (const { id } of old) seenIds.current.add(id);
        dispatch({ type: 'log', log: 'read', exchanges: old.map(byOther) });
        const solving = old.find(({ solved }) => solved);
        if (solving) recordExchange(slug, place, { status: solving.response.status, solved: true });
      },
      () => {
        if (!controller.signal.aborted) dispatch({ type: 'log', log: 'away' });
      },
    );
    return () => controller.abort();
  }, [slug, place, brief, log, dispatch]);

  return exchanges;
}

const byOther = (exchange: Exchange): Shown => ({ ...exchange, by: 'other', seen: 'wire' });

/** A place for the newest exchange, outside of React: the one part that shows it is rendered at once, the rest after it. */
function createNewest() {
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
}
