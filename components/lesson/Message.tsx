import { statusTone } from '@/components/ui/status';
import type { WireLine } from '@/lib/draft/wire-lines';

interface MessageProps {
  readonly lines: readonly WireLine[];
  /** Colours the status line and the marked lines; left out for a request. */
  readonly status?: number | undefined;
  /** True for each line that the reader should look at. */
  readonly marked?: ((line: WireLine) => boolean) | undefined;
  readonly markLabel?: string;
}

/** One message as it crossed the wire, line by line. Marked lines bear a bar and a word besides their colour. */
export function Message({ lines, status, marked, markLabel = 'Look here' }: MessageProps) {
  const tone = status === undefined ? undefined : statusTone(status);
  return (
    <div className="font-mono text-wire wrap-wire">
      {lines.map((line, index) => {
        const isMarked = marked?.(line) ?? false;
        const ground = isMarked
          ? `border-l-2 ${tone ? `${tone.ground} ${tone.edge}` : 'border-brand bg-brand-ground'}`
          : 'border-l-2 border-transparent';
        const words = {
          start: `font-medium ${tone && tone.text !== 'text-soft' ? tone.text : 'text-ink'}`,
          field: '',
          body: 'text-soft',
          rest: 'font-sans text-faint',
        }[line.kind];
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines may repeat, and their place tells them apart
          <div key={index} className={`-mx-4 min-h-[1lh] px-[calc(1rem-2px)] ${ground}`}>
            <div
              className={`pl-[2ch] -indent-[2ch] ${line.kind === 'body' ? 'pl-0! indent-0!' : ''} ${words}`}
            >
              {isMarked ? <span className="sr-only">{markLabel}: </span> : null}
              {line.name ? (
                <>
                  <span className={isMarked ? 'font-medium text-ink' : 'text-ink'}>{line.name}</span>
                  {': '}
                  <span className={isMarked ? 'text-ink' : 'text-soft'}>{line.value}</span>
                </>
              ) : (
                line.value
              )}
            </div>
          </div>
        );
      })}
    </div>
  );
}
