import { Message } from '@/components/lesson/Message';
import { Inline } from '@/components/ui/Inline';
import type { WireLine } from '@/lib/draft/wire-lines';
import type { Asked } from '@/lib/practice/ask';
import type { Asking } from '@/lib/practice/door';
import { base64In } from '@/lib/practice/reading';
import { challengeWords, doorWords, readingWords } from '@/lib/practice/words';

/** A resource in words, and a request to it as it crosses the wire. */
export function SituationFigure({ asked: { situation, for: kind } }: { readonly asked: Asked }) {
  const { door, request } = situation;
  const asksChallenge = kind === 'answer' || kind === 'build';
  const habits = [...readingWords(door), ...(asksChallenge ? challengeWords(door) : [])];
  return (
    <div className="min-w-0 space-y-5 lg:col-start-1">
      <section aria-labelledby="practice-server">
        <h3 id="practice-server" className="mb-2 font-sans text-sm font-normal tracking-normal text-soft">
          What the server knows
        </h3>
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-5 gap-y-1.5 text-[0.9375rem]">
          {doorWords(door).map(({ term, lines }) => (
            <div key={term} className="col-span-full grid grid-cols-subgrid">
              <dt className="text-soft">{term}</dt>
              <dd className="min-w-0">
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
      <RequestFigure request={request} />
    </div>
  );
}

function RequestFigure({ request }: { readonly request: Asking }) {
  const lines: WireLine[] = [
    { kind: 'start', name: '', value: `${request.method} ${request.target} HTTP/1.1` },
    ...request.fields.map(([name, value]) => ({ kind: 'field' as const, name, value })),
  ];
  const decoded = base64In(request);
  return (
    <section
      aria-labelledby="practice-request"
      className="overflow-hidden rounded-xl border border-line bg-raised"
    >
      <h3
        id="practice-request"
        className="border-b border-line px-4 py-2 font-sans text-sm font-normal tracking-normal text-soft"
      >
        What reaches the server
      </h3>
      <div className="px-4 py-3">
        <Message lines={lines} />
      </div>
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
    </section>
  );
}
