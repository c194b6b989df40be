import { useId } from 'react';
import { statusTone } from '@/components/ui/status';
import { reasonPhrase } from '@/lib/sandbox/status';

const choices = [200, 400, 401, 403, 404];

interface PredictProps {
  readonly expected: number | undefined;
  readonly expect: (status: number) => void;
  readonly asked: boolean;
}

/** One choice before the first send: what is guessed first is remembered better. */
export function Predict({ expected, expect, asked }: PredictProps) {
  const name = useId();
  return (
    <fieldset className="mb-3" aria-describedby={asked ? `${name}-asked` : undefined}>
      <legend className="text-sm font-semibold">Which status will come?</legend>
      <div className="mt-1.5 flex flex-wrap gap-1.5">
        {choices.map((status) => {
          const { ground, text, edge } = statusTone(status);
          const chosen = status === expected;
          return (
            <label
              key={status}
              title={reasonPhrase(status)}
              className={`flex min-h-8 items-center gap-1.5 rounded-lg border px-2.5 font-mono text-wire has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-brand ${
                chosen ? `${ground} ${text} ${edge}` : 'border-control bg-raised text-soft hover:text-ink'
              }`}
            >
              <input
                type="radio"
                name={name}
                value={status}
                checked={chosen}
                onChange={() => expect(status)}
                className="size-3 outline-none"
              />
              {status}
              <span className="sr-only">{reasonPhrase(status)}</span>
            </label>
          );
        })}
      </div>
      {asked && expected === undefined ? (
        <p id={`${name}-asked`} className="mt-1.5 text-sm text-soft">
          Choose one first, or just send.
        </p>
      ) : null}
    </fieldset>
  );
}
