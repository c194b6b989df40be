import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { type RefObject, useId, useRef, useState } from 'react';
import { Button } from '@/components/ui/Button';
import type { Field } from '@/lib/http-auth/message';
import type { AnswerPart, Brief, ChoicePart, OrderPart, ProposalForm } from '@/lib/sandbox/exchange';
import { answerParts, answerText, isProposal, orderIn, proposalDraft, proposalText } from './proposal-draft';
import type { SheetProps } from './sheet';

interface ProposalSheetProps extends SheetProps {
  readonly form: ProposalForm;
  readonly brief: Brief;
}

/** What the learner decides in place of a server: what is chosen here is written into the request at once. */
export function ProposalSheet({ form, brief, draft, edit, wallet, say }: ProposalSheetProps) {
  const [latest, setLatest] = useState(form.begin);
  const isHere = isProposal(draft, form);
  const text = proposalText(draft, form) ?? latest;
  const change = (next: string) => {
    setLatest(next);
    edit(proposalDraft(next, form, [draft, brief.start]));
  };
  const { start } = brief;
  const begins = isProposal(start, form) ? undefined : `${start.method} ${start.path}`;
  const load = () => {
    setLatest(text);
    edit(start);
    say(`${begins} was loaded. Nothing is sent yet.`);
  };
  const { asks } = form;
  return (
    <section
      aria-label="Your proposal"
      className="mb-4 overflow-hidden rounded-xl border border-line bg-raised"
    >
      <div className="border-b border-line bg-sunk/60 px-3.5 py-2 text-sm">
        <h3 className="font-sans text-sm font-semibold tracking-normal">{form.title}</h3>
        <p className="text-xs/5 text-soft">
          {isHere ? (
            <>
              You are the server. What you set here is written into the request below, as{' '}
              <code className="text-wire">POST {form.path}</code>.
            </>
          ) : (
            <>
              The request below is <code className="text-wire">{`${draft.method} ${draft.path}`}</code>. A
              change here turns it into your proposal.
            </>
          )}
        </p>
      </div>
      <div className="space-y-3 px-3.5 py-3 text-sm">
        {asks.kind === 'answer' ? (
          <AnswerFields asks={asks} text={text} change={change} realm={wallet.realm} />
        ) : asks.kind === 'order' ? (
          <OrderFields asks={asks} text={text} change={change} />
        ) : (
          <ChoiceFields asks={asks} text={text} change={change} />
        )}
        {isHere && !begins ? null : (
          <p className="flex flex-wrap gap-2">
            {isHere ? null : (
              <Button variant="secondary" size="sm" onClick={() => change(text)}>
                Load this proposal
              </Button>
            )}
            {begins && isHere ? (
              <Button variant="secondary" size="sm" onClick={load}>
                Load {begins} again
              </Button>
            ) : null}
          </p>
        )}
      </div>
    </section>
  );
}

interface PartProps<P> {
  readonly asks: P;
  readonly text: string;
  readonly change: (text: string) => void;
}

const box = 'block min-h-9 w-full min-w-0 rounded-md border border-control bg-raised px-2 py-1.5';
const wire = `${box} font-mono text-wire`;
const plain = { autoComplete: 'off', autoCapitalize: 'off', spellCheck: false } as const;

/** A status, challenges and other headers. The row after the last is always empty. */
function AnswerFields({
  asks,
  text,
  change,
  realm,
}: PartProps<AnswerPart> & { readonly realm: string | undefined }) {
  const parts = answerParts(text);
  const { status, challenges, headers } = parts;
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
      name !== 'WWW-Authenticate' && !headers.some(([one]) => one.toLowerCase() === name.toLowerCase()),
  );
  // What had the focus may be gone: the row that takes its place gets it, or the new one.
  const focus = (label: string) =>
    requestAnimationFrame(() =>
      lines.current?.querySelector<HTMLElement>(`[aria-label="${label}"]`)?.focus(),
    );
  const remove = (at: number) => {
    put({ headers: headers.filter((_, index) => index !== at) });
    focus(`Name of header ${at + 1}`);
  };
  const add = (name: string) => {
    put({ headers: [...headers, [name, '']] });
    focus(`Value of header ${headers.length + 1}`);
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
              {[...statuses, ...(isOffered ? [] : [status])].map((one) => (
                <option key={one}>{one}</option>
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
        <legend className="text-xs text-faint">{asks.statuses ? 'Further headers' : 'Headers'}</legend>
        {rows.map(([name, value], at) => (
          <div
            // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its place alone; names repeat.
            key={at}
            className="grid grid-cols-[minmax(0,1fr)_2.25rem] gap-1.5 @md:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_2.25rem]"
          >
            <div className="@max-md:col-span-2">
              <LineInput
                label={`Name of header ${at + 1}`}
                value={name}
                placeholder="add a header"
                change={(typed) => header(at, named(typed, value))}
              />
            </div>
            <LineInput
              label={`Value of header ${at + 1}`}
              value={value}
              change={(typed) => header(at, [name, typed])}
            />
            {at < headers.length ? (
              <button
                type="button"
                aria-label={`Remove header ${at + 1}`}
                onClick={() => remove(at)}
                className="grid min-h-9 place-items-center rounded-md text-faint hover:text-ink"
              >
                <X className="size-4" aria-hidden="true" />
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
                aria-label={`Add the header ${name}`}
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

/** The items in an order, moved one place at a time. */
function OrderFields({ asks: { items }, text, change }: PartProps<OrderPart>) {
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
              const Icon = step < 0 ? ArrowUp : ArrowDown;
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
                  <Icon className="size-4" aria-hidden="true" />
                </button>
              );
            })}
          </span>
        </li>
      ))}
    </ol>
  );
}

/** One of several. */
function ChoiceFields({ asks: { items }, text, change }: PartProps<ChoicePart>) {
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
