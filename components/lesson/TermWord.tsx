import { type ReactNode, useId } from 'react';
import { Inline } from '@/components/ui/Inline';
import { type Rule, ruleUrl } from '@/lib/http-auth/rule';

interface TermWordProps {
  /** Where the glossary has it. */
  readonly href: string;
  readonly term: string;
  readonly says: string;
  readonly not?: string | undefined;
  readonly rule?: Rule | undefined;
  readonly children: ReactNode;
}

/** A word with its meaning behind it: a native popover, opened by a press, closed by Escape; `TermHover` adds the rest. */
export function TermWord({ href, term, says, not, rule, children }: TermWordProps) {
  const id = `term${useId().replace(/[^\w]/g, '')}`;
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        className="inline cursor-help rounded-sm text-left underline decoration-dotted decoration-1 underline-offset-4 hover:decoration-solid"
      >
        {children}
      </button>
      <span
        id={id}
        popover="auto"
        role="note"
        aria-label={term}
        className="term-card max-w-[min(22rem,calc(100vw-2rem))] rounded-lg border border-line-strong bg-raised p-4 text-left text-[0.9375rem] leading-normal font-normal text-ink shadow-lift"
      >
        <span className="block font-semibold first-letter:uppercase">{term}</span>
        <span className="mt-1 block">
          <Inline text={says} />
        </span>
        {not ? (
          <span className="mt-2 block text-soft">
            Not: <Inline text={not} />
          </span>
        ) : null}
        <span className="mt-2 flex flex-wrap gap-x-4 text-sm">
          {rule ? (
            <a href={ruleUrl(rule)} className="link">
              {rule}
            </a>
          ) : null}
          <a href={href} className="link">
            Glossary
          </a>
        </span>
      </span>
    </>
  );
}
