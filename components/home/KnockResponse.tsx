import { statusTone } from '@/components/ui/status';
import type { KnockState } from './use-knock';
import { WireMessage } from './WireMessage';

const shown = ['www-authenticate', 'content-type'];

/** What the server answered, or what there is instead of an answer. */
export function KnockResponse({ state }: { state: KnockState }) {
  return (
    <>
      <h2 className="mb-2 flex justify-between font-sans text-[0.8125rem] font-normal tracking-normal text-faint">
        The server answered
        {state.phase === 'answered' && state.exchange.milliseconds > 0 ? (
          <span className="tabular-nums">{state.exchange.milliseconds} ms</span>
        ) : null}
      </h2>
      <Lines state={state} />
    </>
  );
}

function Lines({ state }: { state: KnockState }) {
  switch (state.phase) {
    case 'idle':
      return <p className="font-mono text-wire text-faint">Nothing yet.</p>;
    case 'sending':
      return <p className="font-mono text-wire text-faint">{state.slow ? 'Still nothing.' : '…'}</p>;
    case 'failed':
      return <p className="font-mono text-wire text-ink">No response, and so no status.</p>;
    case 'answered': {
      const { status, reason, fields, body } = state.exchange.response;
      const { ground, text } = statusTone(status);
      const key = `-mx-1.5 rounded-sm px-1.5 pl-[calc(2ch+0.375rem)] ${ground} ${text} animate-lit`;
      return (
        <WireMessage
          startLine={`HTTP/1.1 ${status} ${reason}`}
          startTone={text}
          fields={fields}
          shown={shown}
          marks={{ 'www-authenticate': key }}
          body={body}
          rest={
            state.isLogged
              ? `All ${fields.length} headers and the body`
              : 'All headers and the body, as fetch shows them'
          }
        />
      );
    }
  }
}
