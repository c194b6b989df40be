import { stages } from '@/lib/http-auth/decision';
import { GatesMark } from './GatesMark';
import { gateStates } from './gate-states';

/** The gates at which these statuses are given, as high as a line of text. */
export function GatesBadge({ statuses }: { statuses: readonly number[] }) {
  const stops = statuses.map((status) => gateStates(status));
  const last = Math.max(...stops.map((states) => states.findLastIndex((state) => state !== 'unreached')));
  const gates = stages.map((_, gate) => {
    const at = stops.findIndex((states) => states[gate] === 'refused' || states[gate] === 'hidden');
    return { state: stops[at]?.[gate] ?? (gate > last ? 'unreached' : 'passed'), tone: statuses[at] ?? 200 };
  });
  return (
    <GatesMark
      states={gates.map(({ state }) => state)}
      tones={gates.map(({ tone }) => tone)}
      label={`About ${statuses.join(', ')}`}
    />
  );
}
