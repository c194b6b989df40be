import './message.css';
import type { ReactNode } from 'react';
import { statusTone } from '@/components/ui/status';
import type { WireLine } from '@/lib/draft/wire-lines';

interface MessageProps {
  readonly lines: readonly WireLine[];
  /** Colours the status line and the marked lines; left out for a request. */
  readonly status?: number | undefined;
  /** True for each line that the reader should look at. */
  readonly marked?: ((line: WireLine) => boolean) | undefined;
  readonly markLabel?: string;
  /** How a value is shown; as it is if left out. A page that is made at build folds long ones (Folded.tsx). */
  readonly value?: (text: string) => ReactNode;
}

/**
 * One message as it crossed the wire, line by line. Marked lines bear a bar and a word besides their colour. A page has
 * hundreds of such lines, twice, so each is one element with one class.
 */
export function Message({ lines, status, marked, markLabel = 'Look here', value }: MessageProps) {
  const tone = status === undefined ? undefined : statusTone(status);
  return (
    <div className="font-mono text-wire wrap-wire">
      {lines.map((line, index) => {
        const isMarked = marked?.(line) ?? false;
        const ground = tone ? `${tone.ground} ${tone.edge}` : 'border-brand bg-brand-ground';
        const start = line.kind === 'start' && tone && tone.text !== 'text-soft' ? ` ${tone.text}` : '';
        const look = `wire-${line.kind}${start}${isMarked ? ` wire-marked ${ground}` : ''}`;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines may repeat, and their place tells them apart
          <div key={index} className={look}>
            {isMarked ? <span className="sr-only">{markLabel}: </span> : null}
            {line.name ? <span>{line.name}</span> : null}
            {line.name ? ': ' : null}
            {value ? value(line.value) : line.value}
          </div>
        );
      })}
    </div>
  );
}
