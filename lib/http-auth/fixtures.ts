/** What the tests of this folder share: a clock that stands still, messages, and a look at one step. */
import type { Note, Step } from './decision';
import { utf8Octets } from './draft';
import { param } from './grammar';
import type { Field, Message } from './message';
import type { Authentication, Env, Scheme } from './scheme';

/** The time of every test: 23 November 2026, ten in the morning. */
export const now = new Date('2026-11-23T10:00:00Z');

export const env: Env = {
  now: () => now,
  random: (bytes) => new Uint8Array(bytes),
  origin: 'https://doorman.example',
  firstUse: async () => true,
  higher: async () => true,
  remember: async () => {},
  recall: async () => undefined,
};

/** A GET with these field lines; values are text and become UTF-8. */
export function request(fields: readonly Field[], more: Partial<Message> = {}): Message {
  return {
    method: 'GET',
    target: '/door',
    fields: fields.map(([name, value]) => [name, utf8Octets(value)] as const),
    body: new Uint8Array(),
    ...more,
  };
}

/** A GET with an Authorization field line for each value. */
export function authorized(...values: string[]): Message {
  return request(values.map((value) => ['Authorization', value]));
}

/** What a scheme makes of a message, with the steps and the last of them. */
export async function verified(scheme: Scheme, message: Message, at = now) {
  const steps: Step[] = [];
  const note: Note = (step) => steps.push(step);
  const authentication: Authentication = await scheme.verify(
    message,
    'lobby',
    { ...env, now: () => at },
    note,
  );
  return { authentication, steps, last: steps.at(-1) };
}

/** An outcome with the `error` of its challenge (RFC 6750 §3). Throws where the description has illegal characters. */
export function outcomeOf(authentication: Authentication): string {
  if (!('params' in authentication)) return authentication.outcome;
  const description = param(authentication, 'error_description');
  if (!/^[ !#-[\]-~]+$/.test(description ?? '')) throw new Error(`Illegal error_description: ${description}`);
  return `${authentication.outcome}: ${param(authentication, 'error')}`;
}

/**
 * How much of the processor's time a run takes, in milliseconds: a machine that is busy with something else does not make
 * it longer. The best of three where it is slow, since the first run may be the one that is compiled.
 */
export async function duration(run: () => unknown): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let tries = 0; tries < 3 && best >= 50; tries += 1) {
    const before = process.cpuUsage();
    await run();
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}
