'use client';
import { useSyncExternalStore } from 'react';
import { CopyButton } from './CopyButton';

interface TerminalProps {
  /** What to type; `{origin}` stands for the address of this server. */
  readonly commands: readonly { readonly command: string; readonly note?: string }[];
  /** The address that is shown until the page knows its own. */
  readonly origin: string;
}

const never = () => () => {};

/** Commands for a terminal, each with a button that copies it. */
export function Terminal({ commands, origin }: TerminalProps) {
  const here = useSyncExternalStore(
    never,
    () => window.location.origin,
    () => origin,
  );
  return (
    <ol className="divide-y divide-line overflow-hidden rounded-xl border border-line bg-raised">
      {commands.map(({ command, note }) => {
        const text = command.replaceAll('{origin}', here);
        return (
          <li key={command} className="flex items-start gap-3 py-2.5 pr-2 pl-4 sm:pl-5">
            <div className="min-w-0 flex-1 py-1">
              {note ? <p className="mb-1 text-[0.9375rem] text-soft">{note}</p> : null}
              <code className="block pl-[2ch] -indent-[2ch] text-wire wrap-wire">
                <span className="select-none text-faint" aria-hidden="true">
                  ${' '}
                </span>
                {text}
              </code>
            </div>
            <CopyButton text={text} label="Copy the command" iconOnly />
          </li>
        );
      })}
    </ol>
  );
}
