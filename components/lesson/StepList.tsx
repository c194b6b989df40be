import type { ReactNode } from 'react';

/** A numbered list whose numbers stand out, for things to do or read one after the other. */
export function StepList({ children }: { readonly children: ReactNode }) {
  return (
    <div className="[&_ol]:list-none! [&_ol]:pl-0! [&_ol]:[counter-reset:step] [&_ol>li]:relative [&_ol>li]:mt-4! [&_ol>li]:pl-11 [&_ol>li]:[counter-increment:step] [&_ol>li]:before:absolute [&_ol>li]:before:top-0 [&_ol>li]:before:left-0 [&_ol>li]:before:grid [&_ol>li]:before:size-7 [&_ol>li]:before:place-items-center [&_ol>li]:before:rounded-full [&_ol>li]:before:border [&_ol>li]:before:border-line-strong [&_ol>li]:before:font-mono [&_ol>li]:before:text-wire [&_ol>li]:before:text-soft [&_ol>li]:before:content-[counter(step)]">
      {children}
    </div>
  );
}
