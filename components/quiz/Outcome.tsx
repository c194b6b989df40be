import { Inline } from '@/components/ui/Inline';
import { ruleUrl } from '@/lib/http-auth/rule';
import type { Answer } from '@/lib/progress/progress';
import { isHalfRight, rightAnswer } from '@/lib/quiz/kinds';
import type { Given, Question } from '@/lib/quiz/question';

interface OutcomeProps {
  readonly answer: Answer;
  readonly given: Given;
  readonly question: Question;
  /** What becomes of a question that was missed, by how sure the learner was. */
  readonly comesBack: (sure: boolean) => string;
}

/** Whether it was right, which answer is, and under which rule. */
export function Outcome({ answer: { correct, sure }, given, question, comesBack }: OutcomeProps) {
  const isHalf = isHalfRight(question, given);
  const right = correct || isHalf ? undefined : rightAnswer(question);
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
