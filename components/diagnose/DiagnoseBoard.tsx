'use client';
import { useEffect, useRef } from 'react';
import { Notice } from '@/components/ui/Notice';
import type { Diagnosis } from '@/lib/diagnose/diagnose';
import { Findings } from './Findings';
import { PasteBox } from './PasteBox';
import { useDiagnosis } from './use-diagnosis';

/** The box and its answer. All of it happens in this browser. */
export function DiagnoseBoard() {
  const { box, state, type, take, takeFile, submit, clear } = useDiagnosis();
  const answer = useRef<HTMLDivElement>(null);
  const isDone = state.kind === 'done';

  useEffect(() => {
    if (isDone) answer.current?.scrollIntoView({ block: 'start' });
  }, [isDone]);

  return (
    <>
      <PasteBox
        shown={box.shown}
        note={box.note}
        isBusy={state.kind === 'busy'}
        onType={type}
        onPaste={take}
        onFile={takeFile}
        onSubmit={submit}
        onClear={clear}
        rows={isDone ? 6 : 12}
      />
      <div role="status" className={state.kind === 'busy' ? 'mt-6' : 'sr-only'}>
        {state.kind === 'busy' ? (
          <>
            <p className="text-sm text-soft">{state.progress.doing} …</p>
            <progress
              value={state.progress.done}
              aria-label="Progress of the diagnosis"
              className="mt-1 h-2 w-full max-w-md accent-brand"
            />
          </>
        ) : isDone ? (
          summary(state.diagnosis)
        ) : null}
      </div>
      {state.kind === 'failed' ? (
        <div className="mt-6">
          <Notice kind="problem" title="The diagnosis did not start" role="alert">
            <p>Its program could not be loaded. Check the connection, and press Diagnose again.</p>
          </Notice>
        </div>
      ) : null}
      {isDone ? (
        <div ref={answer} className="mt-10 scroll-mt-[calc(var(--header)+1rem)]">
          <Findings diagnosis={state.diagnosis} />
        </div>
      ) : null}
    </>
  );
}

function summary({ refused, certain, likely }: Diagnosis): string {
  if (refused) return '';
  const count = (number: number, singular: string, many: string) =>
    `${number} ${number === 1 ? singular : many}`;
  return `${count(certain.length, 'statement is', 'statements are')} certain, ${count(likely.length, 'cause is', 'causes are')} likely.`;
}
