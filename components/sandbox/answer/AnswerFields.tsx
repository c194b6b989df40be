import { X } from 'lucide';
import { type RefObject, useRef } from 'react';
import { Button } from '@/components/ui/Button';
import { Icon } from '@/components/ui/Icon';
import type { Field } from '@/lib/http-auth/message';
import type { AnswerPart } from '@/lib/http-auth/sheet';
import { answerParts, answerText, type PartProps } from '../editor/proposal-draft';

const box = 'block min-h-9 w-full min-w-0 rounded-md border border-control bg-raised px-2 py-1.5';
const wire = `${box} font-mono text-wire`;
const plain = { autoComplete: 'off', autoCapitalize: 'off', spellCheck: false } as const;

/** A status, challenges and other headers. The row after the last is always empty. */
export function AnswerFields({
  asks,
  text,
  change,
  realm,
}: PartProps<AnswerPart> & { readonly realm: string | undefined }) {
  const parts = answerParts(text);
  const { status, challenges, headers } = parts;
  const word = asks.lines ?? 'header';
  const last = useRef<HTMLInputElement>(null);
  const lines = useRef<HTMLFieldSetElement>(null);
  const put = (next: Partial<typeof parts>) => change(answerText({ ...parts, ...next }));
  const challenge = (at: number, value: string) =>
    put({ challenges: [...challenges.slice(0, at), value, ...challenges.slice(at + 1)] });
  const header = (at: number, field: Field) =>
    put({ headers: [...headers.slice(0, at), field, ...headers.slice(at + 1)] });
  const rows: readonly Field[] = [...headers, ['', '']];
  const offered = asks.headers.filter(
    (name) =>
      name !== 'WWW-Authenticate' && !headers.some(([other]) => other.toLowerCase() === name.toLowerCase()),
  );
  // What had the focus may be gone: the row that takes its place gets it, or the new one.
  const focus = (label: string) =>
    requestAnimationFrame(() =>
      lines.current?.querySelector<HTMLElement>(`[aria-label="${label}"]`)?.focus(),
    );
  const remove = (at: number) => {
    put({ headers: headers.filter((_, index) => index !== at) });
    focus(`Name of ${word} ${at + 1}`);
  };
  const add = (name: string) => {
    put({ headers: [...headers, [name, '']] });
    focus(`Value of ${word} ${headers.length + 1}`);
  };
  const statuses = asks.statuses ?? [];
  const isOffered = status === '' || statuses.includes(Number(status));
  return (
    <>
      {asks.statuses ? (
        <>
          <label className="block">
            <span className="text-xs text-faint">Status</span>
            <select
              value={status}
              onChange={({ target }) => put({ status: target.value })}
              className={`${box} max-w-32`}
            >
              <option value="">Choose</option>
              {[...statuses, ...(isOffered ? [] : [status])].map((option) => (
                <option key={option}>{option}</option>
              ))}
            </select>
          </label>
          <fieldset className="space-y-1.5">
            <legend className="text-xs text-faint">
              Challenge, in the header <code>WWW-Authenticate</code>
            </legend>
            {[...challenges, ''].map((value, at) => (
              <input
                // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its place alone; values repeat.
                key={at}
                aria-label={at ? `Challenge ${at + 1}` : 'Challenge'}
                value={value}
                placeholder={at ? 'another challenge' : 'none'}
                onFocus={({ target }) => {
                  last.current = target;
                }}
                onChange={({ target }) => challenge(at, target.value)}
                className={`${wire} placeholder:text-faint`}
                {...plain}
              />
            ))}
            {realm ? (
              <RealmButton realm={realm} last={last} challenges={challenges} insert={challenge} />
            ) : null}
          </fieldset>
        </>
      ) : null}
      <fieldset ref={lines} className="space-y-1.5">
        <legend className="text-xs text-faint">
          {asks.statuses ? 'Further headers' : asks.lines === 'setting' ? 'Settings' : 'Headers'}
        </legend>
        {rows.map(([name, value], at) => (
          <div
            // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its place alone; names repeat.
            key={at}
            className="grid grid-cols-[minmax(0,1fr)_2.25rem] gap-1.5 @md:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_2.25rem]"
          >
            <div className="@max-md:col-span-2">
              <LineInput
                label={`Name of ${word} ${at + 1}`}
                value={name}
                placeholder={`add a ${word}`}
                change={(typed) => header(at, named(typed, value))}
              />
            </div>
            {/* Below its name where the two do not fit beside each other. */}
            <div className="@max-md:pl-4">
              <LineInput
                label={`Value of ${word} ${at + 1}`}
                value={value}
                change={(typed) => header(at, [name, typed])}
              />
            </div>
            {at < headers.length ? (
              <button
                type="button"
                aria-label={`Remove ${word} ${at + 1}`}
                onClick={() => remove(at)}
                className="grid min-h-9 place-items-center rounded-md text-faint hover:text-ink"
              >
                <Icon of={X} className="size-4" aria-hidden="true" />
              </button>
            ) : null}
          </div>
        ))}
        {offered.length ? (
          <p className="flex flex-wrap items-center gap-x-1 text-xs text-faint">
            Add
            {offered.map((name) => (
              <Button
                key={name}
                variant="quiet"
                size="sm"
                className="px-2 font-mono text-xs font-normal wrap-anywhere"
                aria-label={`Add the ${word} ${name}`}
                onClick={() => add(name)}
              >
                {name}
              </Button>
            ))}
          </p>
        ) : null}
      </fieldset>
    </>
  );
}

interface LineInputProps {
  readonly label: string;
  readonly value: string;
  readonly placeholder?: string;
  readonly change: (typed: string) => void;
}

/** One line of text that wraps where it is long, so that no two of them look alike. */
function LineInput({ label, value, placeholder, change }: LineInputProps) {
  return (
    <textarea
      rows={1}
      aria-label={label}
      value={value}
      placeholder={placeholder}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.preventDefault();
      }}
      onChange={({ target }) => change(target.value.replace(/[\r\n]/g, ''))}
      className={`${wire} resize-none wrap-anywhere placeholder:text-faint field-sizing-content`}
      {...plain}
    />
  );
}

/** A name as it was typed or pasted; a whole line is taken apart at its colon. */
function named(typed: string, value: string): Field {
  const [name = '', ...rest] = typed.split(':');
  return [name.trim(), rest.length ? rest.join(':').trim() || value : value];
}

interface RealmButtonProps {
  readonly realm: string;
  readonly last: RefObject<HTMLInputElement | null>;
  readonly challenges: readonly string[];
  readonly insert: (at: number, value: string) => void;
}

/** Puts the realm where the cursor last stood in a challenge. */
function RealmButton({ realm, last, challenges, insert }: RealmButtonProps) {
  const press = () => {
    const input = last.current;
    const at = Math.max(0, Number(/\d+$/.exec(input?.getAttribute('aria-label') ?? '')?.[0] ?? 1) - 1);
    const value = challenges[at] ?? '';
    const [begin, end] = [input?.selectionStart ?? value.length, input?.selectionEnd ?? value.length];
    insert(at, value.slice(0, begin) + realm + value.slice(end));
    input?.focus();
    requestAnimationFrame(() => input?.setSelectionRange(begin + realm.length, begin + realm.length));
  };
  return (
    <p className="flex flex-wrap items-center gap-x-2 text-xs text-faint">
      Realm <code className="text-wire text-ink">{realm}</code>
      <Button variant="quiet" size="sm" className="px-2 text-xs" onClick={press}>
        Insert the realm
      </Button>
    </p>
  );
}
