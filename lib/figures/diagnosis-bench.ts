/** How long a diagnosis takes, in milliseconds of one core: for `npm run bench:diagnose`. */
import { measured } from '@/lib/diagnose/bench.fixtures';
import { diagnosisOf } from './cause-knowledge';

export interface Measure {
  readonly name: string;
  readonly most: number;
  /** One for each round, after some that are not counted. */
  readonly milliseconds: readonly number[];
}

/** Measures every text `rounds` times. `clock` gives the milliseconds that this process has used of a core. */
export function measureDiagnosis(rounds: number, clock: () => number): Measure[] {
  return measured.map(({ name, text, most }) => {
    const round = () => {
      const begun = clock();
      diagnosisOf(text, 0);
      return clock() - begun;
    };
    for (let warm = 0; warm < 3; warm += 1) round();
    return { name, most, milliseconds: Array.from({ length: rounds }, round) };
  });
}
