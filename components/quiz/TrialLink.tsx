'use client';

import { SendHorizontal } from 'lucide-react';
import Link from 'next/link';
import type { MouseEvent, ReactNode } from 'react';
import type { Trial } from '@/lib/quiz/question';
import { offerDraft, sandboxId } from '@/lib/sandbox/draft-event';

interface TrialLinkProps {
  readonly trial: Trial;
  readonly children?: ReactNode;
}

/** Loads a request into the sandbox: into the one on this page if it is there, else on its own page. */
export function TrialLink({ trial: { exercise, draft, href }, children = 'Try it' }: TrialLinkProps) {
  const load = (event: MouseEvent) => {
    const sandbox = document.getElementById(sandboxId(exercise));
    if (!sandbox) return;
    event.preventDefault();
    offerDraft(exercise, draft);
    sandbox.scrollIntoView({ block: 'nearest' });
  };
  return (
    <Link href={href} prefetch={false} onClick={load} className="link inline-flex items-center gap-1.5">
      <SendHorizontal className="size-3.5 shrink-0" aria-hidden="true" />
      {children}
    </Link>
  );
}
