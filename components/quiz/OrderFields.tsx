import { ArrowDown, ArrowUp } from 'lucide';
import { useRef } from 'react';
import { Icon } from '@/components/ui/Icon';
import { Inline } from '@/components/ui/Inline';
import type { OrderQuestion } from '@/lib/quiz/question';
import type { FieldsProps } from './fields-props';
import { Verdict } from './Verdict';

/** Steps to be put in order with buttons, one place at a time. */
export function OrderFields({ question, given, answered, onGive }: FieldsProps<OrderQuestion>) {
  const list = useRef<HTMLOListElement>(null);
  const { keys } = given;
  const steps = keys.flatMap((key) => question.steps.find((step) => step.key === key) ?? []);

  const move = (from: number, to: number) => {
    const moved = [...keys];
    moved.splice(to, 0, ...moved.splice(from, 1));
    onGive({ kind: 'order', keys: moved });
    // The row moves in the document, which takes the focus from its button: give it back.
    const direction = to < from ? 'up' : 'down';
    requestAnimationFrame(() => {
      const row = list.current?.children[to];
      const button = row?.querySelector<HTMLButtonElement>(`[data-move="${direction}"]:not(:disabled)`);
      (button ?? row?.querySelector<HTMLButtonElement>('button:not(:disabled)'))?.focus();
    });
  };

  return (
    <ol
      ref={list}
      className="divide-y divide-line overflow-hidden rounded-lg border border-line-strong bg-raised"
    >
      {steps.map(({ key, text, why }, index) => (
        <li key={key} className="flex gap-3 px-3.5 py-2">
          <span className="w-4 shrink-0 pt-1 font-mono text-wire text-faint" aria-hidden="true">
            {index + 1}
          </span>
          <span className="min-w-0 flex-1 py-0.5">
            <Inline text={text} />
            {answered ? (
              <Verdict right={Number(key) === index} chosen why={placed(Number(key), index, why)} />
            ) : null}
          </span>
          {answered ? null : (
            <span className="flex shrink-0 gap-1 print:hidden noscript:hidden">
              {([-1, 1] as const).map((step) => {
                const to = index + step;
                const shape = step < 0 ? ArrowUp : ArrowDown;
                const way = step < 0 ? 'up' : 'down';
                return (
                  <button
                    key={way}
                    type="button"
                    data-move={way}
                    disabled={to < 0 || to >= steps.length}
                    aria-label={`Move ${way}: ${text.replaceAll('`', '')}, now ${index + 1} of ${steps.length}`}
                    onClick={() => move(index, to)}
                    className="grid size-8 place-items-center rounded-md border border-control bg-raised hover:bg-sunk disabled:border-line disabled:text-line-strong"
                  >
                    <Icon of={shape} className="size-4" aria-hidden="true" />
                  </button>
                );
              })}
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}

function placed(right: number, now: number, why: string): string {
  return right === now ? why : `This belongs in place ${right + 1}. ${why}`;
}
