/** Drafts that answer a Digest challenge, as a client does: ask first, then compute. */
import type { Draft } from '@/lib/http-auth/draft';
import { type Challenge, parseChallenges, withParams } from '@/lib/http-auth/grammar';
import { fieldValue } from '@/lib/http-auth/message';
import { type DigestAnswer, digestCredentials } from '@/lib/http-auth/schemes/digest/credentials';
import { authorization } from './drafts';
import type { Ask } from './exercise';

/** The Digest challenge with which `path` is refused. Throws where there is none. */
export async function digestChallenge(ask: Ask, path: string): Promise<Challenge> {
  const value = fieldValue(await ask({ method: 'GET', path, fields: [] }), 'WWW-Authenticate') ?? '';
  const parsed = parseChallenges(value);
  const challenge = parsed.ok && parsed.value.find(({ scheme }) => scheme === 'Digest');
  if (!challenge) throw new Error(`No Digest challenge at ${path}`);
  return challenge;
}

/** What a mistake does differently from a good client. */
export interface DigestSlip extends Partial<DigestAnswer> {
  /** Parameters in place of those that came with the challenge. */
  readonly params?: Challenge['params'];
  /** The path whose challenge is answered, where it is another one. */
  readonly from?: string;
}

/** `draft` with credentials of `username` and `password` for a challenge that is fetched for it. */
export async function digestDraft(
  ask: Ask,
  draft: Draft,
  { username, password }: { readonly username: string; readonly password: string },
  { params = [], from = draft.path, ...slip }: DigestSlip = {},
): Promise<Draft> {
  const challenge = withParams(await digestChallenge(ask, from), params);
  const answer: DigestAnswer = {
    username,
    password,
    method: draft.method,
    uri: digestUri(ask, draft.path),
    cnonce: crypto.randomUUID().slice(0, 18),
    ...(draft.body === undefined ? {} : { body: draft.body }),
    ...slip,
  };
  return withCredentials(draft, digestCredentials(challenge, answer));
}

/** The request target of a path: what `uri` has to say. */
export function digestUri(ask: Ask, path: string): string {
  return new URL(ask.resource).pathname + path;
}

/** `draft` with this value of Authorization and no other. */
function withCredentials(draft: Draft, value: string): Draft {
  const fields = draft.fields.filter(([name]) => name !== 'Authorization');
  return { ...draft, fields: [...fields, authorization(value)] };
}

/** A draft whose Authorization was edited by hand after it had been computed. */
export function editedDraft(draft: Draft, edit: (value: string) => string): Draft {
  const value = fieldValue(draft, 'Authorization') ?? '';
  return withCredentials(draft, edit(value));
}
