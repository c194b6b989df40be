import { useState } from 'react';

const folded = 8;
const short = 6;
const longest = 65_536;

interface BodyViewProps {
  readonly body: string;
  /** It is what was asked for, not the reason why it was not given. */
  readonly wanted: boolean;
}

/** The body: JSON indented, the rest as it is; what is long is folded, since the trace says more. */
export function BodyView({ body, wanted }: BodyViewProps) {
  const [all, setAll] = useState(false);
  const lines = pretty(body).split('\n');
  // The trace stands below in a better form.
  const trace = lines.findIndex((line) => /^ {2}"trace": \[$/.test(line));
  const shown = trace < 0 ? folded : Math.min(trace, folded);
  const isLong = lines.length > shown + 2;
  return (
    <details className="border-t border-line" open={wanted || lines.length <= short}>
      <summary className="px-4 py-2 text-xs text-faint hover:text-ink">
        Body: {lines.length} line{lines.length === 1 ? '' : 's'}
      </summary>
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
    </details>
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
