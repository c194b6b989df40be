import { Check, ChevronRight, X } from 'lucide';
import { createPortal } from 'react-dom';
import { Icon } from '@/components/ui/Icon';
import type { SheetRequest } from '@/lib/http-auth/sheet';
import { AnswerResult } from '../answer/AnswerResult';
import { answersDraft, answersIn, type Mark, marksIn, type SheetAnswer, type SheetProps } from './sheet';

interface AnswerSheetProps extends SheetProps {
  readonly requests: readonly SheetRequest[];
}

const statuses = [200, 400, 401, 403, 404];
const nothing: SheetAnswer = { status: '', challenge: '' };
const box = 'block w-full min-w-0 rounded-md border border-control bg-raised px-2 py-1.5';

/** A status and a challenge for each request of a list; what is chosen is written into the request at once. */
export default function AnswerSheet({ requests, draft, edit, exchanges, below, wallet }: AnswerSheetProps) {
  const answers = answersIn(draft);
  const marks = marksIn(exchanges);
  const right = requests.filter(({ name }) => marks.get(name)?.right).length;
  const change = (name: string, answer: SheetAnswer) =>
    edit(answersDraft(new Map(answers).set(name, answer)));
  return (
    <section
      aria-label="Answer sheet"
      className="mb-4 overflow-hidden rounded-xl border border-line bg-raised"
    >
      <p className="flex flex-wrap items-baseline gap-x-3 border-b border-line bg-sunk/60 px-3.5 py-2 text-sm">
        <span className="font-semibold">
          {right} of {requests.length} right
        </span>
        <span className="text-soft">
          Realm <code className="text-wire text-ink">{wallet.realm}</code>
        </span>
      </p>
      <ol className="max-h-112 divide-y divide-line overflow-y-auto">
        {requests.map((request, at) => (
          <Row
            key={request.name}
            request={request}
            answer={answers.get(request.name) ?? nothing}
            mark={marks.get(request.name)}
            begins={at === 0}
            change={change}
          />
        ))}
      </ol>
      {below
        ? createPortal(<AnswerResult requests={requests} marks={marks} exchanges={exchanges} />, below)
        : null}
    </section>
  );
}

interface RowProps {
  readonly request: SheetRequest;
  readonly answer: SheetAnswer;
  readonly mark: Mark | undefined;
  readonly begins: boolean;
  readonly change: (name: string, answer: SheetAnswer) => void;
}

function Row({ request: { name, request, resource, finds }, answer, mark, begins, change }: RowProps) {
  const { status, challenge } = answer;
  return (
    <li>
      <details open={begins || undefined} data-row={name} className="group">
        <summary className="flex cursor-pointer list-none flex-wrap items-baseline gap-x-2 px-3.5 py-1.5 text-sm hover:bg-sunk [&::-webkit-details-marker]:hidden">
          <Icon
            of={ChevronRight}
            className="size-4 shrink-0 self-center text-faint transition-transform group-open:rotate-90"
            aria-hidden="true"
          />
          <span className="font-mono text-wire">{name}</span>
          <span className="ml-auto font-mono text-wire text-soft">{status}</span>
          {mark ? <RowVerdict right={mark.right} /> : null}
        </summary>
        <div className="space-y-2 px-3.5 pb-3 text-sm">
          <pre className="rounded-md bg-sunk px-2.5 py-2 font-mono text-wire wrap-wire">{request}</pre>
          <p>
            <span className="text-faint">Resource:</span> {resource}
          </p>
          <p>
            <span className="text-faint">Found:</span> {finds}
          </p>
          <div className="grid gap-2 @md:grid-cols-[8rem_minmax(0,1fr)]">
            <label>
              <span className="text-xs text-faint">Status</span>
              <select
                aria-label={`Status for ${name}`}
                value={status}
                onChange={({ target }) => change(name, { status: target.value, challenge })}
                className={box}
              >
                <option value="">Choose</option>
                {statuses.map((status) => (
                  <option key={status}>{status}</option>
                ))}
              </select>
            </label>
            <label>
              <span className="text-xs text-faint">WWW-Authenticate, if the status needs it</span>
              <input
                aria-label={`WWW-Authenticate for ${name}`}
                value={challenge}
                onChange={({ target }) => change(name, { status, challenge: target.value })}
                className={`${box} font-mono text-wire`}
                autoComplete="off"
                autoCapitalize="off"
                spellCheck={false}
              />
            </label>
          </div>
          {mark?.says ? <p className="border-l-3 border-s403-fill pl-2.5">{mark.says}</p> : null}
        </div>
      </details>
    </li>
  );
}

function RowVerdict({ right }: { readonly right: boolean }) {
  const shape = right ? Check : X;
  return (
    <span className={`flex items-center gap-1 text-xs ${right ? 'text-s2xx-text' : 'text-s403-text'}`}>
      <Icon of={shape} className="size-3.5" aria-hidden="true" />
      {right ? 'right' : 'not right'}
    </span>
  );
}
