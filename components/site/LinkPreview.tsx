/** The picture of a link: the title over the three gates. It is drawn at build, by a renderer that knows no CSS file. */
import type { StatusGate } from '@/components/trace/gate-states';

// The dark theme's tokens in app/globals.css, in the notation that the renderer reads.
const colours = {
  paper: '#0f141d',
  line: '#444d5e',
  control: '#687284',
  ink: '#efebe2',
  soft: '#bcb7ad',
  brand: '#98b8f2',
  open: '#4ebe7d',
  openGround: '#12301e',
};
const slate = { fill: '#8390a2', on: '#091018' };
const tones: Record<number, typeof slate> = {
  401: { fill: '#f1b047', on: '#2b1400' },
  403: { fill: '#f05f58', on: '#1e0806' },
};

const pitch = 352;
const half = 86;
const ground = 256;
const spring = 90;
const walk = 170;
const arch = `M${-half} ${ground}V${spring}A${half} ${half} 0 0 1 ${half} ${spring}V${ground}`;
const leaf = `M${-half} ${ground}V${spring}C${-half} 60 ${-half + 13} 42 ${-half + 31} 31V${ground - 18}Z`;

// Functions, not components: the renderer takes nothing but plain elements in a drawing.
function gateAt({ state, status }: StatusGate, x: number) {
  const place = `translate(${x} 0)`;
  if (state === 'refused')
    return <path d={`${arch}Z`} transform={place} fill={(tones[status] ?? slate).fill} />;
  if (state !== 'passed') {
    return (
      <path
        d={arch}
        transform={place}
        fill="none"
        stroke={colours.control}
        strokeWidth="4"
        strokeDasharray="8 10"
      />
    );
  }
  return (
    <g transform={place}>
      <path d={`${arch}Z`} fill={colours.openGround} />
      <path d={leaf} fill={colours.open} opacity="0.4" />
      <path d={leaf} fill={colours.open} opacity="0.4" transform="scale(-1 1)" />
      <path d={arch} fill="none" stroke={colours.open} strokeWidth="6" strokeLinecap="round" />
    </g>
  );
}

/** The way of the request, to the first gate that stopped it or out on the right. */
function way(gates: readonly StatusGate[]) {
  const stop = gates.findIndex(({ state }) => state !== 'passed');
  const end = stop < 0 ? 3 * pitch - 10 : pitch * stop + pitch / 2 - half - 24;
  return (
    <g fill="none" stroke={colours.brand} strokeWidth="7" strokeLinecap="round" strokeLinejoin="round">
      <path d={`M8 ${walk}H${end}`} />
      {stop < 0 ? (
        <path d={`M${end - 20} ${walk - 18}L${end} ${walk}L${end - 20} ${walk + 18}`} />
      ) : (
        <circle cx={end} cy={walk} r="11" fill={colours.brand} stroke="none" />
      )}
    </g>
  );
}

function Bearing({ gate: { state, status }, x }: { gate: StatusGate; x: number }) {
  if (state !== 'refused' && state !== 'hidden') return null;
  const color = state === 'hidden' ? colours.soft : (tones[status] ?? slate).on;
  return (
    <div
      style={{
        position: 'absolute',
        left: x - half,
        top: 112,
        width: 2 * half,
        display: 'flex',
        justifyContent: 'center',
        fontSize: 72,
        color,
      }}
    >
      {status}
    </div>
  );
}

/** Long titles are set smaller: three lines have room. */
function titleSize(title: string): number {
  if (title.length <= 38) return 76;
  if (title.length <= 66) return 64;
  return title.length <= 92 ? 54 : 46;
}

interface LinkPreviewProps {
  readonly title: string;
  /** The three gates, as the badge of the page has them. */
  readonly gates: readonly StatusGate[];
}

/** 1200 by 630 pixels, for a renderer that lays out flex boxes and has one face in bold. */
export function LinkPreview({ title, gates }: LinkPreviewProps) {
  return (
    <div
      style={{
        display: 'flex',
        flexDirection: 'column',
        width: '100%',
        height: '100%',
        padding: '52px 72px 62px',
        background: colours.paper,
        color: colours.ink,
        fontFamily: 'Bricolage Grotesque',
        fontWeight: 700,
      }}
    >
      <div style={{ display: 'flex', fontSize: 34, color: colours.soft, letterSpacing: -0.5 }}>Doorman</div>
      <div style={{ display: 'flex', flex: 1, alignItems: 'center', paddingBottom: 16 }}>
        <div
          style={{
            display: 'flex',
            fontSize: titleSize(title),
            lineHeight: 1.08,
            letterSpacing: -1.5,
            textWrap: 'balance',
          }}
        >
          {title}
        </div>
      </div>
      <div style={{ display: 'flex', position: 'relative', width: 3 * pitch, height: ground + 3 }}>
        <svg
          width={3 * pitch}
          height={ground + 3}
          viewBox={`0 0 ${3 * pitch} ${ground + 3}`}
          aria-hidden="true"
        >
          <path
            d={`M4 ${ground}H${3 * pitch - 4}`}
            stroke={colours.line}
            strokeWidth="4"
            strokeLinecap="round"
          />
          {gates.map((gate, index) => gateAt(gate, pitch * index + pitch / 2))}
          {way(gates)}
        </svg>
        {gates.map((gate, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the gates stand in a fixed order
          <Bearing key={index} gate={gate} x={pitch * index + pitch / 2} />
        ))}
      </div>
    </div>
  );
}
