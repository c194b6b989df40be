import { Message } from '@/components/lesson/Message';
import { Gates } from '@/components/trace/Gates';
import { tracedGates, verdict } from '@/components/trace/verdict';
import type { ShownExchange, ShownMessage } from '@/lib/diagnose/show';
import type { WireLine } from '@/lib/draft/wire-lines';

const untouched = { syntax: 'unreached', authentication: 'unreached', authorization: 'unreached' } as const;

/** Headers that say something about a refusal; the others are folded away. */
const telling =
  /^(?:www-authenticate|proxy-authenticate|authorization|proxy-authorization|cookie|set-cookie|origin|location|date|server|host|:authority|access-control-.*|sec-fetch-.*|.*(?:api-?key|token|csrf|signature|amz|ratelimit).*|cf-.*|age|x-cache|via|retry-after|upgrade|content-type)$/i;

function lines({ startLine, fields, body }: ShownMessage, isWhole: boolean): WireLine[] {
  const shown = isWhole ? fields : fields.filter(([name]) => telling.test(name));
  return [
    { kind: 'start', name: '', value: startLine },
    ...shown.map(([name, value]) => ({ kind: 'field' as const, name, value })),
    ...(isWhole && body
      ? ['', ...body.split('\n').slice(0, 60)].map((value) => ({ kind: 'body' as const, name: '', value }))
      : []),
  ];
}

/** One exchange as it was read, secrets masked, with the gates as far as its status tells. */
export function ReadExchange({ exchange }: { readonly exchange: ShownExchange }) {
  const { request, response, status, gate, form } = exchange;
  return (
    <figure className="overflow-hidden rounded-xl border border-line bg-raised">
      <figcaption className="border-b border-line px-4 py-2 text-sm text-soft">Read as {form}</figcaption>
      {request ? <Side label="Sent" message={request} /> : <Missing text="No request is shown." />}
      {response ? (
        <div className="border-t border-line">
          <Side label="Received" message={response} status={status} />
        </div>
      ) : (
        <Missing text="No response is shown." />
      )}
      {status ? (
        <div className="border-t border-line bg-sunk/60 px-4 pt-4 pb-3">
          <div className="mx-auto max-w-90">
            <Gates status={status} stages={gate === 'elsewhere' ? untouched : tracedGates(status, [])} />
          </div>
          <p className="mt-2 text-center text-sm text-balance">
            {gate === 'elsewhere' ? 'No gate of the application was asked' : verdict(status, [])}
          </p>
        </div>
      ) : null}
    </figure>
  );
}

function Missing({ text }: { text: string }) {
  return <p className="border-t border-line px-4 py-2.5 text-sm text-faint first:border-t-0">{text}</p>;
}

interface SideProps {
  readonly label: string;
  readonly message: ShownMessage;
  readonly status?: number;
}

function Side({ label, message, status }: SideProps) {
  const brief = lines(message, false);
  const whole = lines(message, true);
  return (
    <div className="px-4 py-3">
      <p className="mb-1 text-[0.8125rem] text-faint">{label}</p>
      <bdi>
        <Message lines={brief} status={status} />
      </bdi>
      {whole.length > brief.length ? (
        <details className="mt-1.5">
          <summary className="w-fit rounded-sm py-0.5 text-[0.8125rem] text-faint hover:text-ink">
            All of it
          </summary>
          <div className="mt-2 border-t border-line pt-2">
            <bdi>
              <Message lines={whole} status={status} />
            </bdi>
          </div>
        </details>
      ) : null}
    </div>
  );
}
