import type { Field } from '@/lib/http-auth/message';
import { ChallengeView } from './ChallengeView';

export interface MarkedField {
  readonly field: Field;
  readonly mark?: 'new' | 'changed' | 'typed';
}

interface FieldLinesProps {
  readonly fields: readonly MarkedField[];
  /** Names that were there before. */
  readonly gone?: readonly string[];
}

const words = { new: 'new', changed: 'changed' };
const looks = {
  new: 'animate-lit bg-brand-ground',
  changed: 'animate-lit bg-brand-ground',
  typed: 'border-l-2 border-brand pl-1 rounded-none',
};

/** Field lines in the order in which they crossed the wire, name under name and value under value. */
export function FieldLines({ fields, gone = [] }: FieldLinesProps) {
  return (
    <ul className="@container font-mono text-wire">
      {fields.map(({ field: [name, value], mark }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines repeat, and their place is what they are known by.
        <li key={index} className="py-px">
          <div
            className={`-mx-1.5 grid grid-cols-1 gap-x-3 rounded-sm px-1.5 @sm:grid-cols-[9.75rem_minmax(0,1fr)] ${
              mark ? looks[mark] : ''
            }`}
          >
            <span className="text-soft wrap-anywhere">
              <bdi>{name}</bdi>
              <span className="text-faint">:</span>{' '}
            </span>
            <span className="min-w-0 wrap-wire @max-sm:pl-[2ch]">
              <bdi>{value}</bdi>
              {mark && mark !== 'typed' ? (
                <span className="ml-2 font-sans text-xs text-faint">{words[mark]}</span>
              ) : null}
            </span>
          </div>
          {/^(?:www|proxy)-authenticate$/i.test(name) ? <ChallengeView value={value} /> : null}
        </li>
      ))}
      {gone.map((name) => (
        <li key={`-${name}`} className="py-px text-faint">
          <s>{name}</s>
          <span className="ml-2 font-sans text-xs">no longer sent</span>
        </li>
      ))}
    </ul>
  );
}
