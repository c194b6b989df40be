import { questions } from '@/lib/stacks/record';

/** The name of a question, as a link to its exchange on this page. */
export function QuestionLink({ id }: { readonly id: string }) {
  return (
    <a href={`#${id}`} className="link">
      {questions.find((question) => question.id === id)?.title ?? id}
    </a>
  );
}
