/** The client's side of AWS Signature Version 4: field lines for a request. */
import type { Field, Message } from '@/lib/http-auth/message';
import { amzDate, canonicalRequest, type Scope, scopeText, sha256Hex, sigV4 } from './canonical';

export interface SigV4Signing {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly region: string;
  readonly service: string;
  readonly time: Date;
  /** The host of the request, where the message has no Host field. */
  readonly host: string;
  /** Names of further fields to sign. */
  readonly also?: readonly string[];
}

/** The query of an address that is good for `expires` seconds (1 to 604,800) for whoever has it; only Host is signed. */
export async function presignSigV4(
  message: Message,
  signing: SigV4Signing,
  expires: number,
): Promise<string> {
  const { accessKeyId, secretAccessKey, region, service, host } = signing;
  const time = amzDate(signing.time);
  const scope: Scope = { day: time.slice(0, 8), region, service };
  const [path = '', query] = message.target.split('?');
  const signedFields = [
    ['X-Amz-Algorithm', 'AWS4-HMAC-SHA256'],
    ['X-Amz-Credential', `${accessKeyId}/${scopeText(scope)}`],
    ['X-Amz-Date', time],
    ['X-Amz-Expires', String(expires)],
    ['X-Amz-SignedHeaders', 'host'],
  ].map(([name, value = '']) => `${name}=${encodeURIComponent(value)}`);
  const whole = [...(query ? [query] : []), ...signedFields].join('&');
  const hash = await sha256Hex(message.body);
  const target = `${path}?${whole}`;
  const canonical = canonicalRequest({ ...message, target }, ['host'], hash, { host, service });
  return `${whole}&X-Amz-Signature=${await sigV4(secretAccessKey, time, scope, canonical)}`;
}

/** X-Amz-Date and Authorization, and before them X-Amz-Content-Sha256 where the request has content. */
export async function signSigV4(message: Message, signing: SigV4Signing): Promise<Field[]> {
  const { accessKeyId, secretAccessKey, region, service, host, also = [] } = signing;
  const time = amzDate(signing.time);
  const hash = await sha256Hex(message.body);
  const addedFields: Field[] = [
    ...(message.body.length ? [['X-Amz-Content-Sha256', hash] as const] : []),
    ['X-Amz-Date', time],
  ];
  const names = [...addedFields.map(([name]) => name.toLowerCase()), ...also, 'host'].sort();
  const whole = { ...message, fields: [...message.fields, ...addedFields] };
  const scope: Scope = { day: time.slice(0, 8), region, service };
  const canonical = canonicalRequest(whole, names, hash, { host, service });
  const signature = await sigV4(secretAccessKey, time, scope, canonical);
  const credentials = `Credential=${accessKeyId}/${scopeText(scope)}, SignedHeaders=${names.join(';')}, Signature=${signature}`;
  return [...addedFields, ['Authorization', `AWS4-HMAC-SHA256 ${credentials}`]];
}
