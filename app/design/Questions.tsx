'use client';
import { QuestionForm } from '@/components/quiz/QuestionForm';
import type { ChooseQuestion } from '@/lib/quiz/question';

const question: ChooseQuestion = {
  kind: 'choose',
  ask: 'Grace has sent the right password, and `403` came back. What does the server say?',
  rule: 'RFC 9110 §15.5.4',
  options: [
    {
      key: '0',
      text: 'That it does not know her',
      why: 'Then it would have answered 401, with a challenge that says how to prove who is asking.',
      correct: false,
      belief: { id: 'design', says: 'A 403 means that my password was wrong.' },
    },
    {
      key: '1',
      text: 'That she may not have this',
      why: 'The request was understood, and the same credentials will get the same response.',
      correct: true,
    },
    {
      key: '2',
      text: 'That she should ask more slowly',
      why: 'That is 429, which tells with Retry-After when to come again.',
      correct: false,
    },
  ],
};
const at = '2026-03-02T09:00:00.000Z';
const comesBack = () => 'It comes back after another question.';

/** One question before it is answered, answered right, and answered wrong. */
export function Questions() {
  const answered = { at, sure: 'fairly', variant: 0 } as const;
  return (
    <div className="space-y-12">
      {[
        undefined,
        { ...answered, correct: true, given: '1' },
        { ...answered, correct: false, given: '0', beliefs: ['design'] },
      ].map((answer, index) => (
        // Nothing is checked here, so that nothing of it is kept.
        <div key={answer?.given ?? 'new'} inert={!answer}>
          <QuestionForm
            item="design"
            version={0}
            question={question}
            number={index + 1}
            answer={answer}
            comesBack={comesBack}
          />
        </div>
      ))}
    </div>
  );
}
