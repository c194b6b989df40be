import { CircleCheck, Info, TriangleAlert } from 'lucide';
import type { ReactNode } from 'react';
import { Icon } from './Icon';

const kinds = {
  info: { shape: Info, edge: 'border-l-brand', icon: 'text-brand' },
  good: { shape: CircleCheck, edge: 'border-l-s2xx-fill', icon: 'text-s2xx-text' },
  problem: { shape: TriangleAlert, edge: 'border-l-ink', icon: 'text-ink' },
};

interface NoticeProps {
  readonly kind?: keyof typeof kinds;
  readonly title?: ReactNode;
  readonly children?: ReactNode;
  /** `alert` interrupts a screen reader, `status` waits; left out, it is only read where it stands. */
  readonly role?: 'alert' | 'status';
}

/** A word beside the matter: something to know, something that went well, something that did not. */
export function Notice({ kind = 'info', title, children, role }: NoticeProps) {
  const { shape, edge, icon } = kinds[kind];
  return (
    <div role={role} className={`flex gap-3 border-l-3 bg-sunk py-3 pr-4 pl-3.5 text-[0.9375rem] ${edge}`}>
      <Icon of={shape} className={`mt-1 size-4 shrink-0 ${icon}`} aria-hidden="true" />
      <div className="min-w-0">
        {title ? <p className="font-semibold">{title}</p> : null}
        {children}
      </div>
    </div>
  );
}
