'use client';
import Link, { type LinkProps } from 'next/link';
import { useState } from 'react';

/**
 * A link to another page of this site, fetched when the pointer or the focus comes to it and not before: what merely
 * stands on the screen would cost more than the page itself.
 */
export function PageLink<Path extends string>({ onPointerEnter, onFocus, ...rest }: LinkProps<Path>) {
  const [near, setNear] = useState(false);
  return (
    <Link
      {...rest}
      prefetch={near ? null : false}
      onPointerEnter={(event) => {
        setNear(true);
        onPointerEnter?.(event);
      }}
      onFocus={(event) => {
        setNear(true);
        onFocus?.(event);
      }}
    />
  );
}
