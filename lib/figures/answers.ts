/** What the answers of an exercise can be, read from its own declaration while pages are built. */

import type { Exchange, ExerciseView } from '@/lib/draft/exchange';
import { valuesIn } from '@/lib/draft/values';
import { exerciseSlugs, loadExercise } from '@/lib/exercises';
import { type Ask, type Exercise, walletValues } from '@/lib/exercises/exercise';
import type { OpenResource } from '@/lib/sandbox/open-resource';
import { asker, figureResource, run } from './figure';

/** How many of the statuses that most exercises declare are offered in every prediction. */
const commonCount = 4;

type Answers = Pick<ExerciseView, 'statuses' | 'bringsValues'>;

// Several pages show the same exercise, and some exercises need keys that take their time.
const read = new Map<string, Promise<Answers>>();

/** The statuses to predict from, and whether an answer brings a value for a later request. */
export function answersOf(slug: string): Promise<Answers> {
  const answers = read.get(slug) ?? readAnswers(slug);
  read.set(slug, answers);
  return answers;
}

async function readAnswers(slug: string): Promise<Answers> {
  const opened = await figureResource(slug);
  const exchanges = await exchangesOf(opened);
  const statuses = new Set([
    ...(await commonStatuses()),
    ...declaredStatuses(opened.exercise),
    ...exchanges.map(({ response }) => response.status),
  ]);
  return {
    statuses: [...statuses].sort((a, b) => a - b),
    bringsValues: valuesIn(exchanges, []).length > 0,
  };
}

/** The exchanges of `start` and `solution`, with those that the solution needs before it can be made. */
async function exchangesOf(opened: OpenResource): Promise<readonly Exchange[]> {
  const exchanges: Exchange[] = [];
  const wallet = await walletValues(opened.resource);
  for (const which of ['start', 'solution'] as const) {
    // A copy of a resource remembers for itself, so that neither draft depends on the other.
    const open = { ...opened };
    const ask = asker(open);
    const watched: Ask = Object.assign(
      async (draft: Parameters<Ask>[0]) => {
        const exchange = await run(draft, open);
        exchanges.unshift(exchange);
        return exchange.response;
      },
      { resource: ask.resource, now: ask.now },
    );
    const draft = await open.exercise[which](wallet, watched);
    exchanges.unshift(await run(draft, open));
  }
  return exchanges;
}

function declaredStatuses({ goal, mistakes }: Exercise): readonly number[] {
  return [goal.status, ...mistakes.map(({ status }) => status)];
}

let common: Promise<readonly number[]> | undefined;

/** The statuses that most exercises declare: a prediction needs wrong choices that are plausible. */
function commonStatuses(): Promise<readonly number[]> {
  common ??= countStatuses();
  return common;
}

async function countStatuses(): Promise<readonly number[]> {
  const counts = new Map<number, number>();
  for (const slug of exerciseSlugs()) {
    const exercise = await loadExercise(slug);
    for (const status of new Set(exercise ? declaredStatuses(exercise) : []))
      counts.set(status, (counts.get(status) ?? 0) + 1);
  }
  const inOrder = [...counts].sort(([a, countA], [b, countB]) => countB - countA || a - b);
  return inOrder.slice(0, commonCount).map(([status]) => status);
}
