import './sequence.css';
import { Inline } from '@/components/ui/Inline';
import { statusTone } from '@/components/ui/status';
import type { Exchange } from '@/lib/draft/exchange';
import { requestLines, responseLines, type WireLine } from '@/lib/draft/wire-lines';
import { foldedValue } from './Folded';
import { foldedText } from './fold';
import { Message } from './Message';
import { PlaySequence } from './PlaySequence';
import { SequenceArrow } from './SequenceArrow';

export interface SequenceLane {
  readonly name: string;
  readonly where?: string | undefined;
}

interface HeadersOf {
  readonly shows?: readonly string[] | undefined;
  readonly lacks?: readonly string[] | undefined;
}

/** A request with its answer between two lanes, or a note at one. Lanes are numbered from 0. */
export interface SequenceStep {
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  readonly at?: number | undefined;
  readonly note?: string | undefined;
  readonly request?: string | undefined;
  readonly response?: string | undefined;
  readonly asks?: HeadersOf | undefined;
  readonly answers?: HeadersOf | undefined;
  readonly exchange?: Exchange | undefined;
}

interface SequenceFigureProps {
  readonly title: string;
  readonly lanes: readonly SequenceLane[];
  readonly steps: readonly SequenceStep[];
}

/** Who sends what to whom, in order: a list, drawn as lanes with arrows. Each step opens what was sent and answered. */
export function SequenceFigure({ title, lanes, steps }: SequenceFigureProps) {
  const style = { '--lanes': lanes.length } as React.CSSProperties;
  return (
    <figure className="sequence lesson-wide" style={style}>
      <figcaption className="flex items-center justify-between gap-4 border-b border-line py-2 pr-2 pl-4 text-sm text-soft">
        <Inline text={title} />
        <PlaySequence />
      </figcaption>
      <div className="relative isolate">
        <div className="sequence-lanes">
          {lanes.map(({ name, where }) => (
            <p key={name}>
              <span className="sequence-lane">{name}</span>
              {where ? <span className="block text-faint">{where}</span> : null}
            </p>
          ))}
        </div>
        {/* biome-ignore lint/a11y/noRedundantRoles: Safari takes a list without marks for none */}
        <ol role="list" className="sequence-steps">
          {steps.map((step, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a step is known by its place
            <li key={index} data-step>
              {step.note === undefined ? (
                <Call step={step} lanes={lanes} />
              ) : (
                <Note step={step} lanes={lanes} />
              )}
            </li>
          ))}
        </ol>
        <div className="sequence-lives" aria-hidden="true">
          {lanes.map(({ name }) => (
            <i key={name} />
          ))}
        </div>
      </div>
    </figure>
  );
}

interface StepProps {
  readonly step: SequenceStep;
  readonly lanes: readonly SequenceLane[];
}

function Call({ step, lanes }: StepProps) {
  const { from = 0, to = 0, request = '', response, exchange, asks, answers } = step;
  if (!exchange) return null;
  const [sent, came] = [requestLines(exchange), responseLines(exchange, answers?.shows)];
  const { status, reason } = exchange.response;
  const place = { from, to, between: [lanes[from]?.name ?? '', lanes[to]?.name ?? ''] as const };
  const path = sent[0]?.value.replace(/ HTTP\/1\.1$/, '').replace(/\?.*/, '?…') ?? '';
  return (
    <>
      <div className="sequence-words" data-words>
        <p>
          <Inline text={request} />
        </p>
        {response ? (
          <p className="text-soft">
            <Inline text={response} />
          </p>
        ) : null}
      </div>
      <details>
        <summary className="sequence-call">
          <SequenceArrow {...place} fields={headers(exchange.request.fields, asks)}>
            {path}
          </SequenceArrow>
          <SequenceArrow
            {...place}
            back
            tone={statusTone(status)}
            fields={headers(exchange.response.fields, answers)}
          >
            {status} {reason}
          </SequenceArrow>
        </summary>
        <Messages sent={sent} came={came} status={status} />
      </details>
    </>
  );
}

function Note({ step: { at = 0, note = '', exchange }, lanes }: StepProps) {
  const side = at === 0 ? 'start' : at === lanes.length - 1 ? 'end' : 'center';
  return (
    <>
      <div className="sequence-words" data-words>
        <p className="sequence-note" data-side={side} style={{ '--from': at } as React.CSSProperties}>
          <span className="sr-only">{lanes[at]?.name}: </span>
          <Inline text={note} />
        </p>
      </div>
      {exchange ? (
        <details>
          <summary className="bg-raised pb-3 pl-12 text-sm text-soft">What was sent for it</summary>
          <Messages
            sent={requestLines(exchange)}
            came={responseLines(exchange)}
            status={exchange.response.status}
          />
        </details>
      ) : null}
    </>
  );
}

interface MessagesProps {
  readonly sent: readonly WireLine[];
  readonly came: readonly WireLine[];
  readonly status: number;
}

function Messages({ sent, came, status }: MessagesProps) {
  return (
    <div className="sequence-messages">
      <div className="min-w-0 px-4 py-3">
        <Message value={foldedValue} lines={sent} />
      </div>
      <div className="min-w-0 px-4 py-3">
        <Message value={foldedValue} lines={came} status={status} />
      </div>
    </div>
  );
}

/** The headers that the words speak of, as they were sent, and those that are missing. */
function headers(fields: Exchange['request']['fields'], { shows = [], lacks = [] }: HeadersOf = {}) {
  const lines = shows.flatMap((name) =>
    fields
      .filter(([sent]) => sent.toLowerCase() === name.toLowerCase())
      .map(([sent, value]) => ({ name: sent, value: foldedText(value) })),
  );
  return [...lines, ...lacks.map((name) => ({ name, value: undefined }))];
}
