/** Refresh tokens that are used once each; one that comes twice ends its whole family (RFC 9700 §4.14.2). */
import { encodeBase64url } from '../base64';
import type { Env } from '../scheme';
import { joined, seal, timeLength, timeOctets, timeOf } from '../seal';

const familyLength = 9;
const serialLength = 6;
const life = 4 * 3600 * 1000;
const prefix = 'toy-refresh-';

/** What a refresh token stands for, or why it stands for nothing. */
export type Redeemed =
  | { readonly ok: true; readonly family: Uint8Array }
  | { readonly ok: false; readonly saw: string };

export interface RefreshTokens {
  /** A token; without `family` the first one of a new family. */
  issue(now: Date, family?: Uint8Array): Promise<string>;
  /** Uses a token up. */
  redeem(token: string, env: Env): Promise<Redeemed>;
}

/** Refresh tokens sealed with the octets of `key`, good for four hours. */
export function refreshTokens(key: Uint8Array): RefreshTokens {
  const sealed = seal(key, 'refresh token');
  const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));
  return {
    async issue(now, family = random(familyLength)) {
      return prefix + (await sealed.close(joined(timeOctets(now), family, random(serialLength))));
    },
    async redeem(token, env) {
      const payload = token.startsWith(prefix) ? await sealed.open(token.slice(prefix.length)) : undefined;
      if (!payload) return { ok: false, saw: 'a refresh token that this server has not made' };
      const until = new Date(timeOf(payload).getTime() + life);
      if (env.now() >= until)
        return { ok: false, saw: `a refresh token that expired at ${until.toISOString()}` };
      const family = payload.slice(timeLength, timeLength + familyLength);
      const revoked = `refresh family ${encodeBase64url(family)}`;
      const unused = await env.firstUse(`refresh ${encodeBase64url(payload)}`, until);
      if (!unused) {
        // Successors live longer than this token, but never longer than a life from now.
        await env.remember(revoked, 'revoked', new Date(env.now().getTime() + life));
        return {
          ok: false,
          saw: 'a refresh token that was used before: it and all tokens from it are now invalid',
        };
      }
      if (await env.recall(revoked)) {
        return { ok: false, saw: 'a refresh token of a sign-in in which an old one was used twice' };
      }
      return { ok: true, family };
    },
  };
}
