'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type Answered, prepare, type Request, readLogged, requestAtOnce, type Scene, send } from './knock';

/** Where the live exchange stands. `slow` says that an answer is late, not that there will be none. */
export type KnockState =
  | { readonly phase: 'idle' }
  | { readonly phase: 'sending'; readonly scene: Scene; readonly request?: Request; readonly slow: boolean }
  | ({
      readonly phase: 'answered';
      readonly request: Request;
      /** What the answer asks for, once its credentials are there. */
      readonly next: Request | undefined;
      /** The exchange is as it crossed the wire, not as the page itself saw it. */
      readonly isLogged: boolean;
    } & Answered)
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
    const controller = new AbortController();
    flight.current = controller;
    const { signal } = controller;
    const show = (next: KnockState) => {
      if (flight.current === controller) setState(next);
    };
    let request: Request | undefined;
    let slow = false;
    const showSending = () => show({ phase: 'sending', scene, slow, ...(request && { request }) });
    const timers = [
      setTimeout(() => {
        slow = true;
        showSending();
      }, slowAfter),
      setTimeout(() => controller.abort(), giveUpAfter),
    ];
    try {
      // It is on its way before the page says so.
      request = prepared.current?.scene === scene ? prepared.current : requestAtOnce(scene);
      const sent = request && send(request, signal);
      showSending();
      if (!request) {
        request = await prepare(scene, signal);
        showSending();
      }
      const answered = await (sent ?? send(request, signal));
      for (const timer of timers) clearTimeout(timer);
      prepared.current = undefined;
      show({ phase: 'answered', request, next: undefined, isLogged: false, ...answered });
      // What fetch saw stands there. What the log and the brief add takes its place as it comes.
      const add = (addition: Partial<KnockState & { phase: 'answered' }>) => {
        if (flight.current !== controller) return;
        setState((state) => (state.phase === 'answered' ? { ...state, ...addition } : state));
      };
      void readLogged(request, answered.exchange, signal).then((exchange) => {
        if (exchange) add({ exchange, isLogged: true });
      });
      if (scene !== 'knock') return;
      // The wallet is fetched before it is asked for, so that the answer can be shown before it is sent.
      const next = await prepare('answer', signal).catch(() => undefined);
      prepared.current = next;
      add({ next });
    } catch {
      show({ phase: 'failed', scene, ...(request && { request }) });
    } finally {
      for (const timer of timers) clearTimeout(timer);
    }
  }, []);

  const cancel = useCallback(() => flight.current?.abort(), []);
  return { state, run, cancel };
}
