/** A named draft of an exercise as a text can offer it: with placeholders, so that every learner's wallet fits. */

import { templateFragment } from '@/lib/draft/share';
import { templateDraft } from '@/lib/draft/template';
import type { Draft } from '@/lib/http-auth/draft';
import { figureDraft } from './figure';

/**
 * The draft `which` of an exercise, for the sandbox on the page and as the fragment of a link.
 * Throws with the names to choose from where there is no such draft.
 */
export async function draftLink(
  exercise: string,
  which: string,
): Promise<{ exercise: string; draft: Draft; fragment: string }> {
  const { draft, wallet } = await figureDraft(exercise, which);
  const template = templateDraft(draft, wallet);
  return { exercise, draft: template, fragment: templateFragment(template) };
}
