import { statusTone } from '@/components/ui/status';
import type { Field } from '@/lib/http-auth/message';
import { BodyView } from './BodyView';
import { FieldLines, type MarkedField } from './FieldLines';
import type { Shown } from './send';

/** Lines that the server software, the connection or this practice site adds, whatever the resource says. */
const transport = new Set(
  (
    'connection content-encoding content-length content-security-policy date doorman-exchange keep-alive ' +
    'referrer-policy server trailer transfer-encoding vary via x-content-type-options x-robots-tag'
  ).split(' '),
);

interface ResponseViewProps {
  readonly shown: Shown;
  readonly before: Shown | undefined;
}

/** The response as it crossed the wire: status, what the resource said, what the transport added, body. */
export function ResponseView({ shown, before }: ResponseViewProps) {
  const { status, reason, fields, body } = shown.response;
  const { ground, text, edge } = statusTone(status);
  const said = fields.filter(([name]) => !isTransport(name));
  const added = fields.filter(([name]) => isTransport(name));
  const was = before && before.response.status !== status ? before.response.status : undefined;
  return (
    <section aria-label="Response" className="overflow-hidden rounded-xl border border-line bg-raised">
      <div
        className={`flex flex-wrap items-baseline gap-x-3 gap-y-0.5 px-4 py-2.5 ${ground} ${text} ${
          status === 404 ? `border-b ${edge}` : ''
        }`}
      >
        <h3 className="text-xl tracking-tight">
          {status} <span className="font-medium">{reason}</span>
        </h3>
        {was ? <span className="animate-lit rounded-sm px-1 text-xs">was {was}</span> : null}
        <p className="ml-auto text-xs tabular-nums">
          {sender(shown)} · {shown.milliseconds} ms · {size(body)}
        </p>
      </div>
      <div className="px-4 py-3">
        <FieldLines
          fields={marked(said, before?.response.fields)}
          gone={gone(fields, before?.response.fields)}
        />
        {added.length ? (
          <details className="mt-1.5">
            <summary className="py-1 text-xs text-faint hover:text-ink">
              What the transport added: {added.length} field line{added.length === 1 ? '' : 's'}
            </summary>
            <div className="mt-1.5 text-soft">
              <FieldLines fields={added.map((field) => ({ field }))} />
            </div>
          </details>
        ) : null}
      </div>
      {body ? <BodyView key={shown.id} body={body} wanted={status < 300} /> : null}
    </section>
  );
}

function sender({ by, client }: Shown): string {
  if (by === 'page') return 'this page';
  return by === 'relay' ? 'the relay' : client;
}

function size(body: string): string {
  const octets = new TextEncoder().encode(body).length;
  return octets < 1024 ? `${octets} B` : `${(octets / 1024).toFixed(1)} kB`;
}

const isTransport = (name: string) => transport.has(name.toLowerCase());
const key = ([name, value]: Field) => `${name.toLowerCase()}: ${value}`;

function marked(fields: readonly Field[], earlier: readonly Field[] | undefined): MarkedField[] {
  if (!earlier) return fields.map((field) => ({ field }));
  const lines = new Set(earlier.map(key));
  const names = new Set(earlier.map(([name]) => name.toLowerCase()));
  return fields.map((field) => {
    if (lines.has(key(field))) return { field };
    return { field, mark: names.has(field[0].toLowerCase()) ? ('changed' as const) : ('new' as const) };
  });
}

/** Names that the response before had, and this one has not. */
function gone(fields: readonly Field[], earlier: readonly Field[] | undefined): string[] {
  const names = new Set(fields.map(([name]) => name.toLowerCase()));
  const lost = (earlier ?? []).map(([name]) => name).filter((name) => !names.has(name.toLowerCase()));
  return [...new Set(lost)].filter((name) => !isTransport(name));
}
