/** A quiz as its file holds it: items with an id that is never used again, each with variants for when it was missed. */
import { z } from 'zod';
import { build, choose, field, lie, order, several } from './quiz-kinds';
import { readYaml } from './read-yaml';
import { slug } from './shapes';

/** What a variant may be: a question without an id and without variants. */
const question = z.discriminatedUnion('kind', [choose, several, field, order, lie, build]);

const own = { id: slug, variants: z.array(question).min(1) };

const item = z.discriminatedUnion('kind', [
  choose.safeExtend(own),
  several.safeExtend(own),
  field.safeExtend(own),
  order.safeExtend(own),
  lie.safeExtend(own),
  build.safeExtend(own),
]);

const quiz = z.strictObject({ items: z.array(item).min(6) }).superRefine(({ items }, context) => {
  const definitions = items.flatMap((one, index) =>
    one.kind === 'choose' && one.about === 'definition' ? [index] : [],
  );
  for (const index of definitions.slice(1)) {
    const message = `items[${definitions[0]}] asks for a definition already, and one in a quiz is the most.`;
    context.addIssue({ code: 'custom', path: ['items', index, 'about'], message });
  }
});

export type QuizQuestion = z.infer<typeof question>;
export type QuizItem = z.infer<typeof item>;

/** Reads one `quiz.yaml`. Throws a `ContentError` with every fault. */
export function readQuiz(folder: string, text: string): readonly QuizItem[] {
  return readYaml(quiz, text, quizFile(folder)).items;
}

/** Where the quiz of a lesson is, for messages. */
export function quizFile(folder: string): string {
  return `content/lessons/${folder}/quiz.yaml`;
}

/** The item as it is asked first, then its variants, each with the key under which it stands. */
export function versionsOf(
  item: QuizItem,
): readonly { readonly key: string; readonly question: QuizQuestion }[] {
  return [
    { key: '', question: item },
    ...item.variants.map((question, index) => ({ key: `.variants[${index}]`, question })),
  ];
}

/** True where the question shows a request or response. */
export function showsMessage(question: QuizQuestion): boolean {
  switch (question.kind) {
    case 'lie':
    case 'build':
      return true;
    default:
      return (question.message ?? question.exchange) !== undefined;
  }
}

/** The drafts that a question names. */
export function draftsNamed(
  question: QuizQuestion,
): readonly { readonly exercise: string; readonly draft: string }[] {
  switch (question.kind) {
    case 'build':
      return [question.request];
    case 'lie':
      return [];
    case 'choose':
    case 'several': {
      const trials = question.options.flatMap((one) => one.try ?? []);
      return question.exchange ? [...trials, question.exchange] : trials;
    }
    default:
      return question.exchange ? [question.exchange] : [];
  }
}

/** The misconceptions that a question names. */
export function misconceptionsNamed(question: QuizQuestion): readonly string[] {
  return explained(question).flatMap(({ misconception }) => misconception ?? []);
}

function explained(question: QuizQuestion): readonly { readonly misconception?: string | undefined }[] {
  switch (question.kind) {
    case 'choose':
    case 'several':
      return question.options;
    case 'field':
      return question.mistakes;
    case 'order':
      return [];
    case 'lie':
      return question.lines;
    case 'build':
      return question.statuses;
  }
}
