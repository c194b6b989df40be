/** What the SCRAM exercises share: the scheme for one login, a first and a second message for a path. */
import type { Draft } from '@/lib/http-auth/draft';
import { fieldValue } from '@/lib/http-auth/message';
import type { Scheme } from '@/lib/http-auth/scheme';
import { type ScramStart, scramFinal, scramFirst } from '@/lib/http-auth/schemes/scram/client';
import { encodeData } from '@/lib/http-auth/schemes/scram/messages';
import { scramSha256 } from '@/lib/http-auth/schemes/scram/scram';
import { authorization, get } from './drafts';
import type { Ask, Attempt } from './exercise';

export interface Login {
  readonly username: string;
  readonly password: string;
}

/** SCRAM-SHA-256 of this attempt, with one account. */
export async function scramFor(attempt: Attempt, { username, password }: Login): Promise<Scheme> {
  return scramSha256({
    accounts: [{ username, password, principal: { name: username } }],
    key: await attempt.derive('handshakes', 32),
  });
}

/** The first message, by a client nonce that stays the same so that it can be recognised. */
export function firstMessage(username: string, realm: string): ScramStart {
  return scramFirst(username, 'fyko+d2lbbFgONRv9qkxdawL', realm);
}

/** The second message: sends the first one and answers what comes back. */
export async function secondMessage(
  path: string,
  ask: Ask,
  realm: string,
  { username, password }: Login,
): Promise<Draft> {
  const start = firstMessage(username, realm);
  const answer = await ask(get(path, authorization(start.credentials)));
  const final = await scramFinal(password, start, fieldValue(answer, 'WWW-Authenticate') ?? '');
  return get(path, authorization(final.credentials));
}

/** The same draft with the text inside its data changed. */
export function withData(draft: Draft, change: (text: string) => string): Draft {
  const bent = (value: string) =>
    value.replace(/data="([^"]*)"/, (_all, data: string) => `data="${encodeData(change(atob(data)))}"`);
  return { ...draft, fields: draft.fields.map(([name, value]) => [name, bent(value)] as const) };
}
