'use client';
import { Check, Copy, X } from 'lucide';
import { useEffect, useState } from 'react';
import { Button } from './Button';
import { Icon } from './Icon';

interface CopyButtonProps {
  /** What is copied; a function where only the browser knows it. */
  readonly text: string | (() => string);
  /** What is copied, for those who do not see where the button stands: “Copy the address”. */
  readonly label: string;
  /** Only the icon is shown; `label` is still its name. */
  readonly iconOnly?: boolean;
  readonly className?: string;
}

const faces = {
  idle: { shape: Copy, said: '' },
  copied: { shape: Check, said: 'Copied' },
  failed: { shape: X, said: 'The browser did not allow it: select the text and copy it yourself' },
};

/** Puts `text` on the clipboard and says so. */
export function CopyButton({ text, label, iconOnly = false, className = '' }: CopyButtonProps) {
  const [state, setState] = useState<keyof typeof faces>('idle');
  const { shape, said } = faces[state];

  useEffect(() => {
    if (state === 'idle') return;
    const timer = setTimeout(() => setState('idle'), 2500);
    return () => clearTimeout(timer);
  }, [state]);

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(typeof text === 'string' ? text : text());
      setState('copied');
    } catch {
      setState('failed');
    }
  };

  return (
    <>
      <Button
        variant="quiet"
        size="sm"
        onClick={copy}
        className={`${iconOnly ? 'px-2' : ''} ${className}`}
        title={said || (iconOnly ? label : undefined)}
      >
        <Icon of={shape} className="size-4 shrink-0" aria-hidden="true" />
        <span className={iconOnly ? 'sr-only' : ''}>{label}</span>
      </Button>
      <span role="status" className="sr-only">
        {said}
      </span>
    </>
  );
}
