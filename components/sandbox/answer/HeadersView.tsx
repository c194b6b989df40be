import { useState } from 'react';
import { Chevron } from '@/components/ui/Chevron';
import type { Field } from '@/lib/http-auth/message';
import { amountOf } from './amounts';
import { FieldLines, type MarkedField } from './FieldLines';
import { splitFields } from './transport';

interface HeadersViewProps {
  readonly fields: readonly Field[];
  /** Those of the answer before. */
  readonly before: readonly Field[] | undefined;
}

/** The headers of a response: what the resource said, then what the transport and the sandbox added. */
export function HeadersView({ fields, before }: HeadersViewProps) {
  const [isOpen, setOpen] = useState(false);
  const { resource, added } = splitFields(fields);
  return (
    <div className="px-4 pb-3">
      {resource.length ? (
        <FieldLines fields={marked(resource, before)} gone={gone(fields, before)} />
      ) : (
        <p className="text-sm text-soft">The resource itself sent none.</p>
      )}
      {added.length ? (
        <details
          className="mt-1.5"
          open={isOpen}
          onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
        >
          <summary className="flex min-h-6 cursor-pointer list-none items-center gap-1.5 text-xs text-faint hover:text-ink [&::-webkit-details-marker]:hidden">
            What the transport and the sandbox added: {amountOf(added.length, 'header')}
            <Chevron />
          </summary>
          <div className="mt-1.5 text-soft">
            <FieldLines fields={added.map((field) => ({ field }))} />
          </div>
        </details>
      ) : null}
    </div>
  );
}

const key = ([name, value]: Field) => `${name.toLowerCase()}: ${value}`;

function marked(fields: readonly Field[], earlier: readonly Field[] | undefined): MarkedField[] {
  if (!earlier) return fields.map((field) => ({ field }));
  const lines = new Set(earlier.map(key));
  const names = new Set(earlier.map(([name]) => name.toLowerCase()));
  return fields.map((field) => {
    if (lines.has(key(field))) return { field };
    return { field, mark: names.has(field[0].toLowerCase()) ? ('changed' as const) : ('new' as const) };
  });
}

/** Names that the resource sent with the answer before, and not with this one. */
function gone(fields: readonly Field[], earlier: readonly Field[] | undefined): string[] {
  const names = new Set(fields.map(([name]) => name.toLowerCase()));
  const lost = splitFields(earlier ?? []).resource.filter(([name]) => !names.has(name.toLowerCase()));
  return [...new Set(lost.map(([name]) => name))];
}
