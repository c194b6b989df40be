import type { ReactNode } from 'react';
import type { Draft } from '@/lib/http-auth/draft';
import { parseRaw } from '@/lib/sandbox/draft';
import { templateFragment } from '@/lib/sandbox/draft-share';
import { OfferLink } from './OfferLink';

interface SendThisProps {
  readonly exercise: string;
  /** A draft, or the text of one; `{username}` and the other placeholders of draft-template are filled in. */
  readonly draft: Draft | string;
  readonly children: ReactNode;
}

/**
 * A link in the text that loads a draft into the sandbox on the same page; without one there, or without JavaScript,
 * it leads to the page of the exercise. Throws where `draft` is text that is no request.
 */
export function SendThis({ exercise, draft, children }: SendThisProps) {
  const parsed = typeof draft === 'string' ? parseRaw(draft) : ({ ok: true, draft } as const);
  if (!parsed.ok) throw new Error(`<SendThis exercise="${exercise}">, line ${parsed.line}: ${parsed.reason}`);
  return (
    <OfferLink exercise={exercise} draft={parsed.draft} fragment={templateFragment(parsed.draft)}>
      {children}
    </OfferLink>
  );
}
