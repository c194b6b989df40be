/** Runs drafts of an exercise one request at a time at one server, so that what one changes another meets. */

import type { Exchange } from '@/lib/draft/exchange';
import { type Ask, type Asked, type DraftMaker, type Wallet, walletValues } from '@/lib/exercises/exercise';
import type { Draft } from '@/lib/http-auth/draft';
import type { OpenResource } from '@/lib/sandbox/open-resource';
import { asker, draftMaker, figureResource, run } from './figure';

export interface Turn {
  /** Sends the next request of this draft: those that it needs first, then itself. After that it begins anew. */
  readonly draft: string;
  /** True where it is sent to the server's other origin. */
  readonly elsewhere?: boolean | undefined;
}

export interface SequenceRun {
  /** One for each turn; undefined where there was none. */
  readonly exchanges: readonly (Exchange | undefined)[];
  /** The drafts that have more requests than there were turns. */
  readonly unsent: readonly string[];
}

/** The exchanges of `turns`, in their order. Throws where there is no such exercise or draft, as `figureDraft` does. */
export async function runSequence(slug: string, turns: readonly (Turn | undefined)[]): Promise<SequenceRun> {
  const open = await figureResource(slug);
  const wallet = await walletValues(open.resource);
  const begun = new Map<string, Requests>();
  const exchanges: (Exchange | undefined)[] = [];
  for (const turn of turns) {
    if (!turn) {
      exchanges.push(undefined);
      continue;
    }
    const requests = begun.get(turn.draft) ?? requestsOf(draftMaker(open, turn.draft), wallet, open);
    const { draft, answer, isLast } = await requests();
    const exchange = await run(draft, open, turn.elsewhere);
    answer(exchange.response);
    exchanges.push(exchange);
    if (isLast) begun.delete(turn.draft);
    else begun.set(turn.draft, requests);
  }
  return { exchanges, unsent: [...begun.keys()] };
}

interface Waiting {
  readonly draft: Draft;
  readonly answer: (response: Asked) => void;
  readonly isLast: boolean;
}

/** Brings the next request of a draft that is being made, which waits for its answer before it goes on. */
type Requests = () => Promise<Waiting>;

function requestsOf(make: DraftMaker, wallet: Wallet, open: OpenResource): Requests {
  const waiting: Waiting[] = [];
  let wake = () => {};
  const ask: Ask = Object.assign(
    (draft: Draft) =>
      new Promise<Asked>((answer) => {
        waiting.push({ draft, answer, isLast: false });
        wake();
      }),
    { resource: asker(open).resource, now: asker(open).now },
  );
  const made = (async () => {
    const draft = await make(wallet, ask);
    waiting.push({ draft, answer: () => {}, isLast: true });
  })();
  return async () => {
    if (!waiting.length) await Promise.race([made, new Promise<void>((resolve) => (wake = resolve))]);
    const next = waiting.shift();
    if (!next) throw new Error('A draft of an exercise was made and sends nothing.');
    return next;
  };
}
