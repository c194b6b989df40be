/** Hears each exchange that reaches the attempt while somebody looks: server-sent events (HTML §9.2). */
import { useEffect, useRef, useState } from 'react';
import type { Brief, Exchange } from '@/lib/draft/exchange';
import { fetchExchanges, herePath } from './brief';
import { followStream } from './live-stream';

export type Listening = 'connecting' | 'listening' | 'lost';

/** Calls `hear` with every exchange, oldest first; pauses while the page is hidden and then catches up. */
export function useStream(brief: Brief, hear: (exchange: Exchange) => void): Listening {
  const [state, setState] = useState<Listening>('connecting');
  const latest = useRef(hear);
  useEffect(() => {
    latest.current = hear;
  }, [hear]);

  useEffect(() => {
    let following: AbortController | undefined;
    const catchUp = async () => {
      const log = await fetchExchanges(brief).catch(() => []);
      for (const exchange of log.reverse()) latest.current(exchange);
    };
    const open = () => {
      if (following || document.visibilityState === 'hidden') return;
      following = new AbortController();
      const listeners = {
        opened: () => {
          setState('listening');
          void catchUp();
        },
        event: ({ type, data }: { type: string; data: string }) => {
          if (type === 'exchange') latest.current(JSON.parse(data) as Exchange);
        },
        lost: () => setState('lost'),
      };
      void followStream(herePath(brief.urls.exchanges), listeners, following.signal);
    };
    const close = () => {
      following?.abort();
      following = undefined;
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
