import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { QuestionFields } from '@/components/quiz/QuestionFields';
import { Button } from '@/components/ui/Button';
import { ruleUrl } from '@/lib/http-auth/rule';
import type { Asked, PracticeGiven } from '@/lib/practice/ask';
import { initialGiven, isHalfRight, isRight, readGiven, writeGiven } from '@/lib/quiz/kinds';

interface PracticeFormProps {
  readonly asked: Asked;
  /** Nothing can be sent before the program is there: the browser would load the page again. */
  readonly ready: boolean;
  /** What was answered; undefined before that. */
  readonly given: PracticeGiven | undefined;
  readonly onAnswer: (given: PracticeGiven) => void;
  readonly onNext: () => void;
}

/** The question as native inputs. The same button checks and then goes on, so Enter does both. */
export function PracticeForm({ asked, ready, given, onAnswer, onNext }: PracticeFormProps) {
  const { question } = asked;
  const name = useId();
  const [draft, setDraft] = useState<PracticeGiven>(() => initialGiven(question));
  const button = useRef<HTMLButtonElement>(null);
  const answered = given !== undefined;
  // Native inputs may have been changed before the program was there.
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const early = form.current?.querySelector<HTMLInputElement>('input:checked');
    if (early)
      setDraft((current) => (writeGiven(question, current) ? current : readGiven(question, early.value)));
  }, [question]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (answered) return onNext();
    // The inputs are about to be disabled, and would drop the focus.
    button.current?.focus({ preventScroll: true });
    onAnswer(draft);
  };

  return (
    <form
      ref={form}
      onSubmit={submit}
      aria-labelledby={`${name}-ask`}
      className="min-w-0 lg:col-start-2 lg:row-span-2 lg:row-start-1"
    >
      <h3
        id={`${name}-ask`}
        className="mb-4 font-sans text-[1.125rem] leading-7 font-semibold tracking-normal"
      >
        {question.ask}
      </h3>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would need the question as its legend a second time */}
      <div role="group" aria-labelledby={`${name}-ask`} className="mb-5">
        <QuestionFields
          question={question}
          name={`${name}-given`}
          given={given ?? draft}
          answered={answered}
          onGive={setDraft}
        />
      </div>
      <div className="flex flex-wrap items-center gap-x-5 gap-y-3">
        <Button ref={button} type="submit" disabled={!ready}>
          {answered ? 'Next question' : 'Check'}
        </Button>
        <div role="status" className="min-w-0 flex-1 basis-52 text-[0.9375rem]">
          {answered ? <Told asked={asked} given={given} /> : null}
        </div>
      </div>
    </form>
  );
}

function Told({ asked: { question }, given }: { readonly asked: Asked; readonly given: PracticeGiven }) {
  const right = isRight(question, given);
  return (
    <>
      <strong className="font-semibold">{right ? 'That is right.' : 'That is not it.'}</strong>{' '}
      {isHalfRight(question, given) ? 'The status is right, the challenge is not. ' : null}
      <a href={ruleUrl(question.rule)} className="link">
        {question.rule}
      </a>
    </>
  );
}
