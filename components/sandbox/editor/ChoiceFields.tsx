import { useId } from 'react';
import type { ChoicePart } from '@/lib/http-auth/sheet';
import type { PartProps } from './proposal-draft';

/** One of several. */
export function ChoiceFields({ asks: { items }, text, change }: PartProps<ChoicePart>) {
  const group = useId();
  return (
    <fieldset className="space-y-1.5">
      <legend className="text-xs text-faint">Choose one</legend>
      {items.map(({ name, means }) => (
        <label
          key={name}
          className="flex gap-2.5 rounded-md border border-line-strong px-3 py-1.5 has-checked:border-brand has-checked:bg-brand-ground hover:border-control"
        >
          <input
            type="radio"
            name={group}
            value={name}
            checked={text.trim() === name}
            onChange={() => change(name)}
            className="mt-1 shrink-0 self-start"
          />
          <span className="min-w-0">
            <code className="text-wire">{name}</code> <span className="text-soft">{means}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
