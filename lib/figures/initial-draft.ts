/**
 * How an exercise looks before anybody touched it, for a page that is made at build. A page is the same for everybody and
 * credentials are not, so what differs from one attempt to another is masked, with as many characters as it will have.
 */

import { type InitialDraft, isSheet } from '@/lib/draft/exchange';
import { relayReasons } from '@/lib/draft/limits';
import { mask } from '@/lib/draft/mask';
import type { Draft } from '@/lib/http-auth/draft';
import { figureDraft } from './figure';

/** The opening of an exercise whose page lets the browser keep `cookies`. Throws where there is no such exercise. */
export async function initialDraft(slug: string, cookies: boolean): Promise<InitialDraft> {
  const [first, other] = await Promise.all(
    ['figure-0', 'figure-1'].map(async (attempt) => {
      const { draft, open } = await figureDraft(slug, 'start', attempt);
      return { draft, wallet: Object.entries(await open.resource.wallet()), sheet: open.resource.sheet };
    }),
  );
  if (!first || !other) throw new Error(`There is no opening of "${slug}"`);
  const draft = maskedDraft(first.draft, other.draft);
  const isSame = JSON.stringify(first.draft) === JSON.stringify(other.draft);
  return {
    draft,
    wallet: first.wallet.map(([name, { label, value }], at) => ({
      name,
      label,
      value: mask(value, other.wallet[at]?.[1].value ?? ''),
    })),
    ...(first.sheet && { sheet: first.sheet.kind }),
    isSheet: isSheet(first.draft, first.sheet),
    ...(isSame && !cookies && isPlain(draft) && { first: firstOf(draft) }),
  };
}

function maskedDraft(first: Draft, other: Draft): Draft {
  return {
    method: first.method,
    path: mask(first.path, other.path),
    fields: first.fields.map(
      ([name, value], at) => [name, mask(value, other.fields[at]?.[1] ?? '')] as const,
    ),
    ...(first.body !== undefined && { body: mask(first.body, other.body ?? '') }),
  };
}

/** True for a request that any page may send, without the relay, and that changes nothing (RFC 9110 §9.2.1). */
function isPlain(draft: Draft): boolean {
  return /^(?:GET|HEAD)$/.test(draft.method) && !draft.body && relayReasons(draft).length === 0;
}

/** What lib/early/early-input.mjs hands to `fetch`. */
function firstOf({ method, path, fields }: Draft): NonNullable<InitialDraft['first']> {
  return { path, method, headers: fields.filter(([name]) => name !== '') };
}
