import { stages } from '@/lib/http-auth/decision';
import type { GateState } from './gate-states';

const fills: Record<number, string> = {
  401: 'fill-s401-fill',
  403: 'fill-s403-fill',
};
const arch = 'M-5 22V8A5 5 0 0 1 5 8V22';

function Gate({ state, tone }: { state: GateState; tone: number }) {
  if (state === 'refused') {
    return <path d={`M-6 22V8A6 6 0 0 1 6 8V22Z`} className={fills[tone] ?? 'fill-s400-fill'} />;
  }
  if (state === 'passed') {
    return <path d={arch} strokeWidth="2" className="fill-s2xx-ground stroke-s2xx-fill" />;
  }
  const dashes = state === 'unasked' ? undefined : '2 2';
  return <path d={arch} fill="none" strokeWidth="1.5" strokeDasharray={dashes} className="stroke-control" />;
}

interface GatesMarkProps {
  readonly states: readonly GateState[];
  readonly tones: readonly number[];
  /** Left out where the words beside it say the same. */
  readonly label?: string;
}

/** The three gates as small as a word: the logo, and the badge of an answer. */
export function GatesMark({ states, tones, label }: GatesMarkProps) {
  return (
    <svg
      viewBox="0 0 44 24"
      className="h-[1.375rem] w-auto shrink-0 forced-color-adjust-none"
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
    >
      {stages.map((stage, index) => (
        <g key={stage} transform={`translate(${7 + index * 15} 0)`}>
          <Gate state={states[index] ?? 'unreached'} tone={tones[index] ?? 200} />
        </g>
      ))}
    </svg>
  );
}
