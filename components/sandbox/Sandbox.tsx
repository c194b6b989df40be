/** The live request sandbox of one exercise: what the server knows of it, and the way in for the rest. */
import { originWord } from '@/components/site/origin';
import { Inline } from '@/components/ui/Inline';
import { OriginNote } from '@/components/ui/OriginNote';
import { StatusBadge } from '@/components/ui/StatusBadge';
import { sandboxId } from '@/lib/draft/event';
import type { ExerciseView, InitialDraft } from '@/lib/draft/exchange';
import { reasonPhrase } from '@/lib/draft/status';
import { ruleUrl } from '@/lib/http-auth/rule';
import { LiveSandbox } from './LiveSandbox';

interface SandboxProps {
  readonly view: ExerciseView;
  readonly opening: InitialDraft;
  /** `column` stands beside the text of a lesson, `full` has a page to itself and brings its h1. */
  readonly layout: 'column' | 'full';
  /** `sandbox` on the page of the exercise, else the slug of the lesson or cause. Each place has its own attempt. */
  readonly place: string;
}

const levels = { 1: 'one line to change', 2: 'needs some thought', 3: 'difficult' };

/** Title, task and goal are rendered on the server alone; the sandbox itself there and in the browser. */
export function Sandbox({ view, opening, layout, place }: SandboxProps) {
  const { slug, title, task, goal, open, level, schemes, wrongOnPurpose } = view;
  const id = sandboxId(slug);
  const Heading = layout === 'full' ? 'h1' : 'h2';
  return (
    <section
      id={id}
      aria-labelledby={`${id}-title`}
      className="scroll-mt-(--header)"
      // For lib/early/early-input.mjs: what the first press needs is asked for before the program is there.
      data-exercise={slug}
      data-place={place}
      data-first={opening.first && JSON.stringify(opening.first)}
    >
      <Heading id={`${id}-title`} className={layout === 'full' ? 'text-title' : 'text-2xl'}>
        {title}
      </Heading>
      <p className={`mt-2 max-w-[62ch] text-soft ${layout === 'full' ? 'text-lead' : ''}`}>
        <Inline text={task} />
      </p>
      <p className="mt-2 flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-faint">
        {open ? (
          <span>An open door for your own client: {schemes.join(', ')}</span>
        ) : (
          <>
            <span>Goal</span>
            <StatusBadge status={goal.status} name={reasonPhrase(goal.status)} />
            {goal.method || goal.path ? (
              <code className="text-wire">{[goal.method, goal.path].filter(Boolean).join(' ')}</code>
            ) : null}
            <span aria-hidden="true">·</span>
            <span>{levels[level]}</span>
          </>
        )}
      </p>
      {wrongOnPurpose ? (
        <p className="mt-2 max-w-[62ch] text-sm text-soft">
          This server is wrong on purpose, as real ones are: it breaks{' '}
          <a href={ruleUrl(wrongOnPurpose)} className="link whitespace-nowrap">
            {wrongOnPurpose}
          </a>
          .
        </p>
      ) : null}
      <noscript>
        <div className="mt-4 border-l-3 border-brand bg-sunk px-4 py-3 text-sm">
          <p>
            Without JavaScript, a terminal does the same. Choose any name of 8 letters or more for your
            attempt:
          </p>
          <code className="mt-2 block text-wire wrap-wire">
            curl {originWord}/api/briefs/{slug}/my-attempt
            <br />
            curl -i {originWord}/api/sandbox/{slug}/my-attempt/
          </code>
          <OriginNote word={originWord} />
        </div>
      </noscript>
      <LiveSandbox view={view} opening={opening} layout={layout} place={place} />
    </section>
  );
}
