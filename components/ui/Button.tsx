import type { LinkProps } from 'next/link';
import type { ComponentProps } from 'react';
import { PageLink } from '@/components/ui/PageLink';

interface Look {
  readonly variant?: 'primary' | 'secondary' | 'quiet' | undefined;
  readonly size?: 'md' | 'sm' | undefined;
}

const variants = {
  primary: 'bg-brand text-on-brand border-transparent hover:bg-brand-hover',
  secondary: 'bg-raised text-ink border-control hover:bg-sunk',
  quiet: 'bg-transparent text-brand border-transparent hover:bg-brand-ground',
};

const sizes = {
  md: 'min-h-11 gap-2.5 px-5 text-base',
  sm: 'min-h-8 gap-1.5 px-3 text-sm',
};

function look({ variant = 'primary', size = 'md' }: Look, className = ''): string {
  return `inline-flex items-center justify-center text-center rounded-lg border py-1 font-semibold leading-tight transition-colors duration-100 disabled:opacity-55 aria-disabled:opacity-55 ${variants[variant]} ${sizes[size]} ${className}`;
}

/** A button; `type` is `button` unless it is given. */
export function Button({ variant, size, className, ...rest }: ComponentProps<'button'> & Look) {
  return <button type="button" {...rest} className={look({ variant, size }, className)} />;
}

/** A link that looks like a button. */
export function ButtonLink<Path extends string>({
  variant,
  size,
  className,
  ...rest
}: LinkProps<Path> & Look) {
  return <PageLink {...rest} className={look({ variant, size }, className)} />;
}
