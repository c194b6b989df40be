'use client';
import type { MouseEvent, ReactNode } from 'react';
import { offerDraft, sandboxId } from '@/lib/draft/event';
import type { Draft } from '@/lib/http-auth/draft';
import { rememberLink } from './loading-link';

interface OfferLinkProps {
  readonly exercise: string;
  readonly draft: Draft;
  readonly fragment: string;
  readonly children: ReactNode;
}

/** Hands a draft to the sandbox on this page; a plain link to the exercise where there is none. */
export function OfferLink({ exercise, draft, fragment, children }: OfferLinkProps) {
  const offer = (event: MouseEvent<HTMLElement>) => {
    const sandbox = document.getElementById(sandboxId(exercise));
    if (!sandbox || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    rememberLink(event.currentTarget);
    offerDraft(exercise, draft);
    const { top, bottom } = sandbox.getBoundingClientRect();
    const isAway = bottom < 120 || top > window.innerHeight - 200;
    if (isAway) sandbox.scrollIntoView({ behavior: 'smooth', block: 'start' });
  };
  return (
    <a href={`/sandbox/${exercise}#${fragment}`} data-kept="" onClick={offer} className="link">
      {children}
    </a>
  );
}
