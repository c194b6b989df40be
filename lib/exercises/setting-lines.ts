/** Settings that a learner writes as lines, such as `stale: repeat`, with the values that each may have. */
import { failed, type Step } from '@/lib/http-auth/decision';
import { inert } from '@/lib/http-auth/evidence';
import { proposalCheck, type Reading } from './proposal';
import { readHeaders } from './proposed-answer';

/** The values that each setting may have; the first stands for a line that is left out. */
export type SettingValues<N extends string> = Readonly<Record<N, readonly [string, ...string[]]>>;

const readable = proposalCheck(
  'each line is a setting that there is, once, with one of its values',
  'RFC 9110 §15.5.1',
);

/** Reads lines such as `name: value`, or a JSON object with `headers`. */
export function readSettings<N extends string>(
  body: Uint8Array,
  values: SettingValues<N>,
): Reading<Readonly<Record<N, string>>> {
  const read = readHeaders(body);
  if (!read.ok) return read;
  const names = Object.keys(values) as N[];
  const given = new Map<string, string>();
  const no = (saw: string, expected: string) => {
    const step: Step = failed(readable, saw, expected);
    return { ok: false as const, trace: [step] };
  };
  for (const [line, text] of read.value) {
    const name = names.find((listed) => listed === line.toLowerCase());
    if (!name) return no(inert(line, 40), names.join(', '));
    if (given.has(name)) return no(`${name} twice`, 'one line for each setting');
    const value = text.trim().toLowerCase();
    if (!values[name].includes(value)) return no(`${name}: ${inert(text, 40)}`, listed(values[name]));
    given.set(name, value);
  }
  const all = names.map((name) => [name, given.get(name) ?? values[name][0]] as const);
  return { ok: true, value: Object.fromEntries(all) as Record<N, string>, trace: [] };
}

/** The values in words: the bounds where they are numbers. */
function listed(values: readonly string[]): string {
  const numbers = values.map(Number);
  if (!numbers.every(Number.isInteger)) return values.join(', ');
  return `a number from ${Math.min(...numbers)} to ${Math.max(...numbers)}`;
}

/** The lines that `readSettings` reads. */
export function writeSettings(settings: Readonly<Record<string, string>>): string {
  return Object.entries(settings)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');
}
