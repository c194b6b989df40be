/** What kinds of questions share in a `quiz.yaml`, and what the program asks of each kind there. */
import { z } from 'zod';
import type { Belief, Option, Question, Trial } from '@/lib/quiz/question';
import { prose, rule, slug } from '../shapes';

export const draftOf = z.strictObject({ exercise: slug, draft: z.string().min(1) });

export const asked = { ask: prose(60), rule };

export const shown = {
  /** A figure that is made by running a draft of an exercise. */
  exchange: draftOf.extend({ only: z.enum(['request', 'response']).optional() }).optional(),
  /** Raw text of a request or response. `malformed: true` where what it shows is wrong on purpose. */
  message: z.string().min(1).optional(),
  malformed: z.literal(true).optional(),
};

export const explanation = { why: prose(60), misconception: slug.optional() };

export const option = z.strictObject({
  text: prose(40),
  correct: z.literal(true).optional(),
  ...explanation,
  try: draftOf.optional(),
});

export type Options = readonly z.infer<typeof option>[];
export type Report = { readonly path: PropertyKey[]; readonly message: string };

/** Runs a check that needs more than one key, and reports its faults under theirs. */
export function rightly<T>(check: (value: T) => readonly Report[]) {
  return (value: T, context: z.core.$RefinementCtx<T>) => {
    for (const { path, message } of check(value)) context.addIssue({ code: 'custom', path, message });
  };
}

export const rightOnes = (options: Options) => options.filter(({ correct }) => correct).length;

/** A draft of an exercise, by their names. */
export type DraftName = z.infer<typeof draftOf>;

/** What a question shows: a run of a draft, raw text, or nothing. */
export type Figured =
  | (DraftName & { readonly only?: 'request' | 'response' | undefined })
  | { readonly message: string };

/** What a question names, looked up and run. */
export interface Resolver {
  readonly trial: (name: DraftName) => Promise<Trial>;
  readonly serverAnswer: (
    name: DraftName,
  ) => Promise<{ readonly status: number; readonly challenge: string }>;
  /** The challenge that a 403 without one may have all the same; empty if the server asks for nothing. */
  readonly optionalChallenge: (name: DraftName) => Promise<string>;
  readonly reasonPhrase: (status: number) => string;
  readonly belief: (id: string | undefined) => { readonly belief?: Belief };
}

type Body<Kind> = Omit<Extract<Question, { kind: Kind }>, 'ask' | 'rule'>;

/** How a file writes one kind of question. */
export interface QuestionContent<Written, Kind extends Question['kind']> {
  /** What to write at a key that this kind alone has. */
  readonly advices?: Readonly<Record<string, string>>;
  /** Everything with an explanation that may name a misconception. */
  readonly explained: (question: Written) => readonly { readonly misconception?: string | undefined }[];
  /** The drafts that it names, beside those of its figure. */
  readonly drafts?: (question: Written) => readonly DraftName[];
  /** True if the inputs show a message themselves. */
  readonly showsMessage?: true;
  readonly figure: (question: Written) => Figured | undefined;
  /** The question as a page asks it; options are shuffled by `seed`. */
  readonly resolve: (question: Written, resolver: Resolver, seed: string) => Promise<Body<Kind>>;
}

/** What most kinds show: the run or the text that the question names. */
export function figureOf({
  exchange,
  message,
}: {
  exchange?: Figured | undefined;
  message?: string | undefined;
}): Figured | undefined {
  return exchange ?? (message === undefined ? undefined : { message });
}

/** Options as a page asks them, in the order of the file. */
export function resolveOptions(options: Options, { trial, belief }: Resolver): Promise<Option[]> {
  return Promise.all(
    options.map(async (written, index) => ({
      key: String(index),
      text: written.text,
      why: written.why,
      correct: written.correct ?? false,
      ...belief(written.misconception),
      ...(written.try && { trial: await trial(written.try) }),
    })),
  );
}
