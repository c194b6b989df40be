/** The sandbox before it is loaded: of the size and look that it will have, with the request that it begins with. */
import { SendHorizontal, Wrench } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/Button';
import type { Field } from '@/lib/http-auth/message';
import type { ExerciseView, Opening } from '@/lib/sandbox/exchange';

interface PosterProps {
  readonly view: Pick<ExerciseView, 'slug' | 'open'>;
  readonly layout: 'column' | 'full';
  readonly empty: ReactNode;
  readonly opening: Opening;
}

const chip =
  'flex min-h-7 max-w-full items-baseline gap-2 rounded-md border border-line-strong px-2 py-0.5 text-xs text-soft';

/** Its two buttons are real: `SandboxLoader` keeps a press until the sandbox can follow it. */
export function Poster({ view, layout, empty, opening }: PosterProps) {
  const { draft, wallet } = opening;
  const rows: readonly Field[] = [...draft.fields, ['', '']];
  const body = draft.body !== undefined || !/^(?:GET|HEAD)$/.test(draft.method);
  return (
    <div className={layout === 'full' ? 'grid items-start gap-x-8 gap-y-6 lg:grid-cols-2' : 'space-y-5'}>
      <div className="min-w-0">
        <div aria-hidden="true">
          <div className="flex gap-5 border-b border-line text-sm text-soft">
            <span className="border-b-2 border-brand pt-2 pb-1.5 font-semibold text-ink">Request</span>
            <span className="pt-2 pb-1.5">Terminal</span>
            {view.open ? null : <span className="pt-2 pb-1.5">Help</span>}
          </div>
          <div className="mt-3 overflow-hidden rounded-xl border border-line bg-raised">
            <p className="flex min-h-8 items-center border-b border-line bg-sunk/60 px-3.5 font-mono text-xs text-faint">
              /api/sandbox/{view.slug}/…{draft.path}
            </p>
            <p className="flex items-center gap-2 px-2 py-1.5 font-mono text-wire">
              <span className="flex h-8 shrink-0 items-center rounded-md border border-control bg-raised pr-7 pl-2.5">
                {draft.method}
              </span>
              <span className="min-w-0 flex-1 px-1.5 wrap-wire">{draft.path}</span>
              <span className="shrink-0 pr-1.5 text-xs text-faint">HTTP/1.1</span>
            </p>
            {rows.map(([name, value], index) => (
              <p
                // biome-ignore lint/suspicious/noArrayIndexKey: a field line is known by its place alone; names repeat.
                key={index}
                className="grid grid-cols-[minmax(6.5rem,9.5rem)_minmax(0,1fr)_2.25rem] border-t border-line font-mono text-wire"
              >
                <span className="flex h-9.5 items-center border-r border-line px-3.5">
                  {name || <span className="text-faint">add a field…</span>}
                </span>
                <span className="max-h-36 min-h-9.5 overflow-hidden px-3.5 py-2 text-faint wrap-wire">
                  {value}
                </span>
              </p>
            ))}
            {body ? (
              <p className="min-h-16 border-t border-line px-3.5 pt-2 pb-2.5 text-faint">
                <span className="block text-xs">Body</span>
                <span className="font-mono text-wire wrap-wire">{draft.body}</span>
              </p>
            ) : null}
            <ul className="flex flex-wrap gap-1.5 border-t border-line px-3.5 py-2.5">
              {wallet.map(({ label, value }) => (
                <li key={label} className={chip}>
                  <span className="shrink-0">{label}</span>
                  <span className="truncate font-mono text-faint">
                    {value.length > 24 ? `${value.slice(0, 14)}…` : value}
                  </span>
                </li>
              ))}
              <li className={`${chip} items-center border-dashed`}>
                <Wrench className="size-3.5" />
                Base64, JWT, time
              </li>
            </ul>
          </div>
        </div>
        <div className="mt-4">
          {view.open ? null : (
            <div aria-hidden="true" className="mb-3">
              <p className="text-sm font-semibold">Which status will come?</p>
              <p className="mt-1.5 flex flex-wrap gap-1.5">
                {[200, 400, 401, 403, 404].map((status) => (
                  <span
                    key={status}
                    className="flex min-h-8 items-center gap-1.5 rounded-lg border border-control bg-raised px-2.5 font-mono text-wire text-soft"
                  >
                    <span className="size-3 rounded-full border border-control" />
                    {status}
                  </span>
                ))}
              </p>
            </div>
          )}
          <div className="flex min-h-10 flex-wrap items-center gap-x-3 gap-y-2">
            <Button className="min-h-10 min-w-28" name="send">
              Send
              <SendHorizontal className="size-4" aria-hidden="true" />
            </Button>
            {view.open ? null : (
              <Button variant="quiet" size="sm" name="just">
                Just send
              </Button>
            )}
          </div>
          <p aria-hidden="true" className="mt-4 min-h-8 text-xs/8 text-faint">
            A private copy for you, with credentials of its own
          </p>
        </div>
      </div>
      {/* Unseen where it stands below, so that nothing is seen to move when the real editor is taller. */}
      <div className={`min-w-0 ${layout === 'full' ? 'max-lg:invisible' : 'invisible'}`}>{empty}</div>
    </div>
  );
}
