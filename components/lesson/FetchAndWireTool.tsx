import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { type BothViews, callFromPage, type PageCall, toyCookiesAddress } from './fetch-and-wire';

// Comes beside the first call, so that nobody waits for it after the response.
const loadViews = () => import('./FetchAndWireViews');
const Views = lazy(loadViews);

export interface FetchAndWireProps {
  readonly exercise: string;
  readonly calls: readonly PageCall[];
  /** True if the reader can let a tab of the other origin set cookies first. */
  readonly setsCookies?: boolean;
}

type State =
  | { readonly phase: 'idle' }
  | { readonly phase: 'sending'; readonly call: PageCall }
  | { readonly phase: 'failed'; readonly text: string }
  | { readonly phase: 'set' }
  | ({ readonly phase: 'shown'; readonly call: PageCall } & BothViews);

/** Buttons that send to another origin, and the same exchange twice: as the script has it, and as it crossed the wire. */
export default function FetchAndWireTool({ exercise, calls, setsCookies = false }: FetchAndWireProps) {
  const [state, setState] = useState<State>({ phase: 'idle' });
  const attempt = useRef<string>(undefined);
  const sending = useRef<AbortController>(undefined);
  useEffect(() => () => sending.current?.abort(), []);

  const begin = () => {
    sending.current?.abort();
    const controller = new AbortController();
    sending.current = controller;
    attempt.current ??= globalThis.doorman.newAttempt();
    return { controller, id: attempt.current };
  };
  const fail = (error: unknown) => setState({ phase: 'failed', text: String((error as Error).message) });

  const setCookies = async () => {
    const { controller, id } = begin();
    // Opened at once: a browser blocks a window that a press did not open.
    const tab = window.open('', '_blank');
    try {
      const address = await toyCookiesAddress(exercise, id, controller.signal);
      if (tab) tab.location = address;
      setState(tab ? { phase: 'set' } : { phase: 'failed', text: `Open ${address} in a new tab.` });
    } catch (error) {
      tab?.close();
      if (!controller.signal.aborted) fail(error);
    }
  };

  const send = async (call: PageCall) => {
    const { controller, id } = begin();
    setState({ phase: 'sending', call });
    void loadViews().catch(() => {});
    try {
      const views = await callFromPage(exercise, id, call, controller.signal);
      if (!controller.signal.aborted) setState({ phase: 'shown', call, ...views });
    } catch (error) {
      if (!controller.signal.aborted) fail(error);
    }
  };

  return (
    <figure className="lesson-wide @container overflow-hidden rounded-xl border border-line bg-raised">
      <figcaption className="border-b border-line px-4 py-2 text-sm text-soft">
        Send from this page to another origin of this server
      </figcaption>
      <div className="flex flex-wrap gap-2 px-4 py-3 noscript:hidden">
        {setsCookies ? (
          <Button size="sm" variant="secondary" onClick={() => void setCookies()}>
            Get two cookies in a new tab
          </Button>
        ) : null}
        {calls.map((call) => (
          <Button
            key={titleOf(call)}
            size="sm"
            variant="secondary"
            aria-disabled={state.phase === 'sending'}
            onClick={() => void send(call)}
          >
            {titleOf(call)}
          </Button>
        ))}
      </div>
      <p role="status" className="px-4 pb-3 text-sm text-soft empty:hidden">
        {wordsFor(state)}
      </p>
      {state.phase === 'shown' ? (
        <Suspense>
          <Views {...state} />
        </Suspense>
      ) : null}
    </figure>
  );
}

function titleOf({ name, mode, withCookies }: PageCall): string {
  if (withCookies !== undefined) return withCookies ? 'Send with include' : 'Send with omit';
  const title = name.slice(0, 1).toUpperCase() + name.slice(1);
  return mode === 'no-cors' ? `${title}, with mode no-cors` : title;
}

function wordsFor(state: State): string {
  switch (state.phase) {
    case 'idle':
      return '';
    case 'sending':
      return 'The page is sending.';
    case 'failed':
      return state.text;
    case 'set':
      return 'The other origin has set its cookies in the new tab. Close the tab, and send from here.';
    case 'shown': {
      const { call, wire } = state;
      if (call.withCookies !== undefined) return `${titleOf(call)}: ${arrivedWords(wire)}.`;
      const status = wire.at(-1)?.response.status;
      const [first] = state.script;
      const seen = first?.kind === 'start' ? 'an error' : `status ${state.script[1]?.value}`;
      const crossed = status ? `A ${status} crossed the wire` : 'Nothing reached the server';
      return `${titleOf(call)}: the script got ${seen}. ${crossed}.`;
    }
  }
}

/** Which cookies crossed the wire with the last request, by name. */
function arrivedWords(wire: BothViews['wire']): string {
  const last = wire.at(-1);
  if (!last) return 'nothing reached the server';
  const cookies = last.request.fields.find(([name]) => name.toLowerCase() === 'cookie')?.[1] ?? '';
  const names = cookies.split('; ').flatMap((pair) => pair.match(/^toy-\w+/) ?? []);
  return names.length ? `the request carried ${names.join(' and ')}` : 'the request carried no cookie';
}
