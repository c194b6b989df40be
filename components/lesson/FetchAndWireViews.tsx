import { requestLines, responseLines, type WireLine } from '@/lib/draft/wire-lines';
import type { BothViews, PageCall } from './fetch-and-wire';
import { Message } from './Message';

const corsHeaders = ['Access-Control-Allow-Origin', 'Access-Control-Expose-Headers'];

/** One exchange beside itself: as the script has it, and as it crossed the wire. */
export default function FetchAndWireViews({ script, wire, call }: BothViews & { readonly call: PageCall }) {
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
