/** What the review page is given, and what it fetches once it is needed. */
import type { Rule } from '@/lib/http-auth/rule';

/** A lesson by what can come back from it. */
export interface ReviewLesson {
  readonly slug: string;
  readonly title: string;
  readonly items: readonly { readonly id: string; readonly versions: number }[];
  readonly exercises: readonly string[];
}

/** `/review/beliefs`: what people believe, and what holds instead, by id. */
export type Beliefs = Readonly<
  Record<string, { readonly says: string; readonly truth: string; readonly rule?: Rule | undefined }>
>;
