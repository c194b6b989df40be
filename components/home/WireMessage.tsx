import type { Field } from '@/lib/http-auth/message';

interface WireMessageProps {
  readonly startLine: string;
  readonly startTone?: string;
  readonly fields: readonly Field[];
  /** Lower-case names of the field lines to show at once, in the order in which they crossed the wire. */
  readonly shown: readonly string[];
  /** How the lines that matter are marked, by lower-case name. */
  readonly marks: Readonly<Record<string, string>>;
  readonly body?: string;
  /** What the folded rest is called. */
  readonly rest: string;
}

function Lines({ fields, marks }: Pick<WireMessageProps, 'fields' | 'marks'>) {
  return fields.map(([name, value], index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: field lines may repeat, and their place tells them apart
    <span key={index} className={`block pl-[2ch] -indent-[2ch] ${marks[name.toLowerCase()] ?? ''}`}>
      {name}: <span className={marks[name.toLowerCase()] ? '' : 'text-soft'}>{value}</span>
    </span>
  ));
}

/** A message as it crossed the wire: what matters first, all of it below, in order. */
export function WireMessage({
  startLine,
  startTone = '',
  fields,
  shown,
  marks,
  body,
  rest,
}: WireMessageProps) {
  const brief = fields.filter(([name]) => shown.includes(name.toLowerCase()));
  return (
    <div className="font-mono text-wire wrap-wire">
      <span className={`block pl-[2ch] -indent-[2ch] ${startTone}`}>{startLine}</span>
      <Lines fields={brief} marks={marks} />
      <details className="group mt-2">
        <summary className="w-fit rounded-sm py-0.5 font-sans text-[0.8125rem] text-faint hover:text-ink">
          {rest}
        </summary>
        <div className="mt-2 border-t border-line pt-2">
          <Lines fields={fields} marks={marks} />
          {body ? <span className="mt-3 block text-soft">{body}</span> : null}
        </div>
      </details>
    </div>
  );
}
