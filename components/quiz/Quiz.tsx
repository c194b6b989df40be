import type { LessonQuestions } from './lesson-questions';
import { QuizForm } from './QuizForm';

interface QuizProps {
  readonly lesson: string;
  readonly questions: LessonQuestions;
}

/** The quiz of a lesson. */
export function Quiz({ lesson, questions }: QuizProps) {
  return (
    <section aria-labelledby="quiz">
      <h2 id="quiz" className="scroll-mt-20 text-section">
        Check yourself
      </h2>
      <p className="mt-2 mb-8 max-w-[58ch] text-soft">
        Also say how sure you are. A question that you miss while you are sure comes back first.
      </p>
      <QuizForm lesson={lesson} {...questions} />
    </section>
  );
}
