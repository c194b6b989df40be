import type { ReactNode } from 'react';

interface SandboxShellProps {
  readonly layout: 'column' | 'full';
  readonly empty: ReactNode;
  /** What is being waited for. */
  readonly says?: string;
}

/** The outline of the sandbox while it is loading, of the size that it will have. */
export function SandboxShell({ layout, empty, says = 'The sandbox is loading.' }: SandboxShellProps) {
  return (
    <div className={layout === 'full' ? 'grid items-start gap-x-8 gap-y-6 lg:grid-cols-2' : 'space-y-5'}>
      <div className="min-h-133 @md:min-h-107 @2xl:min-h-99" aria-busy="true">
        <div className="h-9.5 border-b border-line" />
        <div className="mt-3 h-46 rounded-xl border border-line bg-raised @md:h-42" />
        <p className="mt-4 text-sm text-faint">{says}</p>
      </div>
      {/* Unseen where it stands below, so that nothing is seen to move when the real editor is taller. */}
      <div className={`min-w-0 ${layout === 'full' ? 'max-lg:invisible' : 'invisible'}`}>{empty}</div>
    </div>
  );
}
