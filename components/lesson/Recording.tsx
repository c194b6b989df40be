import type { ReactNode } from 'react';
import { hostWord, originWord } from '@/components/site/origin';
import { PageOrigin } from '@/components/ui/PageOrigin';

interface RecordingProps {
  /** A command after `$ `, then what it printed. */
  readonly text: string;
  readonly caption?: ReactNode;
  /** Names of the headers to mark, separated by commas. */
  readonly highlight?: string | undefined;
}

/** What `curl -v` printed when it was run: `>` was sent, `<` came back, `*` is what curl says itself. */
export function Recording({ text, caption, highlight = '' }: RecordingProps) {
  const names = highlight
    .toLowerCase()
    .split(',')
    .map((name) => name.trim());
  return (
    <figure className="overflow-hidden rounded-xl border border-line bg-raised">
      {caption ? (
        <figcaption className="border-b border-line px-4 py-2 text-sm text-soft">{caption}</figcaption>
      ) : null}
      <div className="px-4 py-3 font-mono text-wire wrap-wire">
        {text
          .trimEnd()
          .split('\n')
          .map((line, index) => {
            const [, name = ''] = /^[<>] ([^:\s]+):/.exec(line) ?? [];
            const isMarked = name !== '' && names.includes(name.toLowerCase());
            const ground = isMarked ? 'border-brand bg-brand-ground text-ink' : 'border-transparent';
            const tone = line.startsWith('*')
              ? 'text-faint'
              : line.startsWith('$')
                ? 'font-medium'
                : 'text-soft';
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines may repeat, and their place tells them apart
              <div key={index} className={`-mx-4 border-l-2 px-[calc(1rem-2px)] ${ground}`}>
                <div className={`pl-[2ch] -indent-[2ch] ${isMarked ? '' : tone}`}>
                  {isMarked ? <span className="sr-only">Look here: </span> : null}
                  {here(line)}
                </div>
              </div>
            );
          })}
      </div>
    </figure>
  );
}

/** A line with the address of this page in place of the one at which it was recorded. */
function here(line: string): ReactNode {
  return line
    .split(/((?:http:\/\/)?localhost:3000)/)
    .map((part, index) =>
      index % 2 === 0 ? (
        part
      ) : part.startsWith('http') ? (
        <PageOrigin key={part} word={originWord} />
      ) : (
        <PageOrigin key={part} part="host" word={hostWord} />
      ),
    );
}
