'use client';
import { Fragment } from 'react';
import { CopyButton } from './CopyButton';
import { OriginNote } from './OriginNote';
import { PageOrigin, usePageOrigin } from './PageOrigin';

interface TerminalProps {
  /** What to type; `{origin}` stands for the address of this server. */
  readonly commands: readonly { readonly command: string; readonly note?: string }[];
  /** What stands in its place where no script runs. */
  readonly origin: string;
}

/** Commands for a terminal, each with a button that copies it. */
export function Terminal({ commands, origin }: TerminalProps) {
  const here = usePageOrigin(origin);
  return (
    <>
      <noscript>
        <OriginNote word={origin} />
      </noscript>
      <ol className="divide-y divide-line overflow-hidden rounded-xl border border-line bg-raised">
        {commands.map(({ command, note }) => {
          const [first, ...others] = command.split('{origin}');
          return (
            <li key={command} className="flex items-start gap-3 py-2.5 pr-2 pl-4 sm:pl-5">
              <div className="min-w-0 flex-1 py-1">
                {note ? <p className="mb-1 text-[0.9375rem] text-soft">{note}</p> : null}
                <code className="block pl-[2ch] -indent-[2ch] text-wire wrap-wire">
                  <span className="select-none text-faint" aria-hidden="true">
                    ${' '}
                  </span>
                  {first}
                  {others.map((rest) => (
                    <Fragment key={rest}>
                      <PageOrigin word={origin} />
                      {rest}
                    </Fragment>
                  ))}
                </code>
              </div>
              <CopyButton text={command.replaceAll('{origin}', here)} label="Copy the command" iconOnly />
            </li>
          );
        })}
      </ol>
    </>
  );
}
