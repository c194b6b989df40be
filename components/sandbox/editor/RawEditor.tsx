import { useId } from 'react';
import { formatRaw, type Place, parseRaw, type RawText } from '@/lib/draft/draft';
import type { Draft } from '@/lib/http-auth/draft';

interface RawEditorProps {
  readonly draft: Draft;
  readonly raw: RawText;
  readonly place: Place;
  readonly change: (raw: RawText) => void;
  readonly edit: (draft: Draft) => void;
}

/** The request as HTTP text. What can be read is the draft at once; what cannot may still be sent as it is. */
export default function RawEditor({ draft, raw, place, change, edit }: RawEditorProps) {
  const id = useId();
  const text = raw.text ?? formatRaw(draft);
  const parsed = parseRaw(text, place);
  const type = (next: string) => {
    const read = parseRaw(next, place);
    if (read.ok) edit(read.draft);
    change(read.ok ? { text: next } : { text: next, broken: next });
  };
  return (
    <div>
      <textarea
        aria-label="The request as HTTP text"
        aria-describedby={id}
        value={text}
        onChange={({ target }) => type(target.value)}
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="off"
        rows={6}
        className="block max-h-96 min-h-36 w-full resize-y overflow-y-auto bg-transparent px-3.5 py-2.5 font-mono text-wire wrap-wire field-sizing-content -outline-offset-2"
      />
      <p id={id} className="border-t border-line px-3.5 py-1.5 text-xs leading-5 text-faint">
        {parsed.ok ? (
          'Paths are relative to the resource; Host and Content-Length are added.'
        ) : (
          <span className="text-ink">
            <strong>Line {parsed.line}.</strong> {parsed.reason} It is sent as it is.
          </span>
        )}
      </p>
    </div>
  );
}
