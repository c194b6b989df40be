/** What a server and a client must be able to do to use one auth-scheme (RFC 9110 §11.1). */
import type { Check, NonEmpty, Note, Principal, Step } from './decision';
import type { AuthParam, Challenge } from './grammar';
import type { Field, Message } from './message';
import type { Rule } from './rule';

/** All that a verifier may know besides the message; injected, so that a test can pin it. */
export interface Env {
  now(): Date;
  random(bytes: number): Uint8Array;
  /** True the first time that `id` is seen, false until `until` has passed. */
  firstUse(id: string, until: Date): Promise<boolean>;
}

/** What a scheme found in a message. Protocol outcomes are values; only programmers' errors throw. */
export type Authentication =
  /** Nothing was presented for this scheme; `saw` says what was there instead. */
  | { readonly outcome: 'absent'; readonly saw: string }
  /** The credentials break the scheme's own grammar: 400. */
  | { readonly outcome: 'malformed'; readonly params: readonly AuthParam[] }
  /** The credentials were understood and are not valid: 401, `params` join the challenge. */
  | { readonly outcome: 'refused'; readonly params: readonly AuthParam[] }
  | {
      readonly outcome: 'authenticated';
      readonly principal: Principal;
      readonly fields?: readonly Field[];
    };

/** One auth-scheme, as a server offers and checks it. */
export interface Scheme {
  readonly name: string;
  /** True where the name is in IANA's registry of authentication schemes (RFC 9110 §16.4.1). */
  readonly registered: boolean;
  readonly rule: Rule;
  /** The field in which the credentials travel. */
  readonly field: string;
  /** Every check that `verify` may note, in order, so that a trace can list what was not reached. */
  readonly checks: readonly Check[];
  /** Parameters that join the challenge where the message broke the syntax before any scheme saw it. */
  readonly malformed: readonly AuthParam[];
  challenge(realm: string, env: Env): Promise<Challenge>;
  /** Notes each check it makes; the last one noted is the one that decided. */
  verify(message: Message, realm: string, env: Env, note: Note): Promise<Authentication>;
}

/** What authentication asks before any scheme's own checks. */
export const presented: Check = {
  stage: 'authentication',
  check: 'credentials are presented',
  rule: 'RFC 9110 §11.6.1',
};

/** What was found, by which scheme, in which steps. */
export interface Attempted {
  readonly scheme: Scheme;
  readonly steps: readonly Step[];
  readonly found: Authentication;
}

/** Asks the schemes in order until one finds its credentials; where none does, the first one speaks for all. */
export async function firstPresented(
  schemes: NonEmpty<Scheme>,
  message: Message,
  realm: string,
  env: Env,
): Promise<Attempted> {
  const ask = async (scheme: Scheme): Promise<Attempted> => {
    const steps: Step[] = [];
    return { scheme, steps, found: await scheme.verify(message, realm, env, (step) => steps.push(step)) };
  };
  const [head, ...tail] = schemes;
  const first = await ask(head);
  if (first.found.outcome !== 'absent') return first;
  for (const scheme of tail) {
    const next = await ask(scheme);
    if (next.found.outcome !== 'absent') return next;
  }
  return first;
}
