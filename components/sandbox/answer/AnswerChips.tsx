import { useMemo } from 'react';
import type { Exchange } from '@/lib/draft/exchange';
import { valuesIn } from '@/lib/draft/values';
import { Chip } from '../editor/Chip';
import type { Insertion } from '../editor/use-insertion';

interface AnswerChipsProps {
  /** Newest first. */
  readonly exchanges: readonly Pick<Exchange, 'request' | 'response'>[];
  /** The values that have a chip already. */
  readonly wallet: readonly string[];
  readonly insert: Insertion['insert'];
}

/** Tokens, cookies, nonces and codes that answers brought, newest first. They live as long as the page. */
export default function AnswerChips({ exchanges, wallet, insert }: AnswerChipsProps) {
  const values = useMemo(() => valuesIn(exchanges, wallet), [exchanges, wallet]);
  if (!values.length) return <span className="leading-7">nothing to use yet</span>;
  return (
    <ul
      aria-label="From responses: press to insert"
      className="flex min-w-0 flex-1 gap-1.5 overflow-x-auto pb-1 [scrollbar-width:thin]"
    >
      {values.map((value) => (
        <li key={value.label} className="shrink-0">
          <Chip {...value} shown={10} scrolls insert={insert} />
        </li>
      ))}
    </ul>
  );
}
