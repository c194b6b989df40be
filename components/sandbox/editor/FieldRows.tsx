import { X } from 'lucide';
import { type KeyboardEvent, useId, useRef } from 'react';
import { Icon } from '@/components/ui/Icon';
import type { RelayReason } from '@/lib/draft/limits';
import { isMasked } from '@/lib/draft/mask';
import type { Draft } from '@/lib/http-auth/draft';
import type { Field } from '@/lib/http-auth/message';

const names = [
  ...['Accept', 'Authorization', 'Content-Type', 'Cookie', 'DPoP', 'Host', 'Origin', 'Proxy-Authorization'],
  ...['User-Agent', 'X-API-Key', 'X-CSRF-Token'],
];

interface FieldRowsProps {
  readonly draft: Draft;
  readonly edit: (draft: Draft) => void;
  readonly reasons: readonly RelayReason[];
  /** The credentials are not there yet: what is masked cannot be edited. */
  readonly isPending: boolean;
  /** The id of the note that explains them. */
  readonly note: string;
}

/** The field lines, one row each, and an empty row to add the next. */
export function FieldRows({ draft, edit, reasons, isPending, note }: FieldRowsProps) {
  const id = useId();
  const rows = useRef<HTMLDivElement>(null);
  const fields: readonly Field[] = [...draft.fields, ['', '']];

  const change = (at: number, field: Field) => {
    const next = fields.map((current, index) => (index === at ? field : current));
    edit({ ...draft, fields: isBlank(next.at(-1)) ? next.slice(0, -1) : next });
  };
  const remove = (at: number) => {
    edit({ ...draft, fields: draft.fields.filter((_, index) => index !== at) });
    // The row is gone, and with it what had the focus: the row that takes its place gets it.
    requestAnimationFrame(() => rows.current?.querySelectorAll('input')[at]?.focus());
  };

  return (
    <div ref={rows}>
      <datalist id={`${id}-names`}>
        {names.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      {fields.map((field, index) => (
        <FieldRow
          // biome-ignore lint/suspicious/noArrayIndexKey: a field line is known by its place alone; names repeat.
          key={index}
          number={index + 1}
          field={field}
          isReadOnly={isPending && isMasked(field[1])}
          list={`${id}-names`}
          change={(next) => change(index, next)}
          remove={index < draft.fields.length ? () => remove(index) : undefined}
          note={reasons.some((reason) => reason.field === index) ? note : undefined}
        />
      ))}
    </div>
  );
}

const isBlank = (field: Field | undefined) => field?.[0] === '' && field[1] === '';

interface FieldRowProps {
  readonly number: number;
  readonly field: Field;
  readonly isReadOnly: boolean;
  readonly list: string;
  /** The id of the note that says why a browser would not send this line; a bar marks the row. */
  readonly note: string | undefined;
  readonly change: (field: Field) => void;
  readonly remove: (() => void) | undefined;
}

function FieldRow({ number, field: [name, value], isReadOnly, list, note, change, remove }: FieldRowProps) {
  const stay = (event: KeyboardEvent) => {
    if (event.key === 'Enter') event.preventDefault();
  };
  // A name that the first column would cut has a line of its own: cut, two names may look the same.
  const isLong = name.length > 14;
  return (
    <div
      className={`grid border-t border-line font-mono text-wire ${
        isLong
          ? 'grid-cols-[minmax(0,1fr)_2.25rem]'
          : 'grid-cols-[minmax(6.5rem,9.5rem)_minmax(0,1fr)_2.25rem]'
      } ${note ? 'shadow-[inset_3px_0_0_var(--brand)]' : ''}`}
    >
      <input
        aria-label={`Name of header ${number}`}
        aria-describedby={note}
        list={list}
        value={name}
        placeholder="add a header…"
        onChange={({ target }) => change([target.value, value])}
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="off"
        className="h-9.5 min-w-0 self-start bg-transparent px-3.5 placeholder:text-faint -outline-offset-2"
      />
      <textarea
        rows={1}
        aria-label={`Value of header ${number}`}
        aria-describedby={note}
        value={value}
        readOnly={isReadOnly}
        data-credential={/^(?:proxy-)?authorization$/i.test(name) ? '' : undefined}
        onKeyDown={stay}
        onChange={({ target }) => change([name, target.value.replace(/[\r\n]/g, '')])}
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="off"
        className={`block max-h-48 min-h-9.5 w-full min-w-0 resize-none overflow-y-auto scroll-cue px-3.5 py-2 wrap-wire field-sizing-content -outline-offset-2 ${isLong ? 'col-start-1 row-start-2 -mt-1.5 pl-[calc(0.875rem+2ch)]' : 'border-l border-line'}`}
      />
      {remove ? (
        <button
          type="button"
          onClick={remove}
          aria-label={`Remove header ${number}`}
          className="grid h-9.5 place-items-center text-faint hover:text-ink -outline-offset-2"
        >
          <Icon of={X} className="size-4" aria-hidden="true" />
        </button>
      ) : null}
    </div>
  );
}
