interface SandboxShellProps {
  readonly layout: 'column' | 'full';
  /** What is being waited for, to be read out. */
  readonly says?: string;
}

/** The outline of the sandbox while it is loading, of the size that it will have. */
export function SandboxShell({ layout, says = 'The sandbox is loading.' }: SandboxShellProps) {
  return (
    <div className={layout === 'full' ? 'grid gap-x-8 gap-y-6 lg:grid-cols-2' : ''}>
      <div className="min-h-118 @md:min-h-108" aria-busy="true">
        <div className="h-9.5 border-b border-line" />
        <div className="mt-3 h-56 rounded-xl border border-line bg-raised" />
        <p className="mt-3 text-sm text-faint">{says}</p>
      </div>
      {layout === 'full' ? (
        <div className="min-h-72 rounded-xl border border-dashed border-line-strong" />
      ) : null}
    </div>
  );
}
