import { Search, Stethoscope } from 'lucide';
import { useRouter } from 'next/navigation';
import { useId, useRef } from 'react';
import { carryPaste, diagnosis, isPaste } from '@/components/search/paste';
import { mostTyped, usePaste } from '@/components/search/use-paste';
import { Button } from '@/components/ui/Button';
import { Icon } from '@/components/ui/Icon';

interface WordBoxProps {
  readonly typed: string;
  readonly onType: (text: string) => void;
  readonly onFocus: () => void;
  readonly onLeave: () => void;
}

/** The search among the causes. A whole message can go to the diagnosis from here. */
export function WordBox({ typed, onType, onFocus, onLeave }: WordBoxProps) {
  const id = useId();
  const router = useRouter();
  const box = useRef<HTMLDivElement>(null);
  const { whole, onPaste } = usePaste(typed, onType);
  const diagnose = () => {
    carryPaste(whole);
    router.push(diagnosis);
  };
  // What the words have stands below them, and on a phone the diagnosis stands above.
  const typeHere = (text: string) => {
    if (!typed && text) box.current?.scrollIntoView({ block: 'start' });
    onType(text);
  };
  return (
    <div ref={box} className="min-w-0 scroll-mt-[calc(var(--header)+1rem)] grow basis-72 sm:max-w-md">
      <label htmlFor={id} className="mb-1 block text-sm text-soft">
        Error message or words
      </label>
      <div className="relative">
        <Icon
          of={Search}
          className="pointer-events-none absolute top-1/2 left-3 size-4 -translate-y-1/2 text-faint"
          aria-hidden="true"
        />
        <input
          id={id}
          type="search"
          value={typed}
          onChange={(event) => typeHere(event.target.value)}
          onPaste={onPaste}
          onFocus={onFocus}
          onBlur={onLeave}
          maxLength={mostTyped}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          placeholder="jwt expired, E401, redirect …"
          className="min-h-10 w-full rounded-lg border border-control bg-raised py-1.5 pr-3 pl-9 placeholder:text-faint"
        />
      </div>
      {isPaste(whole) ? (
        <Button variant="quiet" size="sm" onClick={diagnose} className="mt-2">
          <Icon of={Stethoscope} className="size-4" aria-hidden="true" />
          Diagnose this text
        </Button>
      ) : null}
    </div>
  );
}
