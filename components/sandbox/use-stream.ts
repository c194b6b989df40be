/** Hears each exchange that reaches the attempt while somebody looks: server-sent events (HTML §9.2). */
import { useEffect, useRef, useState } from 'react';
import type { Brief, Exchange } from '@/lib/sandbox/exchange';
import { fetchExchanges, herePath } from './brief';

export type Listening = 'connecting' | 'listening' | 'lost';

/** Calls `hear` with every exchange, oldest first; pauses while the page is hidden and then catches up. */
export function useStream(brief: Brief, hear: (exchange: Exchange) => void): Listening {
  const [state, setState] = useState<Listening>('connecting');
  const latest = useRef(hear);
  useEffect(() => {
    latest.current = hear;
  }, [hear]);

  useEffect(() => {
    let source: EventSource | undefined;
    const catchUp = async () => {
      const log = await fetchExchanges(brief).catch(() => []);
      for (const exchange of log.reverse()) latest.current(exchange);
    };
    const open = () => {
      if (source || document.visibilityState === 'hidden') return;
      source = new EventSource(herePath(brief.urls.exchanges));
      source.addEventListener('exchange', ({ data }: MessageEvent<string>) => {
        latest.current(JSON.parse(data) as Exchange);
      });
      source.addEventListener('open', () => {
        setState('listening');
        void catchUp();
      });
      source.addEventListener('error', () => setState('lost'));
    };
    const close = () => {
      source?.close();
      source = undefined;
    };
    const look = () => (document.visibilityState === 'hidden' ? close() : open());
    open();
    document.addEventListener('visibilitychange', look);
    return () => {
      document.removeEventListener('visibilitychange', look);
      close();
    };
  }, [brief]);

  return state;
}
