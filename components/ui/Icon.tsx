/**
 * An icon of lucide, drawn from its shapes. Their package for React wraps each icon in three layers of components, a
 * context and a builder of attributes, which every page would load; their plain package has the shapes as data.
 */
import type { IconNode } from 'lucide';
import { type ComponentProps, createElement } from 'react';

interface IconProps extends ComponentProps<'svg'> {
  /** The shapes as `lucide` exports them: `<Icon of={Check} />`. */
  readonly of: IconNode;
}

/** Draws in the colour of the text, 24 pixels wide. Without an `aria-label` screen readers pass it over. */
export function Icon({ of, ...attributes }: IconProps) {
  return createElement(
    'svg',
    {
      width: 24,
      height: 24,
      viewBox: '0 0 24 24',
      fill: 'none',
      stroke: 'currentColor',
      strokeWidth: 2,
      strokeLinecap: 'round',
      strokeLinejoin: 'round',
      'aria-hidden': attributes['aria-label'] ? undefined : true,
      ...attributes,
    },
    // As arguments, the shapes need no keys: their order never changes.
    ...of.map(([tag, shape]) => createElement(tag, shape)),
  );
}
