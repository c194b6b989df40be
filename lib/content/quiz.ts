/** A quiz as its file holds it: items with an id that is never used again, each with variants for when it was missed. */
import { z } from 'zod';
import { item, type QuizItem, type QuizQuestion } from './question-kinds';
import { readYaml } from './read-yaml';

const quiz = z.strictObject({ items: z.array(item).min(6) }).superRefine(({ items }, context) => {
  const definitions = items.flatMap((item, index) =>
    item.kind === 'choose' && item.about === 'definition' ? [index] : [],
  );
  for (const index of definitions.slice(1)) {
    const message = `items[${definitions[0]}] asks for a definition already, and one in a quiz is the most.`;
    context.addIssue({ code: 'custom', path: ['items', index, 'about'], message });
  }
});

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
