/** What the AWS exercises share: an access key of this attempt, and drafts that sign with it. */
import type { Principal } from '@/lib/http-auth/decision';
import { type Draft, draftMessage } from '@/lib/http-auth/draft';
import type { Scheme } from '@/lib/http-auth/scheme';
import {
  amzDate,
  canonicalRequest,
  scopeText,
  sha256Hex,
  sigV4,
} from '@/lib/http-auth/schemes/sigv4/canonical';
import { presignSigV4, type SigV4Signing, signSigV4 } from '@/lib/http-auth/schemes/sigv4/client';
import { type SigV4Options, sigV4Scheme } from '@/lib/http-auth/schemes/sigv4/sigv4';
import type { Ask, Attempt, Wallet, WalletEntry } from './exercise';
import { toyKey } from './people';

export type KeyNames = 'access-key-id' | 'secret-access-key';

export const region = 'us-east-1';
export const service = 'doorman';

/** A scheme that knows one access key, and the wallet that has it. */
export async function accessKey(
  attempt: Attempt,
  principal: Principal,
): Promise<{ scheme: Scheme; wallet: Record<KeyNames, WalletEntry> }> {
  const accessKeyId = (await toyKey(attempt, 'access key id')).slice(4, 20).toUpperCase().padStart(19, 'TOY');
  const secretAccessKey = await toyKey(attempt, 'secret access key');
  const options: SigV4Options = { keys: [{ accessKeyId, secretAccessKey, principal }], region, service };
  return {
    scheme: sigV4Scheme(options),
    wallet: {
      'access-key-id': { label: 'Access key id', value: accessKeyId },
      'secret-access-key': { label: 'Secret access key', value: secretAccessKey },
    },
  };
}

/** The draft with a signature of Version 4; `change` replaces what a good one says. */
export async function signedV4(
  draft: Draft,
  wallet: Wallet<KeyNames>,
  ask: Ask,
  change: Partial<SigV4Signing> = {},
): Promise<Draft> {
  const { pathname } = new URL(ask.resource);
  const fields = await signSigV4(draftMessage(draft, pathname), signingFor(wallet, ask, change));
  return { ...draft, fields: [...draft.fields, ...fields] };
}

/** The draft with a signature in its query, good for five minutes from the time of `change`. */
export async function presignedV4(
  draft: Draft,
  wallet: Wallet<KeyNames>,
  ask: Ask,
  change: Partial<SigV4Signing> = {},
): Promise<Draft> {
  const { pathname } = new URL(ask.resource);
  const query = await presignSigV4(draftMessage(draft, pathname), signingFor(wallet, ask, change), 300);
  return { ...draft, path: `${draft.path.split('?')[0]}?${query}` };
}

/** Who signs, for what and when; `change` puts another part in the place of one. */
function signingFor(wallet: Wallet<KeyNames>, ask: Ask, change: Partial<SigV4Signing>): SigV4Signing {
  return {
    accessKeyId: wallet['access-key-id'],
    secretAccessKey: wallet['secret-access-key'],
    region,
    service,
    host: new URL(ask.resource).host,
    time: ask.now(),
    ...change,
  };
}

/** The same from a client that takes the query as `written`, neither sorted nor encoded anew. */
export async function signedAsWritten(
  draft: Draft,
  wallet: Wallet<KeyNames>,
  ask: Ask,
  written = draft.path.split('?')[1] ?? '',
): Promise<Draft> {
  const { host, pathname } = new URL(ask.resource);
  const time = amzDate(ask.now());
  const dated = { ...draft, fields: [...draft.fields, ['X-Amz-Date', time] as const] };
  const message = draftMessage(dated, pathname);
  const names = ['host', 'x-amz-date'];
  const lines = canonicalRequest(message, names, await sha256Hex(message.body), { host, service }).split(
    '\n',
  );
  lines[2] = written;
  const scope = { day: time.slice(0, 8), region, service };
  const signature = await sigV4(wallet['secret-access-key'], time, scope, lines.join('\n'));
  const credential = `${wallet['access-key-id']}/${scopeText(scope)}`;
  const value = `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=${names.join(';')}, Signature=${signature}`;
  return { ...dated, fields: [...dated.fields, ['Authorization', value]] };
}

/** The draft with every field value changed. */
export function edited(draft: Draft, change: (value: string, name: string) => string): Draft {
  return { ...draft, fields: draft.fields.map(([name, value]) => [name, change(value, name)] as const) };
}

/** The time of the server, moved by `minutes`. */
export function minutesFrom(ask: Ask, minutes: number): Date {
  return new Date(ask.now().getTime() + minutes * 60_000);
}
