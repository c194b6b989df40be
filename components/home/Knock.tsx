'use client';
import { Gates } from '@/components/trace/Gates';
import { Button, ButtonLink } from '@/components/ui/Button';
import { exercisePath, type SitePath } from '@/lib/pages';
import { KnockRequest } from './KnockRequest';
import { KnockResponse } from './KnockResponse';
import { KnockWord } from './KnockWord';
import { homePlace } from './knock';
import { useKnock } from './use-knock';

interface KnockProps {
  /** Where to go on reading. */
  readonly lesson: SitePath;
  /** The host that is shown until the page knows its own. */
  readonly host: string;
}

/** Knock, be asked, answer, get in: an exchange with the real server, as it crossed the wire. */
export function Knock({ lesson, host }: KnockProps) {
  const { state, run, cancel } = useKnock();
  const status = state.phase === 'answered' ? state.exchange.response.status : null;
  const exercise = state.phase === 'answered' ? state.request.exercise : 'first-401';

  return (
    <section
      aria-label="Knock at a real door"
      aria-busy={state.phase === 'sending'}
      // For lib/early/early-input.mjs: a press is answered before the program is there.
      data-exercise="first-401"
      data-place={homePlace}
      data-first={JSON.stringify({ path: '/', method: 'GET' })}
      className="overflow-hidden rounded-2xl border border-line bg-raised shadow-lift"
    >
      <KnockWord state={state} run={run} cancel={cancel} lesson={lesson} />

      <div className="grid border-line border-t sm:grid-cols-2">
        <div className="min-h-45 px-4 py-4 sm:min-h-60 sm:px-6">
          <KnockRequest state={state} host={host} />
        </div>
        <div className="min-h-50 border-line px-4 py-4 sm:min-h-60 max-sm:border-t sm:border-l sm:px-6">
          <KnockResponse state={state} />
        </div>
      </div>

      <div className="border-line border-y bg-sunk px-3 pt-7 pb-5 sm:px-8">
        <Gates size="hero" status={status} />
      </div>

      <div className="flex min-h-12 flex-wrap items-center gap-x-2 px-1 py-1.5 sm:px-3">
        <ButtonLink variant="quiet" size="sm" href={exercisePath(exercise)}>
          Open in the sandbox
        </ButtonLink>
        {state.phase === 'idle' ? null : (
          <Button variant="quiet" size="sm" onClick={() => run('knock')}>
            Begin again
          </Button>
        )}
      </div>
    </section>
  );
}
