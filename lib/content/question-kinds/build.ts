/** The learner is the server: the right answer comes from running a draft. */
import { z } from 'zod';
import { mattering } from '@/lib/quiz/build';
import { prose } from '../shapes';
import { asked, draftOf, explanation, type QuestionContent, rightly } from './shared';

export const buildSchema = z
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
        statuses.findIndex((answer) => answer.status === status) < index
          ? [{ path: ['statuses', index, 'status'], message: `${status} is offered already.` }]
          : [],
      ),
    ),
  );

type Written = z.infer<typeof buildSchema>;

/** The names of the auth-params that a learner's challenge must have right. */
export function paramsThatMatter({ must }: Pick<Written, 'must'>): readonly string[] {
  return must ?? mattering;
}

export const build: QuestionContent<Written, 'build'> = {
  advices: {
    request:
      'Write “request: { exercise: first-403, draft: start }”: the server’s answer to it is the right one.',
    status: 'Offer each wrong status once.',
    must: 'List names of auth-params, such as [realm, scope], or leave it out.',
  },
  explained: ({ statuses }) => statuses,
  showsMessage: true,
  figure: ({ request }) => ({ ...request, only: 'request' }),
  async resolve(question, { serverAnswer, optionalChallenge, reasonPhrase, belief }) {
    const { status, challenge } = await serverAnswer(question.request);
    const optional = status === 403 && !challenge ? await optionalChallenge(question.request) : '';
    const wrong = question.statuses.map(({ misconception, ...offered }) => ({
      ...offered,
      reason: reasonPhrase(offered.status),
      correct: false,
      ...belief(misconception),
    }));
    const right = { status, reason: reasonPhrase(status), why: question.why, correct: true };
    return {
      kind: 'build',
      statuses: [...wrong, right].sort((a, b) => a.status - b.status),
      challenge,
      must: paramsThatMatter(question),
      ...(optional && { optional }),
    };
  },
};
