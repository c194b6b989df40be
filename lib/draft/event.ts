/** How the text of a page hands a draft to the sandbox beside it: a DOM event that every sandbox hears. */
import type { Draft } from '@/lib/http-auth/draft';

/** `draft` may hold the placeholders of `draft-template`. */
export interface OfferedDraft {
  readonly exercise: string;
  readonly draft: Draft;
}

const name = 'doorman:draft';

/** The id of the element that shows the sandbox of an exercise. */
export function sandboxId(exercise: string): string {
  return `sandbox-${exercise}`;
}

/** Hands `draft` to the sandbox of `exercise` on this page. */
export function offerDraft(exercise: string, draft: Draft): void {
  window.dispatchEvent(new CustomEvent<OfferedDraft>(name, { detail: { exercise, draft } }));
}

/** Calls `listener` with each draft that is offered to `exercise`; returns the way to stop. */
export function onOffer(exercise: string, listener: (draft: Draft) => void): () => void {
  return onAnyOffer((offered) => {
    if (offered.exercise === exercise) listener(offered.draft);
  });
}

/** Calls `listener` whenever a draft is offered to any exercise; returns the way to stop. */
export function onAnyOffer(listener: (offered: OfferedDraft) => void): () => void {
  const hear = (event: Event) => listener((event as CustomEvent<OfferedDraft>).detail);
  window.addEventListener(name, hear);
  return () => window.removeEventListener(name, hear);
}
