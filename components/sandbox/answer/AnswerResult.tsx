import { Check, Minus, X } from 'lucide';
import type { MouseEvent } from 'react';
import { Icon } from '@/components/ui/Icon';
import type { SheetRequest } from '@/lib/http-auth/sheet';
import { hasFeedback, type Mark } from '../editor/sheet';
import type { Shown } from '../send';
import { useResultInView } from './use-result-in-view';

interface AnswerResultProps {
  readonly requests: readonly SheetRequest[];
  readonly marks: ReadonlyMap<string, Mark>;
  readonly exchanges: readonly Shown[];
}

/** The sum and the verdict of every row, where Send was pressed; each name opens its row. */
export function AnswerResult({ requests, marks, exchanges }: AnswerResultProps) {
  const result = useResultInView(exchanges, hasFeedback);
  if (!marks.size) return null;
  const right = requests.filter(({ name }) => marks.get(name)?.right).length;
  const wrong = requests.find(({ name }) => marks.get(name)?.right === false);
  return (
    <section
      ref={result}
      aria-label="Result"
      className="mt-4 scroll-my-4 rounded-xl border border-line bg-raised px-3.5 py-3 text-sm"
    >
      <p className="font-semibold">
        {right} of {requests.length} right
      </p>
      <ul className="mt-1.5 flex flex-wrap gap-x-4">
        {requests.map(({ name }) => (
          <li key={name}>
            <button
              type="button"
              className="flex min-h-6 items-center gap-1 hover:underline"
              onClick={(event) => openRow(event, name)}
            >
              <RowMark mark={marks.get(name)} />
              <span className="font-mono text-wire">{name}</span>
            </button>
          </li>
        ))}
      </ul>
      {wrong ? (
        <p className="mt-2 border-l-3 border-s403-fill pl-2.5 text-soft">
          <span className="font-mono text-wire text-ink">{wrong.name}</span>. {marks.get(wrong.name)?.says}
        </p>
      ) : null}
    </section>
  );
}

function RowMark({ mark }: { readonly mark: Mark | undefined }) {
  const [shape, tone, text] = !mark
    ? ([Minus, 'text-faint', 'not answered'] as const)
    : mark.right
      ? ([Check, 'text-s2xx-text', 'right'] as const)
      : ([X, 'text-s403-text', 'not right'] as const);
  return (
    <>
      <Icon of={shape} className={`size-3.5 ${tone}`} aria-hidden="true" />
      <span className="sr-only">{text}: </span>
    </>
  );
}

/** Opens the row of a name in the form around it, and moves there. */
function openRow({ currentTarget }: MouseEvent<HTMLElement>, name: string): void {
  const row = currentTarget
    .closest('form')
    ?.querySelector<HTMLDetailsElement>(`[data-row="${CSS.escape(name)}"]`);
  if (!row) return;
  row.open = true;
  row.scrollIntoView({ block: 'center' });
  row.querySelector('summary')?.focus({ preventScroll: true });
}
