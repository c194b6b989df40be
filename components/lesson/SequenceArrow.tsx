import type { ReactNode } from 'react';
import type { StatusTone } from '@/components/ui/status';

interface SequenceArrowProps {
  readonly from: number;
  readonly to: number;
  /** The names of both lanes. */
  readonly between: readonly [string, string];
  /** The answer: the same way back. */
  readonly back?: boolean;
  readonly tone?: StatusTone;
  /** Headers to show below it; without a value, one that is missing. */
  readonly fields: readonly { readonly name: string; readonly value: string | undefined }[];
  readonly children: ReactNode;
}

/** A message from one lane to another, with a word on its line. */
export function SequenceArrow({
  from,
  to,
  between,
  back = false,
  tone,
  fields,
  children,
}: SequenceArrowProps) {
  const [left, right] = from < to ? [from, to] : [to, from];
  const isLeftwards = from < to === back;
  const place = { '--left': left, '--right': right } as React.CSSProperties;
  const chip = tone ? `${tone.ground} ${tone.text}` : 'bg-sunk text-ink';
  const line = tone ? tone.fillText : 'text-brand';
  return (
    <span className={back ? 'sequence-message sequence-back' : 'sequence-message'} style={place}>
      <span className={isLeftwards ? 'sequence-arrow sequence-leftwards' : 'sequence-arrow'}>
        <span className="sr-only">
          {between[back ? 1 : 0]} to {between[back ? 0 : 1]}:{' '}
        </span>
        <span className={`sequence-line ${line}`} />
        <span className={`sequence-chip ${chip}`}>{children}</span>
        <span className={`sequence-line ${line}`} />
        <svg viewBox="0 0 8 10" className={`sequence-head ${line}`} aria-hidden="true">
          <path d="M0 0 8 5 0 10z" fill="currentColor" />
        </svg>
      </span>
      {fields.map(({ name, value }) => (
        <span key={name} className="sequence-field">
          {value === undefined ? (
            <span className="text-faint">
              no <span className="line-through">{name}</span>
            </span>
          ) : (
            <span>
              <span className="text-ink">{name}</span>: {value}
            </span>
          )}
        </span>
      ))}
    </span>
  );
}
