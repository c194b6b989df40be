import type { ReactNode } from 'react';
import { type Rule, ruleUrl } from '@/lib/http-auth/rule';

interface RuleNoteProps {
  readonly id: Rule;
  /** How strongly it binds (RFC 2119 §1 to §5). */
  readonly level: string;
  /** Who has to keep it. */
  readonly binds?: string | undefined;
  readonly children: ReactNode;
}

/** A rule in our words, with how strongly it binds, whom, and the sentence that says so. */
export function RuleNote({ id, level, binds, children }: RuleNoteProps) {
  return (
    <div role="note" aria-label={`Rule ${id}`} className="border-l-3 border-brand py-0.5 pl-4">
      <p className="mb-1.5 flex flex-wrap items-baseline gap-x-2.5 gap-y-1 text-sm text-soft">
        <strong className="rounded-sm border border-brand px-1.5 text-xs leading-5 font-semibold tracking-wide text-brand">
          {level}
        </strong>
        {binds ? <span>binds {binds}</span> : null}
        <a href={ruleUrl(id)} className="link sm:ml-auto">
          {id}
        </a>
      </p>
      <div className="[&>p+p]:mt-3">{children}</div>
    </div>
  );
}
