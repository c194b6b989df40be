/** The client's side of SCRAM-SHA-256 over HTTP: two requests, and a check of the server (RFC 7804 §5). */
import { decodeBase64, encodeBase64 } from '@/lib/http-auth/base64';
import { formatCredentials, param, parseChallenges } from '@/lib/http-auth/grammar';
import { clientProof, hmac, saltedPassword } from './keys';
import { decodeData, encodeData, saslName } from './messages';

/** What the client must keep between its two requests. */
export interface ScramStart {
  /** The value of Authorization. */
  readonly credentials: string;
  readonly bare: string;
}

export interface ScramProof {
  /** The value of Authorization. */
  readonly credentials: string;
  /** The message that a server which knows the password puts into Authentication-Info. */
  readonly serverFinal: string;
}

/** The first request: the user name and a nonce of the client. */
export function scramFirst(username: string, nonce: string, realm: string): ScramStart {
  const bare = `n=${saslName(username)},r=${nonce}`;
  const params = [
    ['realm', realm],
    ['data', encodeData(`n,,${bare}`)],
  ] as const;
  return { credentials: formatCredentials({ scheme: 'SCRAM-SHA-256', params }), bare };
}

/**
 * The second request, from the challenge that answered the first: the proof that the password is known.
 * Throws an Error where the challenge is no continuation.
 */
export async function scramFinal(
  password: string,
  { bare }: ScramStart,
  challenge: string,
): Promise<ScramProof> {
  const parsed = parseChallenges(challenge);
  const attributes = parsed.ok
    ? parsed.value.find(({ scheme }) => scheme.toUpperCase() === 'SCRAM-SHA-256')
    : undefined;
  const sid = attributes && param(attributes, 'sid');
  const first = decodeData((attributes && param(attributes, 'data')) ?? '') ?? '';
  const [, nonce, salt, iterations] = /^r=([^,]+),s=([^,]+),i=(\d{1,6})$/.exec(first) ?? [];
  const saltOctets = decodeBase64(salt ?? '');
  if (!sid || !nonce || !saltOctets) throw new Error('The challenge brings no sid, nonce and salt');
  const unproven = `c=${encodeData('n,,')},r=${nonce}`;
  const messages = [bare, first, unproven].join(',');
  const salted = await saltedPassword(password, saltOctets, Number(iterations));
  const proof = encodeBase64(await clientProof(salted, messages));
  const signature = await hmac(await hmac(salted, 'Server Key'), messages);
  return {
    credentials: formatCredentials({
      scheme: 'SCRAM-SHA-256',
      params: [
        ['sid', sid, 'token'],
        ['data', encodeData(`${unproven},p=${proof}`)],
      ],
    }),
    serverFinal: `v=${encodeBase64(signature)}`,
  };
}
