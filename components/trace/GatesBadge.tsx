import { GatesMark } from './GatesMark';
import { gatesOf } from './gate-states';

/** The gates at which these statuses are given, as high as a line of text. */
export function GatesBadge({ statuses }: { statuses: readonly number[] }) {
  const gates = gatesOf(statuses);
  return (
    <GatesMark
      states={gates.map(({ state }) => state)}
      tones={gates.map(({ status }) => status)}
      label={`About ${statuses.join(', ')}`}
    />
  );
}
