/** What a server and a client must be able to do to use one auth-scheme (RFC 9110 §11.1). */
import type { Check, Closing, NonEmpty, Note, Principal, Step } from './decision';
import type { AuthParam, Challenge } from './grammar';
import type { Field, Message } from './message';
import type { Rule } from './rule';

/** All that a verifier may know besides the message; injected, so that a test can pin it. */
export interface Env {
  now(): Date;
  random(bytes: number): Uint8Array;
  /** The origin under which this server is reached: configured, never a client's word. */
  readonly origin: string;
  /** Another origin under which this server is reached too; undefined where it has no other. */
  readonly secondOrigin?: string | undefined;
  /** True the first time that `id` is seen, false until `until` has passed. */
  firstUse(id: string, until: Date): Promise<boolean>;
  /** True where `count` is higher than every count given before under `id`. */
  higher(id: string, count: number, until: Date): Promise<boolean>;
  /** Keeps a short text under `id` until `until`; bounded, so it may be forgotten earlier. */
  remember(id: string, text: string, until: Date): Promise<void>;
  /** What is kept under `id`, or undefined. */
  recall(id: string): Promise<string | undefined>;
}

/** What a scheme found in a message. Protocol outcomes are values; only programmers' errors throw. */
export type Authentication =
  /** Nothing was presented for this scheme; `saw` says what was there instead. */
  | { readonly outcome: 'absent'; readonly saw: string }
  /** The credentials break the scheme's own grammar: 400. */
  | { readonly outcome: 'malformed'; readonly params: readonly AuthParam[] }
  /** The credentials were understood and are not valid: 401, `params` join the challenge. */
  | { readonly outcome: 'refused'; readonly params: readonly AuthParam[]; readonly fields?: readonly Field[] }
  | {
      readonly outcome: 'authenticated';
      readonly principal: Principal;
      readonly fields?: readonly Field[];
      /** Field lines that depend on the content of the response, as `rspauth` does (RFC 7616 §3.5). */
      readonly closing?: Closing;
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
  /** `message` is the request that is refused, where there is one. */
  challenge(realm: string, env: Env, message?: Message): Promise<Challenge>;
  /** Field lines beside the challenge of a 401, such as a nonce of their own or Accept-Signature. */
  accompany?(realm: string, env: Env, message: Message): Promise<readonly Field[]>;
  /** What a scheme answers in place of 401: some services refuse with 403 and no challenge. */
  readonly refusesWith?: 403;
  /** True if a 403 for its credentials brings a challenge, too, as Bearer asks for (RFC 6750 §3). */
  readonly challengesForbidden?: boolean;
  /** True where it recognises those who bring no credentials, so that none count as presented. */
  readonly standsForNothing?: true;
  /** Notes each check it makes; the last one noted is the one that decided. */
  verify(message: Message, realm: string, env: Env, note: Note): Promise<Authentication>;
}

/** What authentication asks before any scheme's own checks. */
export const presented: Check = {
  stage: 'authentication',
  check: 'credentials are presented',
  failure: 'the request has no credentials that this server reads',
  rule: 'RFC 9110 §11.6.1',
};

/** What was found, by which scheme, in which steps. */
export interface SchemeResult {
  readonly scheme: Scheme;
  readonly steps: readonly Step[];
  readonly authentication: Authentication;
}

/** Asks the schemes in order until one finds its credentials; where none does, the first one speaks for all. */
export async function firstPresented(
  schemes: NonEmpty<Scheme>,
  message: Message,
  realm: string,
  env: Env,
): Promise<SchemeResult> {
  let first: SchemeResult | undefined;
  for (const scheme of schemes) {
    const steps: Step[] = [];
    const authentication = await scheme.verify(message, realm, env, (step) => steps.push(step));
    const result = { scheme, steps, authentication };
    if (authentication.outcome !== 'absent') return result;
    first ??= result;
  }
  if (!first) throw new Error('There is at least one scheme');
  return first;
}
