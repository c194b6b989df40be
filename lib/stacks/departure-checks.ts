/** Every check, those of challenges first. */
import { challengeChecks } from './challenge-checks';
import type { DepartureCheck } from './departure-check';
import { statusChecks } from './status-checks';

export const departureChecks: readonly DepartureCheck[] = [...challengeChecks, ...statusChecks];
