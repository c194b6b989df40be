/** What an API demands of a token besides its signature, as a learner configures it: issuer, audience and kind. */
import { failed, type Step } from '@/lib/http-auth/decision';
import { inert } from '@/lib/http-auth/evidence';
import type { JwtOptions } from '@/lib/http-auth/schemes/jwt/jwt';
import { jwtTokens } from '@/lib/http-auth/schemes/jwt/jwt';
import { readJwt } from '@/lib/http-auth/schemes/jwt/reading';
import { member } from '@/lib/http-auth/schemes/strict-json';
import type { TokenCheck } from '@/lib/http-auth/schemes/token';
import { proposalCheck, type Reading } from './proposal';
import { readHeaders } from './proposed-answer';

/** The names of the settings. */
export const termNames = ['issuer', 'audience', 'typ'] as const;

/** The value of each setting that there is; what is left out is not checked. */
export type TokenTerms = Partial<Record<(typeof termNames)[number], string>>;

const readable = proposalCheck('each line is a setting of this server, once', 'RFC 9110 §15.5.1');

/** Reads lines such as `audience: https://api.example`. */
export function readTerms(body: Uint8Array): Reading<TokenTerms> {
  const read = readHeaders(body);
  if (!read.ok) return read;
  const terms: Record<string, string> = {};
  for (const [line, value] of read.value) {
    const name = line.toLowerCase();
    const isSetting = termNames.some((term) => term === name);
    if (isSetting && terms[name] === undefined) {
      terms[name] = value;
      continue;
    }
    const saw = isSetting ? `${name} twice` : inert(line, 40);
    const step: Step = failed(readable, saw, `${termNames.join(', ')}, each at most once`);
    return { ok: false, trace: [step] };
  }
  return { ok: true, value: terms, trace: [] };
}

/** The lines that `readTerms` reads. */
export function writeTerms(terms: TokenTerms): string {
  return termNames
    .flatMap((name) => (terms[name] === undefined ? [] : [`${name}: ${terms[name]}`]))
    .join('\n');
}

/** Checks tokens on these terms. A term that is left out is satisfied by whatever the token says, as in a real server. */
export function tokensOn(terms: TokenTerms, keys: JwtOptions['keys']): TokenCheck {
  const strict = (issuer: string, audience: string, type: string) =>
    jwtTokens({ issuer, audience, type, keys });
  return {
    checks: strict('', '', 'at+jwt').checks,
    verify(token, env, note) {
      const { header, claims } = readJwt(token);
      const aud = member(claims, 'aud');
      const said = (value: unknown, otherwise: string) => (typeof value === 'string' ? value : otherwise);
      return strict(
        terms.issuer ?? said(member(claims, 'iss'), ''),
        terms.audience ?? said(Array.isArray(aud) ? aud[0] : aud, ''),
        terms.typ ?? said(member(header, 'typ'), 'at+jwt'),
      ).verify(token, env, note);
    },
  };
}
