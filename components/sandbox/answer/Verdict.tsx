import { CircleCheck } from 'lucide';
import { Gates } from '@/components/trace/Gates';
import { tracedGates, verdict } from '@/components/trace/verdict';
import { Icon } from '@/components/ui/Icon';
import { statusTone } from '@/components/ui/status';
import type { Shown } from '../send';
import { reasonFor } from './reason';

interface VerdictProps {
  readonly shown: Shown;
  /** The status of the answer before it. */
  readonly was: number | undefined;
  /** Another request was loaded since. */
  readonly isOld?: boolean;
}

/** What came and why, in one look: the status, the three gates, and what was seen beside what was expected. */
export function Verdict({ shown, was, isOld = false }: VerdictProps) {
  const { response, trace, solved } = shown;
  const { status, reason } = response;
  const { ground, text } = statusTone(status);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls
    <div
      role="group"
      aria-label="Verdict"
      className={`@container min-h-28 px-4 py-3 ${isOld ? 'bg-sunk' : status === 404 ? 'bg-raised' : ground}`}
    >
      {isOld ? (
        <p className="mb-2 text-sm font-semibold">
          This is the response to the previous request. Your changes are not sent yet.
        </p>
      ) : null}
      <div className="grid grid-cols-[7rem_minmax(0,1fr)] items-center gap-x-4 gap-y-2 @md:grid-cols-[9rem_minmax(0,1fr)]">
        <div className={`@md:row-span-2 ${isOld ? 'opacity-60' : ''}`}>
          <Gates status={status} stages={tracedGates(status, trace)} size="small" />
        </div>
        <div className="flex flex-wrap items-baseline gap-x-3">
          <h3 className={`text-xl tracking-tight ${isOld ? 'text-soft' : text}`}>
            {status} <span className="font-medium">{reason}</span>
          </h3>
          {was && was !== status ? (
            <span className={`rounded-sm text-xs ${isOld ? 'text-soft' : `animate-lit ${text}`}`}>
              was {was}
            </span>
          ) : null}
        </div>
        <div className="text-sm @max-md:col-span-2 @md:col-start-2">
          {solved ? (
            <p className="mb-0.5 flex items-center gap-1.5 font-semibold text-s2xx-text">
              <Icon of={CircleCheck} className="size-4 shrink-0" aria-hidden="true" />
              That is the response this exercise asks for. Solved.
            </p>
          ) : null}
          <p className="font-semibold wrap-anywhere">{verdict(status, trace)}.</p>
          <Why shown={shown} />
        </div>
      </div>
    </div>
  );
}

/** One sentence: what was wrong, and what would be right. */
function Why({ shown }: { shown: Shown }) {
  const why = reasonFor(shown);
  if (!why) return null;
  if (why.kind === 'words') {
    return (
      <p className="mt-0.5 wrap-anywhere">
        {why.text}
        {why.value ? <Evidence text={why.value} /> : null}
      </p>
    );
  }
  const { saw, expected } = why;
  return (
    <p className="mt-0.5 wrap-anywhere">
      Saw
      <Evidence text={saw} />
      {expected ? (
        <>
          , expected
          <Evidence text={expected} />
        </>
      ) : null}
      .
    </p>
  );
}

/** Text from the wire or from a check, set off from the sentence that holds it. */
function Evidence({ text }: { text: string }) {
  return (
    <>
      {' '}
      <bdi className="font-mono text-wire">{text}</bdi>
    </>
  );
}
