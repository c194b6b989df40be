/** In development: what was edited answers the next request, though the front door stays as it was started. */
import { processWide } from '@/lib/process-wide';
import type { Wire } from '@/lib/wire/tap';

type AnswerWire = (wire: Wire) => Promise<void>;

// The framework loads a route anew when a file of it was edited, so the route brings the newest of all modules.
const edited = processWide('edited', (): { answer?: AnswerWire } => ({}));

/** No exercise and no attempt: the framework loads the route for it. */
const place = '/api/sandbox/-/-';

/** Called by the route each time it is loaded. */
export function offerEdited(answer: AnswerWire): void {
  edited().answer = answer;
}

/** Has the framework load the route, and answers with what the route brought. `pass` hands a request to the framework. */
export async function answerEdited(wire: Wire, pass: () => void): Promise<void> {
  if (wire.target === place) return pass();
  const { localAddress = '', localPort } = wire.request.socket;
  const host = localAddress.includes(':') ? `[${localAddress}]` : localAddress;
  await fetch(`http://${host}:${localPort}${place}`).catch(() => undefined);
  const { answer } = edited();
  if (answer) await answer(wire);
  else pass();
}
