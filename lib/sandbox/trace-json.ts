/** JSON of what has a trace. The checks are the same in every request, so their text is made once. */
import type { Step } from '@/lib/http-auth/decision';

/** How a step begins, up to its evidence: `indented` as in a body that is indented by two spaces. */
interface Beginning {
  readonly step: Step;
  readonly indented: string;
  readonly plain: string;
}

/** Some checks are worded for a resource, such as one of a role; there are some hundreds in all. */
const most = 2_000;
const beginnings = new Map<string, Beginning>();

function beginningOf(step: Step): Beginning {
  const before = beginnings.get(step.check);
  if (before && isSame(before.step, step)) return before;
  const { stage, check, rule, failure, outcome } = step;
  // No evidence is kept: it is made of what somebody sent.
  const start: Step = { stage, check, rule, ...(failure !== undefined && { failure }), outcome, saw: '' };
  const indented = JSON.stringify(start, null, 2).replaceAll('\n', '\n    ');
  const made = {
    step: start,
    indented: `    ${indented.slice(0, indented.lastIndexOf('""'))}`,
    plain: JSON.stringify(start).slice(0, -'""}'.length),
  };
  if (beginnings.size >= most) beginnings.clear();
  beginnings.set(step.check, made);
  return made;
}

function isSame(a: Step, b: Step): boolean {
  return a.outcome === b.outcome && a.stage === b.stage && a.rule === b.rule && a.failure === b.failure;
}

/**
 * What `JSON.stringify(content, null, 2)` gives, much faster where `trace`, the last member of `content`, is a trace.
 */
export function indentedJson(content: object): string {
  const { trace } = content as { readonly trace?: readonly Step[] };
  if (!Array.isArray(trace) || !trace.length) return JSON.stringify(content, null, 2);
  const head = JSON.stringify({ ...content, trace: undefined }, null, 2);
  let items = '';
  for (const step of trace as readonly Step[]) {
    const expected =
      step.expected === undefined ? '' : `,\n      "expected": ${JSON.stringify(step.expected)}`;
    items += `${items && ',\n'}${beginningOf(step).indented}${JSON.stringify(step.saw)}${expected}\n    }`;
  }
  return `${head === '{}' ? '{' : `${head.slice(0, -2)},`}\n  "trace": [\n${items}\n  ]\n}`;
}

/** What `JSON.stringify` gives of `{ ...content, trace }`. */
export function jsonWithTrace(content: object, trace: readonly Step[]): string {
  const head = JSON.stringify(content);
  let items = '';
  for (const step of trace) {
    const expected = step.expected === undefined ? '' : `,"expected":${JSON.stringify(step.expected)}`;
    items += `${items && ','}${beginningOf(step).plain}${JSON.stringify(step.saw)}${expected}}`;
  }
  return `${head === '{}' ? '{' : `${head.slice(0, -1)},`}"trace":[${items}]}`;
}
