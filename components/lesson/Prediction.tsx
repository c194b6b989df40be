'use client';

import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { entryOf } from '@/lib/progress/progress';
import { recordTextPrediction } from '@/lib/progress/record';
import { useProgress } from '@/lib/progress/use-progress';

interface PredictionProps {
  readonly id: string;
  readonly ask: ReactNode;
  readonly options: readonly string[];
  readonly answer: string;
  /** What to say about it once something was chosen. */
  readonly children: ReactNode;
}

/** A question to be answered before reading on: first the guess, then what is so. */
export function Prediction({ id, ask, options, answer, children }: PredictionProps) {
  const group = useId();
  const chosen = useProgress(({ predictions }) => entryOf(predictions, id)?.value);
  const [choice, setChoice] = useState<string>();
  const revealed = chosen !== undefined;

  const record = (event: FormEvent) => {
    event.preventDefault();
    if (choice !== undefined && !revealed) recordTextPrediction(id, choice);
  };

  return (
    <form onSubmit={record} className="rounded-xl border border-line bg-raised px-4 pt-3.5 pb-4">
      <fieldset className="min-w-0">
        <legend className="float-left mb-3 w-full font-semibold">{ask}</legend>
        <div className="clear-both flex flex-wrap gap-2">
          {options.map((option) => (
            <label
              key={option}
              className="flex min-h-9 items-center gap-2 rounded-lg border border-control px-3 has-checked:border-brand has-checked:bg-brand-ground has-disabled:border-line-strong"
            >
              <input
                type="radio"
                name={group}
                value={option}
                required
                disabled={revealed}
                checked={(chosen ?? choice) === option}
                onChange={() => setChoice(option)}
              />
              <span>{option}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <Button
        type="submit"
        size="sm"
        variant="secondary"
        className="mt-3 noscript:hidden"
        aria-disabled={revealed}
      >
        {revealed ? 'Noted' : 'That is my guess'}
      </Button>
      <div role="status">
        {revealed ? (
          <div className="mt-3 border-t border-line pt-3 [&>*+*]:mt-3">
            <p className="font-semibold">
              {chosen === answer ? `“${answer}”: as you said.` : `You said “${chosen}”. It is “${answer}”.`}
            </p>
            {children}
          </div>
        ) : null}
      </div>
      <noscript>
        <details className="mt-3 border-t border-line pt-3">
          <summary>The answer</summary>
          <p className="mt-2 font-semibold">{answer}</p>
          {children}
        </details>
      </noscript>
    </form>
  );
}
