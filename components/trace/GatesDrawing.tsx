import { stages } from '@/lib/http-auth/decision';
import type { GateState } from './gate-states';

const pitch = 160;
const half = 39;
const ground = 120;
const spring = 68;
const walk = spring + 17;
const arch = `M${-half} ${ground}V${spring}A${half} ${half} 0 0 1 ${half} ${spring}V${ground}`;
const leaf = `M${-half} ${ground}V${spring}C${-half} 54 ${-half + 6} 46 ${-half + 14} 41V${ground - 8}Z`;
const seam = `M0 ${spring - half + 5}V${spring - 5}M0 ${spring + 37}V${ground}`;

const slate = {
  fill: 'fill-s400-fill',
  on: 'fill-s400-on',
  seam: 'stroke-s400-on',
};
const tones: Record<number, typeof slate> = {
  401: { fill: 'fill-s401-fill', on: 'fill-s401-on', seam: 'stroke-s401-on' },
  403: { fill: 'fill-s403-fill', on: 'fill-s403-on', seam: 'stroke-s403-on' },
};

interface BearingProps {
  readonly status: number | null;
  readonly tone: string;
  readonly isSmall: boolean;
}

function Bearing({ status, tone, isSmall }: BearingProps) {
  return (
    <text
      y={spring + (isSmall ? 30 : 27)}
      textAnchor="middle"
      className={`font-display font-bold ${isSmall ? 'text-[38px]' : 'text-[32px]'} ${tone}`}
    >
      {status}
    </text>
  );
}

interface GateProps {
  readonly state: GateState;
  readonly status: number | null;
  readonly isSmall: boolean;
}

/** What lies behind the way of the request: the closed gate, the open one seen through, or a bare doorway. */
function Gate({ state, status, isSmall }: GateProps) {
  const tone = tones[status ?? 0] ?? slate;
  switch (state) {
    case 'refused':
      return (
        <>
          <path d={`${arch}Z`} className={tone.fill} />
          <path d={seam} strokeWidth="1.5" className={`opacity-35 ${tone.seam}`} />
          <Bearing status={status} tone={tone.on} isSmall={isSmall} />
        </>
      );
    case 'passed':
      return (
        <>
          <path d={`${arch}Z`} className="fill-s2xx-ground" />
          {[1, -1].map((side) => (
            <g key={side} transform={`scale(${side} 1)`}>
              <path
                d={leaf}
                className="origin-left animate-gate fill-s2xx-fill opacity-40 [transform-box:fill-box]"
              />
            </g>
          ))}
        </>
      );
    case 'unasked':
      return <path d={arch} fill="none" strokeWidth={isSmall ? 3 : 1.5} className="stroke-control" />;
    default:
      return (
        <>
          <path
            d={arch}
            fill="none"
            strokeWidth={isSmall ? 4 : 1.5}
            strokeDasharray={isSmall ? '7 9' : '3 5'}
            strokeLinecap="round"
            className="stroke-control"
          />
          {state === 'hidden' ? <Bearing status={status} tone="fill-soft" isSmall={isSmall} /> : null}
        </>
      );
  }
}

/** The way of the request: a line to the gate that stopped it, or an arrow out on the right. */
function Way({ states, sent, isSmall }: Pick<GatesDrawingProps, 'states' | 'isSmall'> & { sent: boolean }) {
  const stop = states.findIndex((state) => state !== 'passed' && state !== 'unasked');
  const through = sent && stop < 0;
  const end = through ? 468 : sent ? pitch * stop + pitch / 2 - half - 10 : 12;
  return (
    <g
      className="stroke-brand"
      strokeWidth={isSmall ? 6 : 3}
      strokeLinecap="round"
      strokeLinejoin="round"
      fill="none"
    >
      {sent ? (
        <path d={`M12 ${walk}H${end}`} pathLength="1" strokeDasharray="1 1" className="animate-way" />
      ) : null}
      {through ? (
        <path d={`M${end - 9} ${walk - 8}L${end} ${walk}L${end - 9} ${walk + 8}`} />
      ) : (
        <circle cx={end} cy={walk} r={isSmall ? 8 : 5} strokeWidth="0" className="fill-brand" />
      )}
    </g>
  );
}

interface GatesDrawingProps {
  readonly states: readonly GateState[];
  readonly status: number | null;
  /** Lines and numbers are heavier, so that they can be seen where the drawing is small. */
  readonly isSmall?: boolean;
}

/** The drawing of the three gates, as wide as its column. */
export function GatesDrawing({ states, status, isSmall = false }: GatesDrawingProps) {
  const gates = stages.map((stage, index) => ({
    stage,
    state: states[index] ?? 'unreached',
    place: `translate(${pitch * index + pitch / 2} 0)`,
  }));
  return (
    <svg
      viewBox={`0 16 ${pitch * 3} ${ground - 4}`}
      className="block h-auto w-full overflow-visible forced-color-adjust-none"
      aria-hidden="true"
    >
      <path
        d={`M4 ${ground}H${pitch * 3 - 4}`}
        strokeWidth="1.5"
        strokeLinecap="round"
        className="stroke-line-strong"
      />
      {gates.map(({ stage, state, place }) => (
        <g key={stage} transform={place}>
          <Gate state={state} status={status} isSmall={isSmall} />
        </g>
      ))}
      <Way states={states} sent={status !== null} isSmall={isSmall} />
      {gates
        .filter(({ state }) => state === 'passed')
        .map(({ stage, place }) => (
          <path
            key={stage}
            d={arch}
            transform={place}
            fill="none"
            strokeWidth={isSmall ? 5 : 2.5}
            strokeLinecap="round"
            className="stroke-s2xx-fill"
          />
        ))}
    </svg>
  );
}
