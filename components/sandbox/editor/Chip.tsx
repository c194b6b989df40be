import type { Insertable, Insertion } from './use-insertion';

interface ChipProps extends Insertable {
  /** How many characters of a long value are shown. */
  readonly shown: number;
  readonly insert: Insertion['insert'];
}

/** One value with its name; a press inserts it. */
export function Chip({ shown, insert, ...what }: ChipProps) {
  const { label, value } = what;
  // Passwords of attempts differ by some letters. They take the same room, so that nothing moves when one comes.
  const isLong = value.length > shown + 10;
  const isPassword = value.length > 8 && !isLong;
  return (
    <button
      type="button"
      onClick={() => insert(what)}
      title={value}
      className="flex min-h-7 max-w-full items-center gap-2 rounded-md border border-line-strong px-2 py-0.5 text-xs text-soft hover:border-control hover:bg-sunk hover:text-ink"
    >
      <span className="sr-only">Insert </span>
      <span className={isLong ? 'min-w-0' : 'shrink-0'}>{label}</span>
      <span
        className={`truncate text-left font-mono text-ink ${isPassword ? 'min-w-[19ch]' : isLong ? 'min-w-[min(15ch,50%)] shrink-0' : ''}`}
      >
        {isLong ? `${value.slice(0, shown)}…` : value}
      </span>
    </button>
  );
}
