/** The rules about the claims of a DPoP proof whose signature holds (RFC 9449 §4.3). */
import { inert } from '@/lib/http-auth/evidence';
import { kindOf, member } from '../strict-json';
import { tokenHash } from './client';
import { type ProofRule, proofCheck, seenMember } from './rules';
import { comparableUri } from './uri';

/** How old a proof may be, and how far ahead of this server its clock, in seconds. */
export const proofWindow = { past: 300, future: 60 };

const needed = { jti: 'a string', htm: 'a string', htu: 'a string', iat: 'a number' };

/** In order. The last one is for resources only: at a token endpoint there is no token yet. */
export const proofClaimRules: readonly ProofRule[] = [
  {
    check: proofCheck('proof has jti, htm, htu and iat', 'RFC 9449 §4.2', 'the proof lacks a claim'),
    description: 'The DPoP proof lacks a claim',
    judge({ claims }) {
      const bad = Object.entries(needed).find(
        ([name, kind]) => kindOf(member(claims, name)) !== kind || member(claims, name) === '',
      )?.[0];
      const saw = bad === undefined ? 'all four' : seenMember(bad, member(claims, bad));
      return { ok: bad === undefined, saw, expected: 'jti, htm and htu as text, iat as a number' };
    },
  },
  {
    check: proofCheck(
      'htm is the method of the request',
      'RFC 9449 §4.3',
      'the proof was made for another method',
    ),
    description: 'The DPoP proof was made for another method',
    judge: ({ claims }, { method }) => ({
      ok: member(claims, 'htm') === method,
      saw: seenMember('htm', member(claims, 'htm')),
      expected: `htm ${method}, in capitals or not as the request has it`,
    }),
  },
  {
    check: proofCheck(
      'htu is the address of the request',
      'RFC 9449 §4.3',
      'the proof was made for another address',
    ),
    description: 'The DPoP proof was made for another address',
    judge({ claims }, { url }) {
      const htu = member(claims, 'htu') as string;
      const resourceUri = comparableUri(url);
      return {
        ok: resourceUri !== undefined && comparableUri(htu) === resourceUri,
        saw: seenMember('htu', htu),
        expected: `htu ${inert(url.split(/[?#]/)[0] ?? '', 120)}; query and fragment do not count`,
      };
    },
  },
  {
    check: proofCheck(
      'nonce is a fresh one of this server',
      'RFC 9449 §9',
      'the proof has no fresh nonce of this server',
    ),
    description: 'The DPoP proof needs the nonce in DPoP-Nonce',
    error: 'use_dpop_nonce',
    async judge({ claims }, { nonces, now }) {
      const expected = `the nonce of a DPoP-Nonce header, at most ${nonces.lifeSeconds} s old`;
      const nonce = member(claims, 'nonce');
      if (typeof nonce !== 'string') {
        return { ok: false, saw: nonce === undefined ? 'no nonce' : `nonce is ${kindOf(nonce)}`, expected };
      }
      const age = await nonces.age(nonce, now);
      if (age === undefined) return { ok: false, saw: 'a nonce that this server has not made', expected };
      return { ok: age <= nonces.lifeSeconds, saw: `a nonce that is ${age} s old`, expected };
    },
  },
  {
    check: proofCheck('iat is recent', 'RFC 9449 §11.1', 'the time of the proof is not recent'),
    description: 'The DPoP proof is too old, or from the future',
    judge({ claims }, { now }) {
      const clock = now.getTime() / 1000;
      const bound = boundFault(claims, clock);
      if (bound) return { ok: false, ...bound };
      const age = Math.round(clock - (member(claims, 'iat') as number));
      return {
        ok: age <= proofWindow.past && age >= -proofWindow.future,
        saw: age < 0 ? `a proof made ${-age} s in the future` : `a proof made ${age} s ago`,
        expected: `at most ${proofWindow.past} s ago by the server clock, or ${proofWindow.future} s ahead`,
      };
    },
  },
  {
    check: proofCheck(
      'ath is the hash of the token',
      'RFC 9449 §4.3',
      'the proof was not made for this token',
    ),
    description: 'The DPoP proof was made for another access token',
    async judge({ claims }, { token = '' }) {
      const ath = member(claims, 'ath');
      const ok = ath === (await tokenHash(token));
      const saw = ath === undefined ? 'no ath' : ok ? 'the hash of this token' : 'the hash of something else';
      return { ok, saw, expected: 'base64url of the SHA-256 of the access token as it is sent' };
    },
  },
];

/** What is wrong with the `exp` or `nbf` of a proof, which it need not have (RFC 7519 §4.1.4, §4.1.5). */
function boundFault(
  claims: Parameters<typeof member>[0],
  clock: number,
): { saw: string; expected: string } | undefined {
  for (const name of ['exp', 'nbf'] as const) {
    const bound = member(claims, name);
    if (bound === undefined) continue;
    const expected = name === 'exp' ? 'no exp, or one that is still to come' : 'no nbf, or one that has come';
    if (typeof bound !== 'number') return { saw: seenMember(name, bound), expected };
    const ahead = Math.round(bound - clock);
    const isOff = name === 'exp' ? ahead <= -proofWindow.future : ahead > proofWindow.future;
    if (isOff) return { saw: `${name} ${Math.abs(ahead)} s ${ahead < 0 ? 'ago' : 'ahead'}`, expected };
  }
  return undefined;
}
