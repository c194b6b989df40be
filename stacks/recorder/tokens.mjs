// Toy tokens with fixed times, so that a request is the same bytes in every run (RFC 7519, HS256 of RFC 7518).
import { createHmac } from 'node:crypto';

/** The secret that every program here shares. It is public, and opens nothing else. */
const tokenSecret = 'a-toy-secret-that-opens-nothing-else-0123456789';
export const issuer = 'https://login.example';
export const audience = 'https://api.example';

/** @param {object} part */
const encode = (part) => Buffer.from(JSON.stringify(part)).toString('base64url');

/**
 * A signed token; `secret` is another one for a forged token.
 * @param {Record<string, unknown>} claims
 * @param {string} [secret]
 */
function sign(claims, secret = tokenSecret) {
  const input = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(claims)}`;
  return `${input}.${createHmac('sha256', secret).update(input).digest('base64url')}`;
}

const issuedAt = Date.UTC(2026, 0, 1) / 1000;
const farAway = Date.UTC(2099, 0, 1) / 1000;

/**
 * The tokens of the questions. `claims` are what a library wants besides, such as `token_type`.
 * @param {Record<string, Record<string, unknown>>} [claims] By person
 */
export function jwtTokens(claims = {}) {
  const of = { iss: issuer, aud: audience, iat: issuedAt, exp: farAway };
  const ada = { ...of, sub: 'ada', scope: 'read admin', ...claims.ada };
  const grace = { ...of, sub: 'grace', scope: 'read', ...claims.grace };
  return {
    ada: sign(ada),
    grace: sign(grace),
    expired: sign({ ...ada, exp: issuedAt + 3600 }),
    foreign: sign({ ...ada, aud: 'https://other.example' }),
    forged: sign(ada, 'another-secret-of-somebody-else-0123456789ab'),
  };
}

/** Tokens that say nothing by themselves: the program looks them up. */
export const opaqueTokens = { ada: 'ada-toy-token', grace: 'grace-toy-token', forged: 'alan-toy-token' };
