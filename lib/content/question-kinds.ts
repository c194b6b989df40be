/** Every kind of question that a `quiz.yaml` can hold, and what can be asked of one whatever its kind. */
import { z } from 'zod';
import type { Question } from '@/lib/quiz/question';
import { build, buildSchema } from './question-kinds/build';
import { choose, chooseSchema } from './question-kinds/choose';
import { field, fieldSchema } from './question-kinds/field';
import { lie, lieSchema } from './question-kinds/lie';
import { order, orderSchema } from './question-kinds/order';
import { several, severalSchema } from './question-kinds/several';
import type { DraftName, Figured, QuestionContent, Resolver } from './question-kinds/shared';
import { slug } from './shapes';

/** What a variant may be: a question without an id and without variants. */
const question = z.discriminatedUnion('kind', [
  chooseSchema,
  severalSchema,
  fieldSchema,
  orderSchema,
  lieSchema,
  buildSchema,
]);

const identity = { id: slug, variants: z.array(question).min(1) };

export const item = z.discriminatedUnion('kind', [
  chooseSchema.safeExtend(identity),
  severalSchema.safeExtend(identity),
  fieldSchema.safeExtend(identity),
  orderSchema.safeExtend(identity),
  lieSchema.safeExtend(identity),
  buildSchema.safeExtend(identity),
]);

export type QuizQuestion = z.infer<typeof question>;
export type QuizItem = z.infer<typeof item>;

type Kinds = {
  readonly [Kind in Question['kind']]: QuestionContent<Extract<QuizQuestion, { kind: Kind }>, Kind>;
};

const kinds: Kinds = { choose, several, field, order, lie, build };

// A question fits the kind that it names, which the type of a lookup by its name does not show.
const kindOf = (written: QuizQuestion) =>
  kinds[written.kind] as QuestionContent<QuizQuestion, Question['kind']>;

/** The names of the kinds, for messages. */
export const kindNames: readonly string[] = Object.keys(kinds);

/** What to write at the keys that one kind alone has. */
export const kindAdvices: Readonly<Record<string, string>> = Object.assign(
  {},
  ...Object.values(kinds).map(({ advices }) => advices),
);

/** True if the question shows a request or response. */
export function showsMessage(written: QuizQuestion): boolean {
  return kindOf(written).showsMessage ?? figureNamed(written) !== undefined;
}

/** The run or the text that stands beside a question. */
export function figureNamed(written: QuizQuestion): Figured | undefined {
  return kindOf(written).figure(written);
}

/** The drafts that a question names. */
export function draftsNamed(written: QuizQuestion): readonly DraftName[] {
  const figure = figureNamed(written);
  const trials = kindOf(written).drafts?.(written) ?? [];
  return figure && 'exercise' in figure ? [...trials, figure] : trials;
}

/** The misconceptions that a question names. */
export function misconceptionsNamed(written: QuizQuestion): readonly string[] {
  return kindOf(written)
    .explained(written)
    .flatMap(({ misconception }) => misconception ?? []);
}

/** The question as a page asks it. Rejects if it names what is not there. */
export async function resolveQuestion(
  written: QuizQuestion,
  resolver: Resolver,
  seed: string,
): Promise<Question> {
  const { ask, rule } = written;
  return { ask, rule, ...(await kindOf(written).resolve(written, resolver, seed)) } as Question;
}
