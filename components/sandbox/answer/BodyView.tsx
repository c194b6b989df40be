import { useState } from 'react';

const folded = 8;
const longest = 65_536;

/** The body: JSON indented, the rest as it is; what is long is cut until it is asked for. */
export function BodyView({ body }: { readonly body: string }) {
  const [all, setAll] = useState(false);
  const lines = pretty(body).split('\n');
  // The checks tell more of it, in a better form.
  const trace = lines.findIndex((line) => /^ {2}"trace": \[$/.test(line));
  const shown = trace < 0 ? folded : Math.min(trace, folded);
  const isLong = lines.length > shown + 2;
  if (!body) return <p className="px-4 pb-3 text-sm text-soft">There is none.</p>;
  return (
    <div className="px-4 pb-3">
      <pre className="font-mono text-wire wrap-wire text-soft">
        {(all || !isLong ? lines : lines.slice(0, shown)).join('\n')}
      </pre>
      {isLong ? (
        <button
          type="button"
          aria-expanded={all}
          onClick={() => setAll(!all)}
          className="mt-1 min-h-6 text-xs text-brand underline decoration-brand/40 underline-offset-3 hover:decoration-current"
        >
          {all ? 'Fold the body' : `Show all ${lines.length} lines`}
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
