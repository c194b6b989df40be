import { useState } from 'react';

const folded = 8;
const longest = 65_536;

/** The body: JSON indented, the rest as it is; long ones are folded. */
export function BodyView({ body }: { body: string }) {
  const [open, setOpen] = useState(false);
  const text = pretty(body);
  const lines = text.split('\n');
  // The trace stands below in a better form.
  const trace = lines.findIndex((line) => /^ {2}"trace": \[$/.test(line));
  const shown = trace < 0 ? folded : Math.min(trace, folded);
  const long = lines.length > shown + 2;
  return (
    <div className="border-t border-line bg-sunk/60 px-4 py-3">
      <pre className="font-mono text-wire wrap-wire text-soft">
        {open || !long ? text : lines.slice(0, shown).join('\n')}
      </pre>
      {long ? (
        <button
          type="button"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
          className="mt-1 min-h-6 text-xs text-brand underline decoration-brand/40 underline-offset-3 hover:decoration-current"
        >
          {open ? 'Fold the body' : `Show all ${lines.length} lines of the body`}
        </button>
      ) : null}
    </div>
  );
}

function pretty(body: string): string {
  let text = body.trimEnd();
  try {
    text = JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    // Not JSON: shown as it came.
  }
  return text.length > longest ? `${text.slice(0, longest)}\n… cut after 64 KiB` : text;
}
