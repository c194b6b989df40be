'use client';

import { Download, Trash2, Upload } from 'lucide';
import { type ChangeEvent, useRef, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Icon } from '@/components/ui/Icon';
import { Notice } from '@/components/ui/Notice';
import { answeredOf } from '@/lib/progress/progress';
import { resetProgress } from '@/lib/progress/record';
import { exportProgress, importProgress } from '@/lib/progress/transfer';
import { useProgress, useStorageNotice } from '@/lib/progress/use-progress';
import { ForgetExercise } from './ForgetExercise';

interface Said {
  readonly kind: 'good' | 'problem';
  readonly text: string;
}

interface ProgressPanelProps {
  /** The ids of the quiz items of each lesson. */
  readonly quizzes: readonly (readonly string[])[];
  /** All exercises, so that one that was begun can be named and forgotten. */
  readonly exercises: readonly { readonly slug: string; readonly title: string }[];
}

/** What this browser keeps: a file to take along, a file to bring in, ways to forget one exercise or everything. */
export function ProgressPanel({ quizzes, exercises }: ProgressPanelProps) {
  const { storage, reason } = useStorageNotice();
  const counts = useProgress((progress) => ({
    lessons: quizzes.filter((items) => answeredOf(progress, items) === items.length).length,
    solved:
      Object.values(progress.exercises).filter(({ solved }) => solved?.length).length +
      Object.values(progress.handlers ?? {}).filter(({ solved }) => solved).length,
    questions: Object.keys(progress.answers).length,
  }));
  const [said, setSaid] = useState<Said>();
  const file = useRef<HTMLInputElement>(null);
  const dialog = useRef<HTMLDialogElement>(null);

  const read = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const chosen = target.files?.[0];
    if (!chosen) return;
    const result = importProgress(await chosen.text());
    target.value = '';
    setSaid(
      result.ok
        ? { kind: 'good', text: `“${chosen.name}” was merged into what was here.${leftOut(result.late)}` }
        : {
            kind: 'problem',
            text: `“${chosen.name}” was not taken, and nothing was changed. ${result.reason}`,
          },
    );
  };

  const forget = () => {
    resetProgress();
    dialog.current?.close();
    setSaid({ kind: 'good', text: 'Everything was forgotten.' });
  };

  return (
    <div>
      <p className="max-w-[62ch] text-soft">
        It is kept in this browser and nowhere else. Here: {amount(counts.lessons, 'lesson')} read,{' '}
        {amount(counts.solved, 'exercise')} solved, {amount(counts.questions, 'question')} answered.
      </p>
      {reason ? (
        <div className="mt-4">
          <Notice kind={storage === 'memory' ? 'problem' : 'info'} role="status">
            {reason}
          </Notice>
        </div>
      ) : null}
      <div className="mt-5 flex flex-wrap gap-3">
        <Button variant="secondary" size="sm" onClick={() => save(exportProgress())}>
          <Icon of={Download} className="size-4" aria-hidden="true" />
          Export to a file
        </Button>
        <Button variant="secondary" size="sm" onClick={() => file.current?.click()}>
          <Icon of={Upload} className="size-4" aria-hidden="true" />
          Import a file
        </Button>
        <input
          ref={file}
          type="file"
          accept=".json,application/json"
          aria-label="Progress file"
          onChange={read}
          className="sr-only"
          tabIndex={-1}
        />
        <Button
          variant="quiet"
          size="sm"
          className="max-sm:-ml-3"
          onClick={() => dialog.current?.showModal()}
        >
          <Icon of={Trash2} className="size-4" aria-hidden="true" />
          Forget everything
        </Button>
      </div>
      <ForgetExercise
        exercises={exercises}
        onForget={(title) =>
          setSaid({ kind: 'good', text: `“${title}” was forgotten and can be begun again.` })
        }
      />
      <div role="status" className="mt-4 empty:hidden">
        {said ? <Notice kind={said.kind}>{said.text}</Notice> : null}
      </div>
      <dialog
        ref={dialog}
        aria-labelledby="forget-title"
        className="m-auto w-[min(28rem,calc(100vw-2rem))] rounded-xl border border-line-strong bg-raised p-6 text-ink shadow-lift backdrop:bg-ink/40"
      >
        <h2 id="forget-title" className="text-xl">
          Forget everything?
        </h2>
        <p className="mt-2 text-soft">
          This deletes solved exercises, answers and drafts, in every open tab. Only a file that you exported
          can bring them back.
        </p>
        <div className="mt-5 flex flex-wrap gap-3">
          <Button size="sm" variant="secondary" onClick={() => dialog.current?.close()}>
            Keep it
          </Button>
          <Button size="sm" onClick={forget}>
            Forget everything
          </Button>
        </div>
      </dialog>
    </div>
  );
}

function amount(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function save(text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = `doorman-progress-${new Date().toISOString().slice(0, 10)}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

function leftOut(late: number): string {
  if (late === 0) return '';
  const entries =
    late === 1 ? 'One entry with a date in the future was' : `${late} entries with a date in the future were`;
  return ` ${entries} left out. Check the clock of the device that wrote the file.`;
}
