import { ArrowDown, ArrowUp } from 'lucide';
import { useRef } from 'react';
import { Icon } from '@/components/ui/Icon';
import type { OrderPart } from '@/lib/http-auth/sheet';
import { orderIn, type PartProps } from './proposal-draft';

/** The items in an order, moved one place at a time. */
export function OrderFields({ asks: { items }, text, change }: PartProps<OrderPart>) {
  const list = useRef<HTMLOListElement>(null);
  const order = orderIn(
    text,
    items.map(({ name }) => name),
  );
  const move = (from: number, to: number) => {
    const moved = [...order];
    moved.splice(to, 0, ...moved.splice(from, 1));
    change(moved.join(', '));
    // The row moves in the document, which takes the focus from its button: give it back.
    const way = to < from ? 'up' : 'down';
    requestAnimationFrame(() => {
      const row = list.current?.children[to];
      const button = row?.querySelector<HTMLButtonElement>(`[data-move="${way}"]:not(:disabled)`);
      (button ?? row?.querySelector<HTMLButtonElement>('button:not(:disabled)'))?.focus();
    });
  };
  return (
    <ol ref={list} aria-label="Order" className="divide-y divide-line rounded-md border border-line">
      {order.map((name, at) => (
        <li key={name} className="flex items-center gap-3 px-3 py-1.5">
          <span className="w-4 shrink-0 font-mono text-wire text-faint" aria-hidden="true">
            {at + 1}
          </span>
          <span className="min-w-0 flex-1">
            <code className="text-wire">{name}</code>{' '}
            <span className="text-soft">{items.find((item) => item.name === name)?.means}</span>
          </span>
          <span className="flex shrink-0 gap-1">
            {([-1, 1] as const).map((step) => {
              const to = at + step;
              const shape = step < 0 ? ArrowUp : ArrowDown;
              const way = step < 0 ? 'up' : 'down';
              return (
                <button
                  key={way}
                  type="button"
                  data-move={way}
                  disabled={to < 0 || to >= order.length}
                  aria-label={`Move ${way}: ${name}, now ${at + 1} of ${order.length}`}
                  onClick={() => move(at, to)}
                  className="grid size-8 place-items-center rounded-md border border-control bg-raised hover:bg-sunk disabled:border-line disabled:text-line-strong"
                >
                  <Icon of={shape} className="size-4" aria-hidden="true" />
                </button>
              );
            })}
          </span>
        </li>
      ))}
    </ol>
  );
}
