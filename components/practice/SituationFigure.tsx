import type { ReactNode } from 'react';
import { Message } from '@/components/lesson/Message';
import { Inline } from '@/components/ui/Inline';
import type { WireLine } from '@/lib/draft/wire-lines';
import { type Asked, type ClientAsked, isServerAsked, type ServerAsked } from '@/lib/practice/ask';
import type { Head } from '@/lib/practice/client/rules';
import { viewOf } from '@/lib/practice/client/view';
import { base64In } from '@/lib/practice/reading';
import { challengeWords, type Row, readingWords, resourceWords } from '@/lib/practice/words';

/** What is given: a resource and a request to it, or a client and the messages that it meets. */
export function SituationFigure({ asked }: { readonly asked: Asked }) {
  return (
    <div className="min-w-0 space-y-5 lg:col-start-1">
      {isServerAsked(asked) ? <ServerFigure asked={asked} /> : <ClientFigure asked={asked} />}
    </div>
  );
}

/** A resource in words, and a request to it as it crosses the wire. */
function ServerFigure({ asked: { situation, for: kind } }: { readonly asked: ServerAsked }) {
  const { resource, request } = situation;
  const asksChallenge = kind === 'answer' || kind === 'build';
  const decoded = base64In(request);
  return (
    <>
      <Facts
        title="What the server knows"
        rows={resourceWords(resource)}
        habits={[...readingWords(resource), ...(asksChallenge ? challengeWords(resource) : [])]}
      />
      <HeadFigure
        id="practice-request"
        head={{
          title: 'What reaches the server',
          start: `${request.method} ${request.target} HTTP/1.1`,
          fields: request.fields,
        }}
      >
        {decoded.length ? (
          <ul className="space-y-1 border-t border-line bg-sunk/60 px-4 py-2.5 text-sm text-soft">
            {decoded.map(({ text, says, whole }) => (
              <li key={text}>
                <code className="text-wire wrap-wire">{text}</code>{' '}
                {whole ? 'decodes to' : `is not complete Base64 (${text.length} characters); it decodes to`}{' '}
                <code className="text-wire wrap-wire text-ink">{says}</code>
              </li>
            ))}
          </ul>
        ) : null}
      </HeadFigure>
    </>
  );
}

/** A browser, a program or a cache in words, and each message that it sends or gets. */
function ClientFigure({ asked }: { readonly asked: ClientAsked }) {
  const { rows, habits, heads } = viewOf(asked.situation.exchange);
  return (
    <>
      <Facts title="What happens" rows={rows} habits={habits} />
      {heads.map((head, at) => (
        <HeadFigure key={head.title} id={`practice-message-${at}`} head={head} />
      ))}
    </>
  );
}

interface FactsProps {
  readonly title: string;
  readonly rows: readonly Row[];
  readonly habits: readonly string[];
}

function Facts({ title, rows, habits }: FactsProps) {
  return (
    <section aria-labelledby="practice-facts">
      <h3 id="practice-facts" className="mb-2 font-sans text-sm font-normal tracking-normal text-soft">
        {title}
      </h3>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-5 gap-y-1.5 text-[0.9375rem]">
        {rows.map(({ term, lines }) => (
          <div key={term} className="col-span-full grid grid-cols-subgrid">
            <dt className="text-soft">{term}</dt>
            <dd className="min-w-0 wrap-anywhere">
              {lines.map((line) => (
                <span key={line} className="block">
                  <Inline text={line} />
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <ul className="mt-3 list-disc space-y-1 border-t border-line pt-3 pl-4.5 text-sm text-soft marker:text-faint">
        {habits.map((habit) => (
          <li key={habit}>
            <Inline text={habit} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface HeadFigureProps {
  readonly id: string;
  readonly head: Head;
  readonly children?: ReactNode;
}

/** The first line and the headers of a message, under its title. */
function HeadFigure({ id, head: { title, start, fields }, children }: HeadFigureProps) {
  const lines: WireLine[] = [
    { kind: 'start', name: '', value: start },
    ...fields.map(([name, value]) => ({ kind: 'field' as const, name, value })),
  ];
  return (
    <section aria-labelledby={id} className="overflow-hidden rounded-xl border border-line bg-raised">
      <h3
        id={id}
        className="border-b border-line px-4 py-2 font-sans text-sm font-normal tracking-normal text-soft"
      >
        {title}
      </h3>
      <div className="px-4 py-3">
        <Message lines={lines} />
      </div>
      {children}
    </section>
  );
}
