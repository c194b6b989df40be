/**
 * Where the head of the page shows the status line of an early answer, before its program is there (lib/early). It is
 * rendered only while there is no answer, so what React renders afterwards takes its place.
 */
export function EarlyAnswer({ className = '' }: { readonly className?: string }) {
  return (
    <p
      hidden
      data-early-answer=""
      suppressHydrationWarning
      className={`font-bold font-display text-ink text-xl tracking-tight ${className}`}
    >
      {/* Text may differ where the page is taken over, a child that was not there may not. */}
      {'\u00a0'}
    </p>
  );
}
