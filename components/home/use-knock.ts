'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Answered, Request, Scene } from './knock';

/** Where the live exchange stands. `slow` says that an answer is late, not that there will be none. */
export type KnockState =
  | { readonly phase: 'idle' }
  | { readonly phase: 'sending'; readonly scene: Scene; readonly request?: Request; readonly slow: boolean }
  | ({ readonly phase: 'answered'; readonly request: Request; readonly next: Request | undefined } & Answered)
  | { readonly phase: 'failed'; readonly scene: Scene; readonly request?: Request };

const slowAfter = 2500;
const giveUpAfter = 20_000;

/** Runs one scene at a time. `cancel` gives up waiting for the one in flight. */
export function useKnock() {
  const [state, setState] = useState<KnockState>({ phase: 'idle' });
  const flight = useRef<AbortController>(null);
  const prepared = useRef<Request>(undefined);

  useEffect(() => () => flight.current?.abort(), []);

  const run = useCallback(async (scene: Scene) => {
    flight.current?.abort();
    const own = new AbortController();
    flight.current = own;
    const tell = (next: KnockState) => {
      if (flight.current === own) setState(next);
    };
    let request: Request | undefined;
    let slow = false;
    const tellSending = () => tell({ phase: 'sending', scene, slow, ...(request && { request }) });
    const timers = [
      setTimeout(() => {
        slow = true;
        tellSending();
      }, slowAfter),
      setTimeout(() => own.abort(), giveUpAfter),
    ];
    tellSending();
    try {
      // It comes with the first press, so that the page is not kept waiting for it.
      const { prepare, send } = await import('./knock');
      request = prepared.current?.scene === scene ? prepared.current : await prepare(scene, own.signal);
      tellSending();
      const answered = await send(request, own.signal);
      // The wallet is fetched before it is asked for, so that the answer can be shown before it is sent.
      const next = scene === 'knock' ? await prepare('answer', own.signal).catch(() => undefined) : undefined;
      prepared.current = next;
      tell({ phase: 'answered', request, next, ...answered });
    } catch {
      tell({ phase: 'failed', scene, ...(request && { request }) });
    } finally {
      timers.forEach(clearTimeout);
    }
  }, []);

  const cancel = useCallback(() => flight.current?.abort(), []);
  return { state, run, cancel };
}
