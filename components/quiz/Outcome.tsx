import { Inline } from '@/components/ui/Inline';
import { ruleUrl } from '@/lib/http-auth/rule';
import type { Answer } from '@/lib/progress/progress';
import { pickable } from '@/lib/quiz/check-answer';
import { builtAnswer } from '@/lib/quiz/given';
import type { BuildQuestion, Question } from '@/lib/quiz/question';

interface OutcomeProps {
  readonly answer: Answer;
  readonly question: Question;
  /** What becomes of a question that was missed, by how sure the learner was. */
  readonly comesBack: (sure: boolean) => string;
}

/** Whether it was right, which answer is, and under which rule. */
export function Outcome({ answer: { correct, sure, given }, question, comesBack }: OutcomeProps) {
  const isHalf = question.kind === 'build' && !correct && hasRightStatus(question, given);
  const right = correct || isHalf ? undefined : rightOne(question);
  return (
    <>
      <strong className="font-semibold">{correct ? 'That is right.' : 'That is not it.'}</strong>{' '}
      {right ? (
        <>
          The answer is “
          <Inline text={right} />
          {/\.$/.test(right) ? '” ' : '”. '}
        </>
      ) : null}
      {isHalf ? 'The status is right, the challenge is not. ' : null}
      {correct ? null : `${comesBack(sure === 'sure')} `}
      <a href={ruleUrl(question.rule)} className="link">
        {question.rule}
      </a>
    </>
  );
}

function hasRightStatus({ statuses }: BuildQuestion, given: string): boolean {
  const { status } = builtAnswer(given);
  return statuses.some((one) => one.correct && String(one.status) === status);
}

/** The right answer in one text, where it is one and does not stand beside the inputs anyway. */
function rightOne(question: Question): string | undefined {
  switch (question.kind) {
    case 'choose':
      return question.options.find(({ correct }) => correct)?.text;
    case 'lie':
      return pickable(question).find(({ correct }) => correct)?.text;
    case 'build': {
      const right = question.statuses.find(({ correct }) => correct);
      return right && `${right.status} ${right.reason}`.trim();
    }
    default:
      return undefined;
  }
}
