import { type ClipboardEvent, type DragEvent, useEffect, useId, useRef, useState } from 'react';
import { Button } from '@/components/ui/Button';

interface PasteBoxProps {
  readonly shown: string;
  /** How large the text is, where only a part of it is shown. */
  readonly note: string;
  readonly isBusy: boolean;
  readonly onType: (text: string) => void;
  readonly onPaste: (text: string) => void;
  readonly onFile: (file: File) => void;
  readonly onSubmit: () => void;
  /** Left out where there is nothing to clear. */
  readonly onClear?: (() => void) | undefined;
  readonly rows: number;
}

/** The box that takes anything: a text, a dropped file, a chosen one. What is pasted into it empty is taken at once. */
export function PasteBox({
  shown,
  note,
  isBusy,
  onType,
  onPaste,
  onFile,
  onSubmit,
  onClear,
  rows,
}: PasteBoxProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const isPart = note !== '';
  const area = useRef<HTMLTextAreaElement>(null);

  // What was pasted before the page could answer.
  const early = useRef(onPaste);
  useEffect(() => {
    const value = area.current?.value ?? '';
    if (value.trim()) early.current(value);
  }, []);

  const paste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const [file] = event.clipboardData.files;
    const text = event.clipboardData.getData('text/plain');
    const { selectionStart, selectionEnd, value } = event.currentTarget;
    const isWhole = value.trim() === '' || isPart || selectionEnd - selectionStart === value.length;
    if (!isWhole) return;
    if (file && !text) {
      event.preventDefault();
      onFile(file);
    } else if (text.trim()) {
      event.preventDefault();
      onPaste(text);
    }
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    const [file] = event.dataTransfer.files;
    const text = event.dataTransfer.getData('text/plain');
    if (file) onFile(file);
    else if (text.trim()) onPaste(text);
  };

  return (
    <form
      aria-label="Diagnose a text"
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
      className="noscript:hidden"
    >
      <label htmlFor={`${id}-text`} className="mb-1.5 block font-semibold">
        Request, response, log, HAR, token or error message
      </label>
      <div
        className={`rounded-xl border bg-raised ${isOver ? 'border-brand ring-2 ring-brand' : 'border-control'}`}
      >
        <textarea
          ref={area}
          id={`${id}-text`}
          rows={rows}
          value={shown}
          readOnly={isPart}
          onChange={(event) => onType(event.target.value)}
          onPaste={paste}
          onDragOver={(event) => {
            event.preventDefault();
            setIsOver(true);
          }}
          onDragLeave={() => setIsOver(false)}
          onDrop={drop}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
            event.preventDefault();
            onSubmit();
          }}
          aria-describedby={`${id}-safe`}
          autoComplete="off"
          autoCapitalize="off"
          autoCorrect="off"
          spellCheck={false}
          placeholder={
            '$ curl -v https://api.example/orders\n> GET /orders HTTP/1.1\n< HTTP/1.1 401 Unauthorized'
          }
          className="block w-full resize-y rounded-xl bg-transparent px-4 py-3 font-mono text-wire wrap-wire placeholder:text-faint"
        />
      </div>
      {isPart ? (
        <p role="status" className="mt-2 text-sm text-soft wrap-wire">
          {note}
        </p>
      ) : null}
      <div className="mt-3 flex flex-wrap items-center gap-x-2 gap-y-2">
        {/* On a phone the three do not fit beside each other. */}
        <Button
          type="submit"
          className="max-sm:basis-full"
          disabled={isBusy || (shown.trim() === '' && !isPart)}
        >
          Diagnose
        </Button>
        <Button variant="quiet" className="max-sm:grow" onClick={() => input.current?.click()}>
          Choose a file
        </Button>
        {onClear && (shown !== '' || isPart) ? (
          <Button variant="quiet" className="max-sm:grow" onClick={onClear}>
            Clear
          </Button>
        ) : null}
        <input
          ref={input}
          type="file"
          aria-label="File to diagnose"
          accept=".har,.json,.log,.txt,.http,.xml,.html,text/*"
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            if (file) onFile(file);
            event.target.value = '';
          }}
          className="sr-only"
          tabIndex={-1}
        />
      </div>
      <p id={`${id}-safe`} className="mt-3 max-w-[68ch] text-sm text-soft">
        Everything happens in your browser: nothing is sent or kept. Passwords, tokens and cookies are masked
        on the screen.
      </p>
    </form>
  );
}
