import { PageOrigin } from '@/components/ui/PageOrigin';
import type { Field } from '@/lib/http-auth/message';
import type { KnockState } from './use-knock';
import { WireMessage } from './WireMessage';

const shown = ['host', 'accept', 'authorization'];
const lit = '-mx-1.5 rounded-sm bg-brand-ground px-1.5 pl-[calc(2ch+0.375rem)] text-brand animate-lit';

/** What was sent, or is about to be. */
export function KnockRequest({ state, host }: { state: KnockState; host: string }) {
  return (
    <>
      <h2 className="mb-2 font-sans text-[0.8125rem] font-normal tracking-normal text-faint">
        {state.phase === 'idle' ? 'You send' : 'You sent'}
      </h2>
      <Lines state={state} host={host} />
    </>
  );
}

function Lines({ state, host }: { state: KnockState; host: string }) {
  if (state.phase === 'answered') {
    const { method, target, fields } = state.exchange.request;
    return (
      <WireMessage
        startLine={`${method} ${target} HTTP/1.1`}
        fields={fields}
        shown={shown}
        marks={{ authorization: lit }}
        rest={
          state.isLogged ? `All ${fields.length} headers, in order` : 'All headers, as this page knows them'
        }
      />
    );
  }
  const request = state.phase === 'idle' ? undefined : state.request;
  const fields: Field[] = request?.credentials ? [['Authorization', request.credentials.value]] : [];
  return (
    <p className="font-mono text-wire wrap-wire text-faint">
      <span className="block pl-[2ch] -indent-[2ch]">
        GET {request?.target ?? '/api/sandbox/first-401/your-attempt-here/'} HTTP/1.1
      </span>
      <span className="block">
        Host: <PageOrigin part="host" word={host} />
      </span>
      <span className="block">Accept: */*</span>
      {fields.map(([name, value]) => (
        <span key={name} className={`block pl-[2ch] -indent-[2ch] ${lit}`}>
          {name}: {value}
        </span>
      ))}
    </p>
  );
}
