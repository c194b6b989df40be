import { Button } from '@/components/ui/Button';
import { questionsADay } from '@/lib/progress/session';
import { amount, dayName } from './amounts';
import type { ReviewPlan } from './use-review';

interface TodayProps {
  readonly plan: ReviewPlan;
  /** Begins with at most so many questions. */
  readonly onBegin: (most: number) => void;
}

/** What is due today, and a button that begins. */
export function Today({ plan, onBegin }: TodayProps) {
  const { due, left, done, days, beliefs } = plan;
  const tested = beliefs.filter(
    ({ overcome, items }) => !overcome && items.some((id) => due.some(({ item }) => item === id)),
  );
  const next = days.slice(1).find(({ count }) => count > 0);

  if (!due.length) {
    return (
      <p className="max-w-[62ch]">
        <strong className="font-semibold">
          {done ? `Done for today: ${amount(done, 'question')} came back.` : 'No question is due today.'}
        </strong>{' '}
        {next
          ? `The next ${next.count === 1 ? 'one comes' : `${next.count} come`} back on ${dayName(next.day)}.`
          : null}
      </p>
    );
  }
  return (
    <>
      <p className="max-w-[62ch]">
        <strong className="font-semibold">
          {amount(due.length, 'question is', 'questions are')} due
          {tested.length ? `, and with them ${amount(tested.length, 'belief')} of yours` : null}.
        </strong>{' '}
        {left
          ? `${left < due.length ? `Answer ${left} of them today. That` : 'That'} takes about ${minutes(left)}.`
          : `You have answered ${done} today, and that is enough. The others will wait.`}
      </p>
      <p className="mt-4">
        {left ? (
          <Button onClick={() => onBegin(left)}>
            {done ? 'Go on' : 'Begin'} with {amount(left, 'question')}
          </Button>
        ) : (
          <Button variant="secondary" onClick={() => onBegin(questionsADay)}>
            Answer {Math.min(due.length, questionsADay)} more
          </Button>
        )}
      </p>
    </>
  );
}

function minutes(questions: number): string {
  return amount(Math.ceil((questions * 5) / questionsADay), 'minute');
}
