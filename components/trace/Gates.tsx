/** Three gates on one line, and how far a request came (RFC 9110 §15.5). */
import { type Stage, stages } from '@/lib/http-auth/decision';
import { GatesDrawing } from './GatesDrawing';
import { GatesMark } from './GatesMark';
import { type GateState, gateStates } from './gate-states';

interface GatesProps {
  /** The status of the response; null, or left out, before there is one. */
  readonly status?: number | null;
  /** What each gate did, where the status alone does not say it. */
  readonly stages?: Partial<Record<Stage, GateState>>;
  /** All but `logo` fill their column, `hero` and `trace` name the gates; `logo` is as high as a line of text. */
  readonly size?: 'hero' | 'trace' | 'small' | 'logo';
}

const questions: Record<Stage, string> = {
  syntax: 'Can I read it?',
  authentication: 'Who are you?',
  authorization: 'May you?',
};

const spoken: Record<GateState, string> = {
  passed: 'passed',
  refused: 'refused',
  hidden: 'answered as if nothing were there',
  unasked: 'not asked',
  unreached: 'not reached',
};

function inWords(states: readonly GateState[], status: number | null): string {
  if (status === null)
    return 'Three gates: syntax, authentication, authorization. Nothing has been sent yet.';
  const parts = stages.map((stage, index) => {
    const state = states[index] ?? 'unreached';
    return `${stage} ${spoken[state]}${state === 'refused' ? ` with ${status}` : ''}`;
  });
  return `Three gates: ${parts.join(', ')}.`;
}

const isOut = (state: GateState | undefined) => state === 'unreached' || state === 'unasked';

/** The three gates after a response: passed ones stand open, the one that refused shows its status. */
export function Gates({ status = null, stages: given, size = 'trace' }: GatesProps) {
  if (size === 'logo') return <GatesMark states={['passed', 'refused', 'refused']} tones={[200, 401, 403]} />;

  const derived = gateStates(status);
  const states = stages.map((stage, index) => given?.[stage] ?? derived[index] ?? 'unreached');
  const label = inWords(states, status);
  const hero = size === 'hero';
  return (
    <div role="img" aria-label={label} className="@container">
      {/* A new answer is a new drawing, so that its gates open again. */}
      <GatesDrawing
        key={`${status} ${states.join()}`}
        states={states}
        status={status}
        isSmall={size === 'small'}
      />
      {size === 'small' ? null : (
        <div
          className={`grid grid-cols-3 text-center leading-tight text-xs ${hero ? '@min-[22rem]:text-sm' : '@min-[18rem]:text-[0.8125rem]'}`}
        >
          {stages.map((stage, index) => (
            <span key={stage} className={isOut(states[index]) ? 'text-faint' : 'font-medium text-ink'}>
              <span className="block first-letter:uppercase">{stage}</span>
              {states[index] === 'unasked' ? (
                <span className="block font-normal text-faint">not asked</span>
              ) : null}
              {hero ? (
                <span className="mt-0.5 block font-normal text-faint text-xs @min-[22rem]:text-[0.8125rem]">
                  {questions[stage]}
                </span>
              ) : null}
            </span>
          ))}
        </div>
      )}
    </div>
  );
}
