import { Button } from '@/components/ui/Button';
import { questionsADay, questionsAnExercise } from '@/lib/progress/session';
import { amount, dayName } from './amounts';
import type { ReviewPlan } from './use-review';

interface TodayProps {
  readonly plan: ReviewPlan;
  /** Begins with at most so many questions. */
  readonly onBegin: (most: number) => void;
}

/** What belongs to today's five minutes, what waits for the days after, and a button that begins. */
export function Today({ plan, onBegin }: TodayProps) {
  const { due, left, exercises, exercisesWaiting, days, beliefs } = plan;
  const asked = due.slice(0, left);
  const tested = beliefs.filter(
    ({ overcome, items }) => !overcome && items.some((id) => asked.some(({ item }) => item === id)),
  );
  const more = Math.min(due.length, questionsADay);
  const waiting = list(due.length - left, exercisesWaiting);

  if (!left && !exercises.length) {
    const next = days.slice(1).find(({ dues }) => dues.length > 0);
    return (
      <>
        <p className="max-w-[62ch]">
          <strong className="font-semibold">{ended(plan)}</strong>{' '}
          {waiting
            ? `That is enough. ${waiting.sentence} for the next days.`
            : next
              ? `The next ${next.dues.length === 1 ? 'one comes' : `${next.dues.length} come`} back on ${dayName(next.day)}.`
              : null}
        </p>
        {more ? (
          <p className="mt-4">
            <Button variant="secondary" onClick={() => onBegin(more)}>
              Answer {more} more
            </Button>
          </p>
        ) : null}
      </>
    );
  }
  const today = list(left, exercises.length);
  return (
    <>
      <p className="max-w-[62ch]">
        <strong className="font-semibold">
          {today?.text} {today?.isOne ? 'is' : 'are'} due today
          {tested.length
            ? `, and with ${today?.isOne ? 'it' : 'them'} ${amount(tested.length, 'belief')} of yours`
            : null}
          .
        </strong>{' '}
        That takes about {minutes(left + exercises.length * questionsAnExercise)}.
        {waiting ? ` ${waiting.sentence} for the next days.` : null}
      </p>
      {left ? (
        <p className="mt-4">
          <Button onClick={() => onBegin(left)}>
            {plan.done.questions ? 'Go on' : 'Begin'} with {amount(left, 'question')}
          </Button>
        </p>
      ) : null}
    </>
  );
}

function ended({ done: { questions, exercises } }: ReviewPlan): string {
  const done = list(questions, exercises);
  return done ? `Done for today: ${done.text} came back.` : 'Nothing is due today.';
}

/** Questions and exercises in words; undefined where there are none. */
function list(questions: number, exercises: number) {
  if (!questions && !exercises) return undefined;
  const text = [
    questions ? amount(questions, 'question') : '',
    exercises ? amount(exercises, 'exercise') : '',
  ]
    .filter(Boolean)
    .join(' and ');
  const isOne = questions + exercises === 1;
  return { text, isOne, sentence: `${text} ${isOne ? 'waits' : 'wait'}` };
}

function minutes(questions: number): string {
  return amount(Math.ceil((questions * 5) / questionsADay), 'minute');
}
