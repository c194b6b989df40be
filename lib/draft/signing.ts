/** Signs the request in the editor: HTTP Message Signatures, SCRAM-SHA-256 and AWS Signature Version 4. */
import { decodeBase64 } from '@/lib/http-auth/base64';
import { type Draft, draftMessage } from '@/lib/http-auth/draft';
import { param, parseChallenges, parseCredentials } from '@/lib/http-auth/grammar';
import { type Field, fieldLines, fieldValue } from '@/lib/http-auth/message';
import { scramFinal, scramFirst } from '@/lib/http-auth/schemes/scram/client';
import { decodeData } from '@/lib/http-auth/schemes/scram/messages';
import { contentDigest, signMessage } from '@/lib/http-auth/schemes/signature/client';
import { signSigV4 } from '@/lib/http-auth/schemes/sigv4/client';
import { isInnerList, parseDictionary } from '@/lib/http-auth/structured-fields';
import type { Exchange } from './exchange';
import { filledFields, withFields } from './fields';

export type Came = readonly Pick<Exchange, 'request' | 'response'>[];

/** Who signs: a keyid with its key, a user name with its password, or an access key with its secret. */
export interface Signer {
  readonly name: string;
  readonly secret: string;
}

/** The names that a signature of this draft should list: those it lists now, or those that the server asked for. */
export function componentsOf(draft: Draft, came: Came): string {
  const asked = came.flatMap(({ response }) => fieldLines(response, 'Accept-Signature'))[0];
  for (const value of [fieldValue(draft, 'Signature-Input'), asked]) {
    const parsed = parseDictionary(value ?? '');
    const [member] = parsed.ok ? parsed.value.values() : [];
    if (member && isInnerList(member)) return member.items.map(({ bare }) => String(bare.value)).join(' ');
  }
  return '@method @authority @path @query';
}

/** Signs with the nonce and tag of the latest Accept-Signature. Throws where key, components or path do not fit. */
export async function withSignature(
  draft: Draft,
  { name, secret }: Signer,
  components: string,
  resource: string,
  came: Came,
): Promise<Draft> {
  const names = components.split(/\s+/).filter(Boolean);
  const digest: Field[] = names.includes('content-digest')
    ? [['Content-Digest', await contentDigest(new TextEncoder().encode(draft.body ?? ''))]]
    : [];
  const whole = withFields(without(draft, ['Signature-Input', 'Signature']), digest);
  const asked = parseDictionary(
    came.flatMap(({ response }) => fieldLines(response, 'Accept-Signature'))[0] ?? '',
  );
  const [member] = asked.ok ? asked.value.values() : [];
  const given = ['nonce', 'tag'].flatMap((parameter) => {
    const value = member?.params.get(parameter)?.value;
    return typeof value === 'string' ? [[parameter, value] as const] : [];
  });
  const key = secret.trim().startsWith('{')
    ? ({ algorithm: 'ed25519', jwk: JSON.parse(secret) } as const)
    : ({ algorithm: 'hmac-sha256', secret: decodeBase64(secret) ?? new Uint8Array() } as const);
  const { origin, pathname } = new URL(resource);
  const params = { created: Math.floor(Date.now() / 1000), keyid: name, ...Object.fromEntries(given) };
  const fields = await signMessage(draftMessage(whole, pathname), origin, { components: names, params, key });
  return withFields(draft, [...digest, ...fields]);
}

/** Signs for AWS with the time of this machine. Throws where the path makes no address. */
export async function withSigV4(draft: Draft, { name, secret }: Signer, resource: string): Promise<Draft> {
  const bare = without(draft, ['Authorization', 'X-Amz-Date', 'X-Amz-Content-Sha256']);
  const { host, pathname } = new URL(resource);
  const fields = await signSigV4(draftMessage(bare, pathname), {
    accessKeyId: name,
    secretAccessKey: secret,
    region: 'us-east-1',
    service: 'doorman',
    host,
    time: new Date(),
  });
  return withFields(without(draft, ['X-Amz-Content-Sha256']), fields);
}

/**
 * The second message of SCRAM where the latest answer asks for it, else the first one. What the first message said is
 * read from the request that was answered. Throws where no answer has brought a realm.
 */
export async function withScram(
  draft: Draft,
  { name, secret }: Signer,
  came: Came,
): Promise<{ draft: Draft; step: 1 | 2 }> {
  const [latest] = came;
  const line = latest ? (fieldValue(latest.response, 'WWW-Authenticate') ?? '') : '';
  const challenges = parseChallenges(line);
  const scramChallenge = challenges.ok
    ? challenges.value.find(({ scheme }) => /^SCRAM-/i.test(scheme))
    : undefined;
  const sent = parseCredentials((latest && fieldValue(latest.request, 'Authorization')) ?? '');
  const first = sent.ok ? decodeData(param(sent.value, 'data') ?? '') : undefined;
  const write = (value: string) => withFields(draft, [['Authorization', value]]);
  if (scramChallenge && param(scramChallenge, 'sid') !== undefined && first?.startsWith('n,,')) {
    const { credentials } = await scramFinal(secret, { bare: first.slice(3), credentials: '' }, line);
    return { draft: write(credentials), step: 2 };
  }
  const realm = came.map(({ response }) => realmOf(fieldValue(response, 'WWW-Authenticate'))).find(Boolean);
  if (realm === undefined) throw new Error('No challenge has come yet');
  const nonce = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(18))));
  return { draft: write(scramFirst(name, nonce, realm).credentials), step: 1 };
}

function realmOf(value = ''): string | undefined {
  const challenges = parseChallenges(value);
  const scramChallenge = challenges.ok
    ? challenges.value.find(({ scheme }) => /^SCRAM-/i.test(scheme))
    : undefined;
  return scramChallenge && param(scramChallenge, 'realm');
}

function without(draft: Draft, names: readonly string[]): Draft {
  const out = new Set(names.map((name) => name.toLowerCase()));
  return { ...draft, fields: filledFields(draft).filter(([name]) => !out.has(name.toLowerCase())) };
}
