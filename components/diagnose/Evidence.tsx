import type { Excerpt } from '@/lib/diagnose/show';

/** The line of the paste that proves something, with the piece marked. */
export function Evidence({ line, before, marked, after }: Excerpt) {
  return (
    <p className="mt-2 flex gap-3 rounded-lg bg-sunk px-3 py-2 text-[0.8125rem]">
      <span className="shrink-0 text-faint">line {line}</span>
      <code className="min-w-0 wrap-wire">
        <bdi>
          <span className="text-soft">{before.trimStart()}</span>
          {marked ? <mark className="rounded-xs bg-s401-ground px-0.5 text-ink">{marked}</mark> : null}
          <span className="text-soft">{after}</span>
        </bdi>
      </code>
    </p>
  );
}
