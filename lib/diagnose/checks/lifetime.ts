/** A JWT that the client signs, with an `exp` further ahead than its reader takes (RFC 7523 §3). */
import { type Check, certain } from '../finding';
import { addressOf, fieldOf } from '../reading';
import { distance } from './token';

interface Limit {
  /** The most that the documentation of the host allows. */
  readonly seconds: number;
  /** What it counts from: the time when the request comes, or `iat`. */
  readonly from: 'now' | 'iat';
  /** A claim that allows for longer. */
  readonly unless?: string;
}

const minute = 60;
/** docs.github.com, “Generating a JSON Web Token for a GitHub App”; developer.apple.com, “Generating Tokens for API Requests”, of both APIs. */
const limits: Readonly<Record<string, Limit>> = {
  'api.github.com': { seconds: 10 * minute, from: 'now' },
  'api.appstoreconnect.apple.com': { seconds: 20 * minute, from: 'now', unless: 'scope' },
  'api.storekit.itunes.apple.com': { seconds: 60 * minute, from: 'iat' },
  'api.storekit-sandbox.itunes.apple.com': { seconds: 60 * minute, from: 'iat' },
};
/** Later than this, in seconds, is no time: milliseconds, which another check names. */
const noTime = 100_000_000_000;

/** `token-lives-too-long`, for the hosts that say how far ahead `exp` may be. */
export const lifetimeChecks: Check = (scene) => {
  const { request, response } = scene.exchange;
  const host = addressOf(request)?.hostname ?? '';
  const limit = Object.hasOwn(limits, host) ? limits[host] : undefined;
  const field = fieldOf(request, 'Authorization');
  const sent = /^Bearer +(\S+)$/i.exec(field?.value.trim() ?? '')?.[1];
  // A token of the host may have a JWT inside. Only what is one as a whole was signed by the client.
  const claims = scene.reading.tokens.find(({ text }) => text === sent)?.claims;
  if (!limit || !field || !claims || typeof claims.exp !== 'number' || claims.exp > noTime) return [];
  if (limit.unless && limit.unless in claims) return [];
  const date = Date.parse(fieldOf(response, 'Date')?.value ?? '') / 1000;
  const from = limit.from === 'now' ? date : claims.iat;
  if (typeof from !== 'number' || Number.isNaN(from) || claims.exp - from <= limit.seconds) return [];
  const start = limit.from === 'now' ? 'the Date of the response' : 'iat';
  const statement = `exp lies ${distance(claims.exp - from)} after ${start}. ${host} takes at most ${distance(limit.seconds)}.`;
  return [certain(scene, 'token-lives-too-long', field, statement, 'RFC 7523 §3')];
};
