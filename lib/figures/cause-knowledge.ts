/** What the diagnosis knows, out of the heads of the causes, and its answer as text. */
import { listCauses } from '@/lib/content/causes';
import { asText } from '@/lib/diagnose/as-text';
import { type Diagnosis, diagnose } from '@/lib/diagnose/diagnose';
import type { CauseKnowledge } from '@/lib/diagnose/knowledge';
import { type Knowledge, prepare } from '@/lib/diagnose/rank';
import { read } from '@/lib/diagnose/read';

let made: Knowledge | undefined;

/** The heads of all causes, as far as a diagnosis needs them. */
export function causeKnowledge(): CauseKnowledge[] {
  return listCauses().map(
    ({ slug, title, summary, inShort, statuses, asks, exercise, says, signs, proof }): CauseKnowledge => ({
      slug,
      title,
      summary,
      inShort,
      statuses,
      asks,
      ...(exercise && { exercise }),
      ...(says && { says }),
      ...(signs && { signs }),
      ...(proof && { proof }),
    }),
  );
}

/** What a pasted text shows. `now` is in milliseconds since 1970. */
export function diagnosisOf(text: string, now: number): Diagnosis {
  // A server makes the index once, development anew.
  if (process.env.NODE_ENV !== 'production') return diagnose(read(text), prepare(causeKnowledge()), now);
  made ??= prepare(causeKnowledge());
  return diagnose(read(text), made, now);
}

/** The answer for a terminal. `origin` stands before its addresses. */
export const diagnosisText = (text: string, now: number, origin: string) =>
  asText(diagnosisOf(text, now), origin);
