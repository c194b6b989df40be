/** What the diagnosis knows, out of the heads of the causes, and its answer as text. */
import { listCases } from '@/lib/content/cases';
import { causeText, listCauses } from '@/lib/content/causes';
import { loadCues } from '@/lib/content/cues';
import { loadReports } from '@/lib/content/reports';
import { loadSnippets } from '@/lib/content/snippets';
import { asText } from '@/lib/diagnose/as-text';
import { type Diagnosis, diagnose } from '@/lib/diagnose/diagnose';
import { wordsOfExamples } from '@/lib/diagnose/examples';
import type { CauseKnowledge } from '@/lib/diagnose/knowledge';
import { type Knowledge, prepare } from '@/lib/diagnose/rank';
import { read } from '@/lib/diagnose/read';
import { stackNamed } from '@/lib/diagnose/stack';
import { termsOf } from '@/lib/diagnose/words';
import { readDiagnosis } from '@/next/build-facts.mjs';
import { causeSays } from './cause-says';

let made: Knowledge | undefined;

/** Short names of the stacks that the snippets of a text are written for. */
function stacksIn(text: string): string[] {
  const sets = [...text.matchAll(/<Snippets set="([a-z0-9-]+)"/g)].map(([, name = '']) => name);
  const titles = sets.flatMap((name) => loadSnippets(name).snippets.map(({ title }) => title));
  return [...new Set(titles.flatMap((title) => stackNamed(title) ?? []))];
}

/** The heads of all causes, as far as a diagnosis needs them, and what is learnt from the cases. */
export function causeKnowledge(): CauseKnowledge[] {
  const causes = listCauses();
  const says = causeSays(causes);
  const reports = loadReports();
  const examples = wordsOfExamples(listCases());
  return causes.map(
    ({ slug, title, summary, inShort, statuses, asks, exercise, signs, symptoms, proof, file }) => ({
      slug,
      stacks: stacksIn(causeText(file)),
      // Sorted, they take half the bytes: alike words stand together.
      reports: [...new Set(termsOf((reports[slug] ?? []).join('\n'), Number.POSITIVE_INFINITY))]
        .sort()
        .join(' '),
      examples: examples.get(slug),
      title,
      summary,
      inShort,
      statuses,
      asks,
      ...(exercise && { exercise }),
      // Where a text was seen is on the page of the cause; here it would be a seventh of all bytes.
      says: (says.get(slug) ?? []).map(({ text, tool, shared }) => ({
        text,
        tool,
        ...(shared && { shared }),
      })),
      ...(signs && { signs }),
      ...(symptoms && { symptoms }),
      ...(proof && { proof }),
    }),
  );
}

const knowledge = () => prepare(causeKnowledge(), loadCues());

/** What this build knows. The content on the disk may be that of the next one already. */
function builtKnowledge(): Knowledge {
  const { causes, cues } = readDiagnosis(`${process.cwd()}/${process.env.DOORMAN_BUILD_FOLDER ?? '.next'}`);
  return prepare(causes, cues);
}

/** What a pasted text shows. `now` is in milliseconds since 1970. */
export function diagnosisOf(text: string, now: number): Diagnosis {
  // A server makes the index once, development again for each text.
  if (process.env.NODE_ENV !== 'production') return diagnose(read(text), knowledge(), now);
  made ??= builtKnowledge();
  return diagnose(read(text), made, now);
}

/** The answer for a terminal. `origin` stands before its addresses. */
export const diagnosisText = (text: string, now: number, origin: string) =>
  asText(diagnosisOf(text, now), origin);
