import { BookOpen, ScanSearch, Wrench } from 'lucide';
import { Icon } from '@/components/ui/Icon';
import { Inline } from '@/components/ui/Inline';

/** The answer as a lesson or a cause declares it. */
export interface Answers {
  readonly means: string;
  readonly check: string;
  readonly fix: string;
}

const parts = [
  ['means', 'What it means', BookOpen],
  ['check', 'How to check', ScanSearch],
  ['fix', 'What to do', Wrench],
] as const;

/** The answer before the text, for people who have a few seconds: what it means, how to check, what to do. */
export function InShort(answers: Answers) {
  return (
    <section
      aria-label="In short"
      className="mt-5 rounded-xl border border-line bg-raised text-base leading-normal"
    >
      <dl>
        {parts.map(([key, label, shape]) => (
          <div
            key={key}
            className="grid gap-x-4 border-line px-4 py-2.5 not-first:border-t last:rounded-b-[0.6875rem] last:bg-brand-ground sm:grid-cols-[8.75rem_minmax(0,1fr)]"
          >
            <dt className="flex items-center gap-2 self-start font-semibold text-brand text-sm leading-6">
              <Icon of={shape} className="size-4 shrink-0" aria-hidden="true" />
              {label}
            </dt>
            <dd className="text-pretty">
              <Inline text={answers[key]} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
