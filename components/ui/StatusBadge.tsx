import { statusTone } from './status';

interface StatusBadgeProps {
  readonly status: number;
  /** The reason phrase, where there is room for it. */
  readonly name?: string;
  readonly className?: string;
}

/** A status as a word in its colour. The number says it too, so the colour is never alone. */
export function StatusBadge({ status, name, className = '' }: StatusBadgeProps) {
  const { ground, text, edge } = statusTone(status);
  const outline = status === 404 ? `border ${edge}` : 'border border-transparent';
  return (
    <span
      className={`inline-flex items-baseline gap-1.5 rounded-md px-1.5 py-px font-mono text-wire whitespace-nowrap ${outline} ${ground} ${text} ${className}`}
    >
      <span>{status}</span>
      {name ? <span>{name}</span> : null}
    </span>
  );
}
