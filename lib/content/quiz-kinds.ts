/** The kinds of quiz questions, as a `quiz.yaml` spells them. */
import { z } from 'zod';
import { compareFieldLines } from '@/lib/quiz/field-line';
import { prose, rule, slug } from './shapes';

const draftOf = z.strictObject({ exercise: slug, draft: z.string().min(1) });

const asked = { ask: prose(60), rule };

const shown = {
  /** A figure that is made by running a draft of an exercise. */
  exchange: draftOf.extend({ only: z.enum(['request', 'response']).optional() }).optional(),
  /** Raw text of a request or response. `malformed: true` where what it shows is wrong on purpose. */
  message: z.string().min(1).optional(),
  malformed: z.literal(true).optional(),
};

const explanation = { why: prose(60), misconception: slug.optional() };

const option = z.strictObject({
  text: prose(40),
  correct: z.literal(true).optional(),
  ...explanation,
  try: draftOf.optional(),
});

type Options = readonly z.infer<typeof option>[];
type Report = { readonly path: PropertyKey[]; readonly message: string };

/** Runs a check that needs more than one key, and reports its faults under theirs. */
function rightly<T>(check: (value: T) => readonly Report[]) {
  return (value: T, context: z.core.$RefinementCtx<T>) => {
    for (const { path, message } of check(value)) context.addIssue({ code: 'custom', path, message });
  };
}

const rightOnes = (options: Options) => options.filter(({ correct }) => correct).length;

export const choose = z
  .strictObject({
    kind: z.literal('choose'),
    /** What the question is about, where a quiz counts it. */
    about: z.enum(['definition', 'bound', 'next-step', 'status']).optional(),
    ...asked,
    ...shown,
    options: z.array(option).min(2).max(5),
  })
  .superRefine(
    rightly(({ options }) => {
      const right = rightOnes(options);
      if (right === 1) return [];
      const message = right ? `${right} options are marked as correct.` : 'No option is marked as correct.';
      return [{ path: ['options'], message }];
    }),
  );

export const several = z
  .strictObject({
    kind: z.literal('several'),
    ...asked,
    ...shown,
    options: z.array(option).min(3).max(6),
  })
  .superRefine(
    rightly(({ options }) => {
      const right = rightOnes(options);
      if (right === 0) return [{ path: ['options'], message: 'No option is marked as correct.' }];
      if (right < options.length) return [];
      return [{ path: ['options'], message: 'Every option is marked as correct, so nothing can be missed.' }];
    }),
  );

const fieldLine = z.string().regex(/^[!#$%&'*+\-.^_`|~0-9A-Za-z]+: .+$/, {
  error: 'It is not a field line: a name, a colon, a space, a value.',
});

export const field = z
  .strictObject({
    kind: z.literal('field'),
    ...asked,
    ...shown,
    answer: fieldLine,
    why: prose(60),
    mistakes: z.array(z.strictObject({ text: z.string().min(1), ...explanation })).min(1),
  })
  .superRefine(
    rightly(({ answer, mistakes }) => {
      if (!fieldLine.safeParse(answer).success) return [];
      const itself = compareFieldLines(answer, answer);
      if (!itself.same) return [{ path: ['answer'], message: itself.difference }];
      return mistakes.flatMap(({ text }, index) =>
        compareFieldLines(text, answer).same
          ? [{ path: ['mistakes', index, 'text'], message: 'This mistake means the same as the answer.' }]
          : [],
      );
    }),
  );

export const order = z.strictObject({
  kind: z.literal('order'),
  ...asked,
  ...shown,
  steps: z
    .array(z.strictObject({ text: prose(30), why: prose(60) }))
    .min(3)
    .max(7),
});

export const lie = z
  .strictObject({
    kind: z.literal('lie'),
    ...asked,
    /** Raw text. `malformed: true` where a challenge in it is wrong on purpose. */
    message: z.string().min(1),
    malformed: z.literal(true).optional(),
    /** The line that cannot be true, exactly as it stands in the message. */
    lie: z.string().min(1),
    why: prose(60),
    /** The other lines that can be picked. */
    lines: z.array(z.strictObject({ line: z.string().min(1), ...explanation })).min(2),
  })
  .superRefine(
    rightly(({ message, lie, lines }) => {
      const standing = message.split('\n');
      const picks = [
        { path: ['lie'], line: lie },
        ...lines.map(({ line }, index) => ({ path: ['lines', index, 'line'], line })),
      ];
      return picks.flatMap(({ path, line }, index) => {
        const times = standing.filter((one) => one === line).length;
        if (picks.findIndex((one) => one.line === line) < index) {
          return [{ path, message: `“${line}” can be picked already.` }];
        }
        if (times === 1) return [];
        const where = times ? `${times} times` : 'nowhere';
        return [{ path, message: `“${line}” stands ${where} in the message, once is wanted.` }];
      });
    }),
  );

export const build = z
  .strictObject({
    kind: z.literal('build'),
    ...asked,
    /** The draft whose request is shown. Running it gives the right status and challenge. */
    request: draftOf,
    why: prose(60),
    /** The wrong statuses that are offered beside the right one. */
    statuses: z.array(z.strictObject({ status: z.int().min(100).max(599), ...explanation })).min(2),
    /** The auth-params that must match; realm, error and scope where it is left out. */
    must: z.array(z.string().regex(/^[a-z_][a-z0-9_-]*$/)).optional(),
  })
  .superRefine(
    rightly(({ statuses }) =>
      statuses.flatMap(({ status }, index) =>
        statuses.findIndex((one) => one.status === status) < index
          ? [{ path: ['statuses', index, 'status'], message: `${status} is offered already.` }]
          : [],
      ),
    ),
  );
