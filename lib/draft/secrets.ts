/** Notices what looks like somebody's real secret, so that it is not sent to a practice server by mistake. */
import type { Draft } from '@/lib/http-auth/draft';

const kinds: readonly [pattern: RegExp, name: string][] = [
  [/\b[sr]k_live_[A-Za-z0-9]{8,}/, 'a live Stripe key'],
  [/\bgh[oprsu]_[A-Za-z0-9]{16,}|\bgithub_pat_\w{16,}/, 'a GitHub token'],
  [/\bglpat-[\w-]{16,}/, 'a GitLab token'],
  [/\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/, 'an AWS access key'],
  [/\bxox[abeoprs]-[A-Za-z0-9-]{10,}|\bxapp-[A-Za-z0-9-]{10,}/, 'a Slack token'],
  [/\bAIza[\w-]{30,}|\bya29\.[\w-]{20,}/, 'a Google key or token'],
  [/\bnpm_[A-Za-z0-9]{30,}/, 'an npm token'],
  [/\bSG\.[\w-]{16,}\.[\w-]{16,}/, 'a SendGrid key'],
  [/\bsk-[\w-]{24,}/, 'a secret key'],
  [/\bdop_v1_[a-f0-9]{32,}/, 'a DigitalOcean token'],
  [/-----BEGIN [A-Z0-9 ]*PRIVATE KEY/, 'a private key'],
];
const jwt = /\beyJ[\w-]*\.(eyJ[\w-]*)\.[\w-]*/g;
const encoded = /[A-Za-z0-9+/_-]{12,}={0,2}/g;

/**
 * What in `draft` looks like a real secret, as the middle of a sentence (“a GitHub token”), or undefined.
 * Values in `known`, such as those of the wallet, are toys and never count. Base64 is looked into once.
 */
export function looksSecret(draft: Draft, secrets: readonly string[] = []): string | undefined {
  const parts = [draft.path, ...draft.fields.flat(), draft.body ?? ''];
  for (const part of parts) {
    const text = secrets.reduce((left, toy) => (toy ? left.replaceAll(toy, ' ') : left), part);
    const inside = (text.match(encoded) ?? []).map(decodeBase64);
    const secret = [text, ...inside].map(secretIn).find(Boolean);
    if (secret) return secret;
  }
  return undefined;
}

function secretIn(text: string): string | undefined {
  const kind = kinds.find(([pattern]) => pattern.test(text));
  if (kind) return kind[1];
  for (const [, payload = ''] of text.matchAll(jwt)) {
    const claims = claimsOf(payload);
    // A DPoP proof is for one request to one address, so it opens nothing elsewhere (RFC 9449 §4.2).
    if ('htm' in claims && 'htu' in claims) continue;
    const issuer = 'iss' in claims && typeof claims.iss === 'string' ? claims.iss : '';
    if (!isToyIssuer(issuer)) {
      return issuer ? `a token issued by ${issuer.slice(0, 80)}` : 'a token that does not say who issued it';
    }
  }
  return undefined;
}

/** The claims of a JWT (RFC 7519 §4); an empty object where there are none to be read. */
function claimsOf(payload: string): object {
  try {
    const claims: unknown = JSON.parse(decodeBase64(payload));
    return claims && typeof claims === 'object' ? claims : {};
  } catch {
    return {};
  }
}

/** Names under `.example` belong to nobody (RFC 2606 §2), and below `/api/sandbox/` every issuer is an attempt. */
function isToyIssuer(issuer: string): boolean {
  if (/^https?:\/\/[^/?#@]+\/api\/sandbox\//i.test(issuer)) return true;
  const host = /^(?:https?:\/\/)?([^/:?#@]+)(?:[:/?#]|$)/i.exec(issuer)?.[1] ?? '';
  return /(?:^|\.)example$/i.test(host);
}

function decodeBase64(text: string): string {
  try {
    return atob(text.replace(/-/g, '+').replace(/_/g, '/').replace(/=+$/, ''));
  } catch {
    return '';
  }
}
