/** What a learner sets at the hops of a chain: one word for each setting, out of a list. */
import { failed } from '@/lib/http-auth/decision';
import { inert } from '@/lib/http-auth/evidence';
import type { Rule } from '@/lib/http-auth/rule';
import { proposalCheck, type Reading } from './proposal';
import { readHeaders } from './proposed-answer';

/** The values that each setting may have, by its name; the first stands there at first. */
export type Choices = Readonly<Record<string, readonly string[]>>;
export type Settings<C extends Choices> = { readonly [N in keyof C]: C[N][number] };

/** Reads lines such as `slash: 308`: each setting at most once, with a value that it has. What is left out stays at its first. */
export function readSettings<C extends Choices>(
  body: Uint8Array,
  choices: C,
  rule: Rule = 'RFC 9110 §15.5.1',
): Reading<Settings<C>> {
  const about = proposalCheck('each line is a setting, with a value that it has', rule);
  const read = readHeaders(body);
  if (!read.ok) return read;
  const settings: Record<string, string> = {};
  for (const [line, value] of read.value) {
    const name = line.toLowerCase();
    const values = Object.hasOwn(choices, name) ? choices[name] : undefined;
    const no = (saw: string, expected: string) => ({
      ok: false as const,
      trace: [failed(about, saw, expected)],
    });
    if (!values) return no(inert(line, 40), Object.keys(choices).join(', '));
    if (settings[name] !== undefined) return no(`${name} twice`, 'each setting once');
    if (!values.includes(value)) return no(inert(`${name}: ${value}`, 60), `${name}: ${values.join(' or ')}`);
    settings[name] = value;
  }
  return { ok: true, value: { ...firstOf(choices), ...settings } as Settings<C>, trace: [] };
}

/** Every setting at its first value. */
export function firstOf<C extends Choices>(choices: C): Settings<C> {
  return Object.fromEntries(Object.entries(choices).map(([name, [first]]) => [name, first])) as Settings<C>;
}

/** The lines that `readSettings` reads. */
export function writeSettings(settings: Readonly<Record<string, string>>): string {
  return Object.entries(settings)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');
}
