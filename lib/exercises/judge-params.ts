/** Compares the parameters of a proposed challenge with those of the server, by what they mean (RFC 9110 §11.2). */
import type { Check, Decision } from '@/lib/http-auth/decision';
import { count, inert } from '@/lib/http-auth/evidence';
import { type Challenge, param } from '@/lib/http-auth/grammar';
import { proposalCheck } from './proposal';

/** What a check has seen. */
export interface Finding {
  readonly about: Check;
  readonly saw: string;
  /** There where the check failed. */
  readonly expected?: string;
}

const realm = proposalCheck('each challenge names the realm', 'RFC 9110 §11.5');
const error = proposalCheck('the error code fits what was sent', 'RFC 6750 §3.1');
const scope = proposalCheck('the scope that is missing is named', 'RFC 6750 §3.1');
const needed = proposalCheck('the parameters that a client needs are there', 'RFC 9110 §11.2');
const rest = proposalCheck('no parameter contradicts the server', 'RFC 9110 §11.2');

/** Parameters that have a check of their own. */
const judged: readonly string[] = ['realm', 'error', 'scope'];
const others = (must: readonly string[]) => must.filter((name) => !judged.includes(name));

/** Made anew for each answer, or for people alone: these need not match, nor be there. */
const free = new Set(['nonce', 'opaque', 'error_description', 'error_uri']);

/** The checks of `paramsFit`, in order; `must` are the parameters that have to be there. */
export function paramChecks(must: readonly string[]): readonly Check[] {
  return [realm, error, scope, ...(others(must).length ? [needed] : []), rest];
}

/** A challenge that is proposed, and what the server says in its place. */
interface Pairing {
  readonly proposed: Challenge;
  readonly real: Challenge;
  readonly decision: Decision;
  /** The parameters that have to be there. */
  readonly must: readonly string[];
}

/** What each parameter of a proposed challenge is worth beside `real`; where the server has none of that scheme, only an error is wrong. */
export function* paramsFit(
  proposed: Challenge,
  real: Challenge | undefined,
  decision: Decision,
  must: readonly string[],
): Generator<Finding> {
  if (!real) return yield* unaskedFits(proposed);
  const pairing: Pairing = { proposed, real, decision, must };
  yield* realmFits(pairing);
  yield* errorFits(pairing);
  yield scopeFits(pairing);
  yield* neededFit(pairing);
  yield restFits(pairing);
}

/** A challenge that nothing asks for is legal beside any status (RFC 9110 §11.6.1); an error in it is not true. */
function* unaskedFits(proposed: Challenge): Generator<Finding> {
  const code = param(proposed, 'error');
  if (code !== undefined) yield { about: error, saw: `error ${inert(code, 40)}`, expected: 'no error code' };
}

function* realmFits({ proposed, real, must }: Pairing): Generator<Finding> {
  const name = param(proposed, 'realm');
  if (name === undefined && must.includes('realm')) {
    yield { about: realm, saw: `${proposed.scheme} without a realm`, expected: 'the realm of this resource' };
  }
  if (name !== undefined && name !== param(real, 'realm')) {
    const expected = 'the realm of this resource, letter by letter';
    yield { about: realm, saw: `realm ${inert(name, 40)}`, expected };
  }
  if (proposed.params.some(([key, , form]) => key.toLowerCase() === 'realm' && form === 'token')) {
    const expected = 'the realm as a quoted-string, the only form that a server may send';
    yield { about: realm, saw: 'a realm without quotation marks', expected };
  }
  yield { about: realm, saw: name ?? 'left out' };
}

function* errorFits({ proposed, real, decision, must }: Pairing): Generator<Finding> {
  const [code, rightCode] = [param(proposed, 'error'), param(real, 'error')];
  const nothingSent = decision.status === 401 && rightCode === undefined;
  if (code !== undefined && nothingSent) {
    const saw = `error ${inert(code, 40)}, although no ${proposed.scheme} credentials came`;
    yield { about: error, saw, expected: 'no error code, because no token was sent' };
  }
  if (code !== rightCode && (code !== undefined || must.includes('error'))) {
    const saw = code === undefined ? 'no error code' : `error ${inert(code, 40)}`;
    const expected = rightCode === undefined ? 'no error code' : 'the code for what is wrong with this token';
    yield { about: error, saw, expected };
  }
  yield { about: error, saw: code ?? 'none, as it should be' };
}

function scopeFits({ proposed, real, must }: Pairing): Finding {
  const [scopes, rightScopes] = [param(proposed, 'scope'), param(real, 'scope')];
  const mayBeLeftOut = rightScopes === undefined || (scopes === undefined && !must.includes('scope'));
  const saw = scopes === undefined ? 'no scope' : `scope ${inert(scopes, 60)}`;
  const fits = mayBeLeftOut || sameWords(scopes, rightScopes);
  return {
    about: scope,
    saw,
    ...(fits ? {} : { expected: 'the scope that this resource asks for, and no other' }),
  };
}

/** What else a client needs to act. */
function* neededFit({ proposed, real, must }: Pairing): Generator<Finding> {
  const names = others(must).filter((name) => param(real, name) !== undefined);
  const missing = names.filter((name) => param(proposed, name) === undefined);
  if (!names.length) return;
  const saw = missing.length ? `no ${missing.join(', no ')}` : names.join(', ');
  yield {
    about: needed,
    saw,
    ...(missing.length && { expected: 'each of them, so that a client can act' }),
  };
}

function restFits({ proposed, real }: Pairing): Finding {
  const wrong = proposed.params.find(([key, value]) => {
    const right = param(real, key);
    const name = key.toLowerCase();
    if (judged.includes(name) || free.has(name)) return false;
    return right !== undefined && right.toLowerCase() !== value.toLowerCase();
  });
  if (!wrong) return { about: rest, saw: count(proposed.params.length, 'parameter') };
  const [key, value] = wrong;
  return { about: rest, saw: `${key}: ${inert(value, 40)}`, expected: `another ${key}, or none` };
}

/** Scopes are a set: their order means nothing (RFC 6749 §3.3). */
function sameWords(a: string | undefined, b: string | undefined): boolean {
  const words = (text = '') => [...new Set(text.split(' ').filter(Boolean))].sort().join(' ');
  return words(a) === words(b);
}
