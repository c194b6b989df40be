/** What a `build` question says against what the sandbox answers: nobody types the right answer. */

import { ContentError, type Fault } from '@/lib/content/content-error';
import type { Place } from '@/lib/content/known';
import { listLessons, loadQuiz } from '@/lib/content/lessons';
import type { QuizItem, QuizQuestion } from '@/lib/content/question-kinds';
import { paramsThatMatter } from '@/lib/content/question-kinds/build';
import { quizFile, versionsOf } from '@/lib/content/quiz';
import { type Challenge, param, parseChallenges } from '@/lib/http-auth/grammar';

/** The answer of an exercise to one of its drafts. */
export interface ServerAnswer {
  readonly status: number;
  /** The values of WWW-Authenticate, joined by commas; empty where there is none. */
  readonly challenge: string;
}

/** Runs a draft of an exercise. */
export type Answers = (exercise: string, draft: string) => Promise<ServerAnswer>;

type Build = Extract<QuizQuestion, { kind: 'build' }>;

/** Runs the draft of every `build` question. Throws one `ContentError` with every fault. */
export async function checkBuilds(answers: Answers): Promise<void> {
  const quizzes = listLessons().map(({ folder, slug }) =>
    buildFaults(quizFile(folder), loadQuiz(slug), answers),
  );
  const faults = (await Promise.all(quizzes)).flat();
  if (faults.length) throw new ContentError(faults);
}

/** Faults of the `build` questions of one quiz: what they say that the server contradicts. */
export async function buildFaults(
  file: string,
  items: readonly QuizItem[],
  answers: Answers,
): Promise<Fault[]> {
  const builds = items.flatMap((item, index) =>
    versionsOf(item).flatMap(({ key, question }) =>
      question.kind === 'build'
        ? [{ at: { file, key: `items[${index}]${key} (${item.id})` }, question }]
        : [],
    ),
  );
  const faults = builds.map(async ({ at, question }) => {
    const { exercise, draft } = question.request;
    return contradictions(at, question, await answers(exercise, draft));
  });
  return (await Promise.all(faults)).flat();
}

function contradictions(at: Place, question: Build, { status, challenge }: ServerAnswer): Fault[] {
  const read = parseChallenges(challenge);
  const challenges: readonly Challenge[] = read.ok ? read.value : [];
  const value = (name: string) =>
    challenges.map((challenge) => param(challenge, name)).find((challenge) => challenge !== undefined);
  const asked = new Set(question.ask.toLowerCase().split(/[^a-z0-9:._-]+/));
  const words = (text: string) =>
    text
      .toLowerCase()
      .split(/[^a-z0-9:._-]+/)
      .filter(Boolean);
  return [
    ...question.statuses
      .filter((answer) => answer.status === status)
      .map(() => ({
        ...at,
        reason: `${status} stands among the wrong statuses, and it is what the server answers.`,
        advice: 'Take it out: the right status is offered by itself.',
      })),
    ...(question.must ?? [])
      .filter((name) => value(name) === undefined)
      .map((name) => ({
        ...at,
        reason: `“must” names ${name}, which the challenge of the server does not have: ${challenge || 'there is none'}.`,
        advice: 'Take it out of “must”, or name another draft.',
      })),
    ...paramsThatMatter(question)
      .filter((name) => name !== 'error' && words(value(name) ?? '').some((word) => !asked.has(word)))
      .map((name) => ({
        ...at,
        reason: `The challenge has ${name}="${value(name)}", and “ask” does not say so.`,
        advice: 'Say it in “ask”, so that the line can be known, or leave it out of “must”.',
      })),
  ];
}
