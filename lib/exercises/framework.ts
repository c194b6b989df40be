/** What a framework sends for a decision of the gates: its settings choose status and challenges, not the gates. */
import type { Decision } from '@/lib/http-auth/decision';
import { formatChallenge } from '@/lib/http-auth/grammar';
import type { Field } from '@/lib/http-auth/message';
import type { Reply } from './exercise';

/** The challenges of a decision as field lines; of one scheme alone where `scheme` names it. */
export function challengeLines(decision: Decision, scheme?: string): readonly Field[] {
  const challenges = 'challenges' in decision ? decision.challenges : [];
  return challenges
    .filter((challenge) => scheme === undefined || challenge.scheme === scheme)
    .map((challenge): Field => ['WWW-Authenticate', formatChallenge(challenge)]);
}

/** The answer that the gates themselves would give; `content` is what a request that gets through finds. */
export function plainAnswer(decision: Decision, content: Readonly<Record<string, unknown>>): Reply {
  const { status, trace } = decision;
  if (status === 200) return { status, trace, content: { principal: decision.principal.name, ...content } };
  return { status, trace, fields: challengeLines(decision) };
}
