import { ChevronDown } from 'lucide';
import { Icon } from './Icon';

/** Says that a row opens, and turns once it is open. It stands in the `summary` of a `details`. */
export function Chevron({ className = '' }: { readonly className?: string }) {
  return (
    <Icon
      of={ChevronDown}
      aria-hidden="true"
      className={`size-4 shrink-0 text-faint [[open]>summary_&]:rotate-180 ${className}`}
    />
  );
}
