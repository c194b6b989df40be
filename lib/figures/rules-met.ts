/** Which rules the exercises enforce: read from the traces of their first request and of their solution. */
import { exerciseSlugs, loadExercise } from '@/lib/exercises';
import type { Rule } from '@/lib/http-auth/rule';
import { figure } from './figure';

/** How the sandbox meets a rule. */
export interface RuleMet {
  /** What is checked by it, in the words of the trace. */
  readonly checks: readonly string[];
  /** Slugs and titles of the exercises whose first request fails it. */
  readonly exercises: readonly { readonly slug: string; readonly title: string }[];
}

let met: Promise<ReadonlyMap<Rule, RuleMet>> | undefined;

/** Every rule that an exercise judges by, worked out once for each process. */
export function rulesMet(): Promise<ReadonlyMap<Rule, RuleMet>> {
  met ??= read();
  return met;
}

async function read(): Promise<ReadonlyMap<Rule, RuleMet>> {
  const checks = new Map<Rule, Set<string>>();
  const failures = new Map<Rule, Map<string, string>>();
  for (const slug of exerciseSlugs()) {
    const exercise = await loadExercise(slug);
    if (!exercise) continue;
    const { title, open } = exercise;
    for (const draft of ['start', 'solution']) {
      for (const { rule, check, outcome } of (await figure(slug, draft)).trace) {
        checks.set(rule, (checks.get(rule) ?? new Set()).add(check));
        if (outcome === 'failed' && draft === 'start' && !open) {
          failures.set(rule, (failures.get(rule) ?? new Map<string, string>()).set(slug, title));
        }
      }
    }
  }
  return new Map(
    [...checks].map(([rule, places]) => [
      rule,
      {
        checks: [...places],
        exercises: [...(failures.get(rule) ?? [])].map(([slug, title]) => ({ slug, title })),
      },
    ]),
  );
}
