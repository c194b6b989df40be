import { Radio } from 'lucide';
import { CopyButton } from '@/components/ui/CopyButton';
import { Icon } from '@/components/ui/Icon';
import { StatusBadge } from '@/components/ui/StatusBadge';
import { Tabs } from '@/components/ui/Tabs';
import { clients, snippet } from '@/lib/draft/snippets';
import { resourceUrl } from '../brief';
import type { Shown } from '../send';
import { type Listening, useStream } from '../use-stream';
import type { Bench } from '../use-workbench';

const words: Record<Listening, string> = {
  connecting: 'Connecting…',
  listening: 'Waiting for your terminal…',
  lost: 'The connection was lost. Trying again…',
};

/** The same request for other clients, and a live view of whatever they send to this attempt. */
export default function Terminal({ bench }: { readonly bench: Bench }) {
  const { brief, state, shown, dispatch, listen } = bench;
  const listening = useStream(brief, listen);
  const { draft, exchanges } = state;
  return (
    <div className="space-y-5">
      <Tabs
        label="Client"
        tabs={clients.map((client) => {
          const { text, notes } = snippet(client, draft, resourceUrl(brief));
          return {
            id: client,
            label: client === 'raw' ? 'raw HTTP' : client,
            content: (
              <>
                <div className="relative rounded-xl border border-line bg-raised">
                  <pre className="py-3 pr-11 pl-4 font-mono text-wire wrap-wire">{text}</pre>
                  <div className="absolute top-1.5 right-1.5">
                    <CopyButton text={text} label={`Copy for ${client}`} iconOnly />
                  </div>
                </div>
                {notes.length ? (
                  <ul className="mt-2 space-y-1 text-xs text-soft">
                    {notes.map((note) => (
                      <li key={note}>{note}</li>
                    ))}
                  </ul>
                ) : null}
              </>
            ),
          };
        })}
      />
      <section aria-label="What reached this attempt">
        <p className="flex items-center gap-2 text-sm text-soft">
          <Icon of={Radio} className="size-4 shrink-0 text-brand" aria-hidden="true" />
          {words[listening]}
        </p>
        {exchanges.length ? (
          <ol className="mt-2 divide-y divide-line overflow-hidden rounded-xl border border-line bg-raised">
            {exchanges.map((exchange) => (
              <li key={exchange.id}>
                <button
                  type="button"
                  aria-pressed={exchange === shown}
                  onClick={() => dispatch({ type: 'chosen', id: exchange.id })}
                  className="flex min-h-10 w-full items-center gap-3 px-3.5 py-1.5 text-left text-sm hover:bg-sunk -outline-offset-2 aria-pressed:bg-brand-ground"
                >
                  <StatusBadge status={exchange.response.status} />
                  <span className="min-w-0 flex-1 truncate">{nameOf(exchange)}</span>
                  {exchange.solved ? (
                    <span className="text-xs font-semibold text-s2xx-text">solved</span>
                  ) : null}
                  <time dateTime={exchange.at} className="text-xs text-faint">
                    {new Date(exchange.at).toLocaleTimeString()}
                  </time>
                </button>
              </li>
            ))}
          </ol>
        ) : null}
        <p className="mt-2 text-xs text-faint">
          The server keeps the latest 40 for four hours. A restart of it may forget them; what you solved
          stays.
        </p>
      </section>
    </div>
  );
}

function nameOf({ by, client }: Shown): string {
  if (by === 'page') return 'this page';
  return by === 'relay' ? 'this page, by the relay' : client;
}
