import { statusTone } from '@/components/ui/status';
import type { LieLine, LieQuestion } from '@/lib/quiz/question';
import type { FieldsProps } from './fields-props';
import { edgeOf } from './OptionBox';
import { Verdict } from './Verdict';

/** A message whose lines can be picked: one of them cannot be true. Once answered, each explains itself. */
export function LieFields({ question, name, given, answered, onGive }: FieldsProps<LieQuestion>) {
  return (
    <div>
      <p className="mb-2 text-[0.9375rem] text-soft">Pick one line.</p>
      <div className="space-y-1.5 rounded-xl border border-line bg-raised px-2 py-3">
        {question.lines.map((line, index) => {
          if (typeof line === 'string') {
            return (
              <div
                // biome-ignore lint/suspicious/noArrayIndexKey: lines may repeat, and their place tells them apart
                key={`line ${index}`}
                className="min-h-[1lh] px-3 pl-10 font-mono text-wire text-soft wrap-wire"
              >
                {line}
              </div>
            );
          }
          const chosen = line.key === given.key;
          return (
            <div key={line.key} className={`rounded-lg border ${edgeOf(answered, line.correct, chosen)}`}>
              <label className="flex gap-3 px-3 py-1.5">
                <input
                  type="radio"
                  className="mt-1.5 shrink-0 self-start"
                  name={name}
                  value={line.key}
                  required
                  disabled={answered}
                  checked={chosen}
                  onChange={() => onGive({ kind: 'lie', key: line.key })}
                />
                <span className="min-w-0">
                  <span className={`block font-mono text-wire leading-6 wrap-wire ${startTone(line)}`}>
                    {line.text}
                  </span>
                  {answered ? (
                    <Verdict
                      right={line.correct}
                      chosen={chosen}
                      why={line.why}
                      belief={line.belief}
                      words={{ right: 'This is the one.', chosen: 'Not this one.', other: 'Not the lie.' }}
                    />
                  ) : null}
                </span>
              </label>
            </div>
          );
        })}
      </div>
    </div>
  );
}

function startTone(line: Exclude<LieLine, string>): string {
  const [, status] = /^HTTP\/[\d.]+ (\d{3})/.exec(line.text) ?? [];
  if (!status) return '';
  const { text } = statusTone(Number(status));
  return `font-medium ${text === 'text-soft' ? 'text-ink' : text}`;
}
