import type { ReactNode } from 'react';

/** A component in one state, under the name of that state. */
export function Sample({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="min-w-0">
      <p className="mb-2 text-faint text-sm">{name}</p>
      {children}
    </div>
  );
}
