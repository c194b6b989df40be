import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { requestLines, responseLines, type WireLine } from '@/lib/draft/wire-lines';
import { type BothViews, callFromPage, type PageCall, toyCookiesAddress } from './fetch-and-wire';
import { Message } from './Message';

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

const corsHeaders = ['Access-Control-Allow-Origin', 'Access-Control-Expose-Headers'];

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
  const fail = (error: unknown) =>
    setState({ phase: 'failed', text: error instanceof Error ? error.message : 'No answer came.' });

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
      {state.phase === 'shown' ? <Views {...state} /> : null}
    </figure>
  );
}

function Views({ script, wire, call }: BothViews & { readonly call: PageCall }) {
  // Where cookies are the question, no challenge is.
  const seen =
    call.withCookies === undefined ? script : script.filter(({ name }) => !/Authenticate/.test(name));
  return (
    <div className="grid border-t border-line @[40rem]:grid-cols-2">
      <section aria-label="What fetch shows the script" className="min-w-0 px-4 py-3">
        <h3 className="mb-1 font-sans text-[0.9375rem] font-semibold tracking-normal">
          What <code>fetch</code> shows the script
        </h3>
        <Message lines={seen} />
      </section>
      <section
        aria-label="What crossed the wire"
        className="min-w-0 border-t border-line px-4 py-3 @[40rem]:border-t-0 @[40rem]:border-l"
      >
        <h3 className="mb-1 font-sans text-[0.9375rem] font-semibold tracking-normal">
          What crossed the wire
        </h3>
        {wire.map((exchange) => (
          <div key={exchange.id} className="mb-4 space-y-2">
            <Message lines={telltales(requestLines(exchange))} />
            <Message
              lines={telltales(responseLines(exchange, corsHeaders))}
              status={exchange.response.status}
            />
          </div>
        ))}
        {wire.length ? (
          <p className="text-xs text-faint">Other headers and the bodies are left out.</p>
        ) : (
          <p className="text-sm text-soft">Nothing reached the server.</p>
        )}
      </section>
    </div>
  );
}

const telling = /^(?:origin|authorization|cookie|sec-fetch-site|www-authenticate|access-control-.*)$/i;

/** Start lines and the headers that decide here: browsers and servers send a dozen more, and a body. */
function telltales(lines: readonly WireLine[]): readonly WireLine[] {
  return lines.filter(({ kind, name }) => kind === 'start' || (kind === 'field' && telling.test(name)));
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
