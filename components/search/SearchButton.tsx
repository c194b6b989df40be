'use client';
import { Search } from 'lucide';
import { lazy, Suspense, useEffect, useState } from 'react';
import { Icon } from '@/components/ui/Icon';
import { PasteDelivery } from './PasteDelivery';

const Palette = lazy(() => import('./Palette'));
const Shortcuts = lazy(() => import('./Shortcuts'));

const typing = 'input, textarea, select, [contenteditable]';

/** The way into the search, and the keys that open it from anywhere. The search itself comes when it is wanted. */
export function SearchButton() {
  const [open, setOpen] = useState<'palette' | 'shortcuts'>();

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const { key, ctrlKey, metaKey, altKey, target } = event;
      const single =
        !ctrlKey && !metaKey && !altKey && !(target instanceof Element && target.closest(typing));
      const busy = document.querySelector('dialog[open]') !== null;
      if ((ctrlKey || metaKey) && !altKey && key.toLowerCase() === 'k') setOpen('palette');
      else if (single && key === '/' && !busy) setOpen('palette');
      else if (single && key === '?' && !busy) setOpen('shortcuts');
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);

  const close = () => setOpen(undefined);
  return (
    <>
      <PasteDelivery />
      <button
        type="button"
        aria-keyshortcuts="Control+K Meta+K"
        aria-haspopup="dialog"
        onClick={() => setOpen('palette')}
        className="flex h-9 items-center gap-2 rounded-lg px-2 text-soft hover:bg-sunk hover:text-ink lg:border lg:border-line lg:pr-2 lg:pl-2.5"
      >
        <Icon of={Search} className="size-4.5" aria-hidden="true" />
        <span className="text-sm max-lg:sr-only">Search</span>
        <kbd className="ml-1 text-xs text-faint max-lg:hidden pointer-coarse:hidden">Ctrl K</kbd>
      </button>
      <Suspense fallback={null}>
        {open === 'palette' ? <Palette close={close} shortcuts={() => setOpen('shortcuts')} /> : null}
        {open === 'shortcuts' ? <Shortcuts close={close} /> : null}
      </Suspense>
    </>
  );
}
