import type { ReactNode } from 'react';

interface HeadingProps {
  readonly level: 2 | 3;
  readonly id: string;
  readonly children: ReactNode;
}

/** A heading with an address of its own, which its sign links to. */
export function Heading({ level, id, children }: HeadingProps) {
  const Tag = `h${level}` as const;
  return (
    <Tag id={id} className={`group scroll-mt-20 ${level === 2 ? 'text-section mt-12!' : 'mt-9! text-xl'}`}>
      {children}
      <a
        href={`#${id}`}
        className="ml-2 font-normal text-faint opacity-0 transition-opacity duration-100 group-hover:opacity-100 focus-visible:opacity-100"
      >
        <span aria-hidden="true">#</span>
        <span className="sr-only">Link to this part</span>
      </a>
    </Tag>
  );
}
