/** Runs every check over every exchange of a reading. */
import { authorizationChecks, nameChecks, presenceChecks } from './checks/authorization';
import { basicChecks } from './checks/basic';
import { cookieChecks, corsChecks, preflightChecks, socketChecks } from './checks/browser';
import { blockChecks, cacheChecks, challengeChecks, disguiseChecks } from './checks/challenge';
import { clockChecks, digestChecks, presignedChecks, redirectChecks } from './checks/hops';
import { lifetimeChecks } from './checks/lifetime';
import { headersAsBodyFindings, replacedFindings } from './checks/program';
import { secretFileFindings } from './checks/secret-file';
import { tokenChecks, tokenFindings } from './checks/token';
import type { Check, Finding } from './finding';
import type { GoodReading } from './reading';

const checks: readonly Check[] = [
  authorizationChecks,
  basicChecks,
  tokenChecks,
  lifetimeChecks,
  presignedChecks,
  preflightChecks,
  redirectChecks,
  digestChecks,
  presenceChecks,
  challengeChecks,
  corsChecks,
  cookieChecks,
  socketChecks,
  blockChecks,
  clockChecks,
  nameChecks,
  cacheChecks,
  disguiseChecks,
];

/** What was seen in each exchange; of findings that say the same, the first. */
export function findingsIn(reading: GoodReading, now: number): Finding[] {
  const findings = reading.exchanges.flatMap((exchange, index) =>
    checks.flatMap((check) => check({ reading, exchange, index, now })),
  );
  findings.push(
    ...replacedFindings(reading),
    ...headersAsBodyFindings(reading),
    ...secretFileFindings(reading),
  );
  const [token] = reading.tokens;
  if (!reading.exchanges.length && token) {
    findings.push(...tokenFindings({ reading, exchange: { form: 'token' }, index: -1, now }, token));
  }
  const seen = new Set<string>();
  return findings.filter(({ check, statement, exchange }) => {
    const key = statement || `${check} ${exchange}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
