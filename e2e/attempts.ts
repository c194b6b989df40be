/** Attempts of the tests, with what the server's own brief says of them. */
import { randomBytes } from 'node:crypto';
import type { APIRequestContext } from '@playwright/test';
import type { Brief } from '@/lib/draft/exchange';

/** An attempt id that no other test uses. */
export function newAttempt(): string {
  return randomBytes(9).toString('base64url');
}

/** The brief of an attempt, with its wallet's values by name and the path of its resource. */
export async function readBrief(request: APIRequestContext, slug: string, attempt = newAttempt()) {
  const response = await request.get(`/api/briefs/${slug}/${attempt}`);
  if (!response.ok()) throw new Error(`No brief of ${slug}: ${response.status()}`);
  const brief = (await response.json()) as Brief;
  const wallet = Object.fromEntries(brief.wallet.map(({ name, value }) => [name, value]));
  return { brief, wallet, attempt, base: `/api/sandbox/${slug}/${attempt}` };
}
