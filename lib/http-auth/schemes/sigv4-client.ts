/** The client's side of AWS Signature Version 4: field lines for a request. */
import type { Field, Message } from '../message';
import { amzDate, canonicalRequest, type Scope, scopeText, sha256Hex, sigV4 } from './sigv4-canonical';

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

/** X-Amz-Date and Authorization, and before them X-Amz-Content-Sha256 where the request has content. */
export async function signSigV4(message: Message, signing: SigV4Signing): Promise<Field[]> {
  const { accessKeyId, secretAccessKey, region, service, host, also = [] } = signing;
  const time = amzDate(signing.time);
  const hash = await sha256Hex(message.body);
  const own: Field[] = [
    ...(message.body.length ? [['X-Amz-Content-Sha256', hash] as const] : []),
    ['X-Amz-Date', time],
  ];
  const names = [...own.map(([name]) => name.toLowerCase()), ...also, 'host'].sort();
  const whole = { ...message, fields: [...message.fields, ...own] };
  const scope: Scope = { day: time.slice(0, 8), region, service };
  const canonical = canonicalRequest(whole, names, hash, { host, service });
  const signature = await sigV4(secretAccessKey, time, scope, canonical);
  const credentials = `Credential=${accessKeyId}/${scopeText(scope)}, SignedHeaders=${names.join(';')}, Signature=${signature}`;
  return [...own, ['Authorization', `AWS4-HMAC-SHA256 ${credentials}`]];
}
