import type { Insertable, Insertion } from './use-insertion';

interface ChipProps extends Insertable {
  /** How many characters of a long value are shown. */
  readonly shown: number;
  /** It stands in a row that scrolls, and takes the width that it needs. Elsewhere a long name wraps. */
  readonly scrolls?: boolean;
  readonly insert: Insertion['insert'];
}

/** One value with its name; a press inserts it. */
export function Chip({ shown, scrolls = false, insert, ...what }: ChipProps) {
  const { label, value } = what;
  // Passwords of attempts differ by some letters. They take the same room, so that nothing moves when one comes.
  const isLong = value.length > shown + 10;
  const isPassword = value.length > 8 && !isLong;
  const room = isPassword
    ? 'min-w-[19ch] max-[20rem]:min-w-0'
    : isLong && !scrolls
      ? 'min-w-[min(15ch,50%)]'
      : '';
  return (
    <button
      type="button"
      onClick={() => insert(what)}
      title={value}
      className="flex min-h-7 max-w-full items-center gap-2 rounded-md border border-line-strong px-2 py-0.5 text-xs text-soft hover:border-control hover:bg-sunk hover:text-ink"
    >
      <span className="sr-only">Insert </span>
      <span className={scrolls ? 'whitespace-nowrap' : 'min-w-0 text-left'}>{label}</span>
      <span className={`shrink-0 truncate text-left font-mono text-ink max-[20rem]:shrink ${room}`}>
        {isLong ? `${value.slice(0, shown)}…` : value}
      </span>
    </button>
  );
}
