import { useEffect, useRef } from 'react';
import { Button } from '@/components/ui/Button';

const shortcuts: readonly (readonly [keys: readonly string[], does: string])[] = [
  [['Ctrl', 'K'], 'Search (⌘ K on a Mac), or /'],
  [['?'], 'These shortcuts'],
  [['Ctrl', '↵'], 'Send the request that is being edited'],
  [['←', '→'], 'Between the tabs of the sandbox'],
  [['Esc'], 'Close what is open'],
];

/** What the keyboard can do, in a dialog. */
export default function Shortcuts({ close }: { readonly close: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby="shortcuts-title"
      onClose={close}
      className="m-auto w-[min(28rem,calc(100vw-1.5rem))] rounded-2xl border border-line-strong bg-raised p-6 text-ink shadow-lift backdrop:bg-[oklch(0.15_0.03_262/0.5)]"
    >
      <h2 id="shortcuts-title" className="text-xl">
        Shortcuts
      </h2>
      <dl className="mt-4 grid grid-cols-[auto_1fr] items-baseline gap-x-5 gap-y-2.5">
        {shortcuts.map(([keys, does]) => (
          <div key={does} className="contents">
            <dt className="flex gap-1">
              {keys.map((key) => (
                <kbd key={key} className="rounded-md border border-line-strong bg-sunk px-1.5 text-sm">
                  {key}
                </kbd>
              ))}
            </dt>
            <dd className="text-soft">{does}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-4 text-sm text-faint">Single keys do nothing while you are typing.</p>
      <Button variant="secondary" size="sm" className="mt-5" onClick={() => dialog.current?.close()}>
        Close
      </Button>
    </dialog>
  );
}
