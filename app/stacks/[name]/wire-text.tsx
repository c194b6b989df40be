import { statusTone } from '@/components/ui/status';

/** How much of a long body is shown; the record holds the rest. */
const most = 1500;

/** A message as it crossed the wire. */
export function WireText({ text, status }: { readonly text: string; readonly status?: number }) {
  const lines = text.slice(0, most).trimEnd().split(/\r?\n/);
  const [start, ...rest] = lines;
  const left = text.length - most;
  return (
    <pre className="px-4 py-3 font-mono text-wire whitespace-pre-wrap wrap-anywhere">
      <span className={`font-medium ${status ? statusTone(status).text : ''}`}>{start}</span>
      {rest.length ? `\n${rest.join('\n')}` : ''}
      {left > 0 ? <span className="font-sans text-faint">{`\n… and ${left} letters more`}</span> : null}
    </pre>
  );
}
