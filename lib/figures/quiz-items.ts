/** A quiz with everything looked up that its questions name: figures, drafts to try, beliefs, the server's answers. */

import { loadMisconceptions } from '@/lib/content/lessons';
import { type QuizItem, type QuizQuestion, versionsOf } from '@/lib/content/quiz';
import { reasonPhrase } from '@/lib/draft/status';
import type { MessageFigure } from '@/lib/draft/wire-lines';
import { messagesIn, requestLines, responseLines } from '@/lib/draft/wire-lines';
import type { Belief, Item, Option, Question } from '@/lib/quiz/question';
import { shuffle } from '@/lib/quiz/shuffle';
import { paramsThatMatter, type ServerAnswer } from './check-builds';
import { draftLink } from './draft-link';
import { figure } from './figure';

/** The items as a page asks them. Throws where a question names what is not there. */
export async function quizItems(items: readonly QuizItem[]): Promise<Item[]> {
  return Promise.all(
    items.map(async (item) => {
      const versions = versionsOf(item).map(({ question, key }) => resolved(question, item.id + key));
      return { id: item.id, versions: (await Promise.all(versions)) as unknown as Item['versions'] };
    }),
  );
}

/** What the questions show, by item and version: `first-401-invitation/0`. Questions that show nothing are left out. */
export async function quizFigures(items: readonly QuizItem[]): Promise<Record<string, MessageFigure>> {
  const named = items.flatMap((item) =>
    versionsOf(item).map(({ question }, index) => ({ name: `${item.id}/${index}`, question })),
  );
  const shown = named.map(async ({ name, question }) => {
    const own = await figureOf(question);
    return own ? [[name, own] as const] : [];
  });
  return Object.fromEntries((await Promise.all(shown)).flat());
}

/** What the sandbox answers to a draft, as the right answer of a `build` question. */
export async function serverAnswer(exercise: string, draft: string): Promise<ServerAnswer> {
  const { status, fields } = (await figure(exercise, draft)).response;
  const challenges = fields.filter(([name]) => name.toLowerCase() === 'www-authenticate');
  return { status, challenge: challenges.map(([, value]) => value).join(', ') };
}

async function figureOf(question: QuizQuestion): Promise<MessageFigure | undefined> {
  // The lines of a lie are its inputs.
  if (question.kind === 'lie') return undefined;
  if (question.kind === 'build') return exchangeFigure({ ...question.request, only: 'request' });
  if (question.exchange) return exchangeFigure(question.exchange);
  if (question.message === undefined) return undefined;
  const messages = messagesIn(question.message);
  if (messages.length === 1) return { messages };
  return { messages: messages.map((one) => ({ says: one.status ? answers : sends, ...one })) };
}

const sends = 'The client sends';
const answers = 'The server answers';

async function exchangeFigure({
  exercise,
  draft,
  only,
}: {
  exercise: string;
  draft: string;
  only?: 'request' | 'response' | undefined;
}): Promise<MessageFigure> {
  const exchange = await figure(exercise, draft);
  const request = { says: sends, lines: requestLines(exchange) };
  const response = { says: answers, status: exchange.response.status, lines: responseLines(exchange) };
  return {
    messages: only === 'request' ? [request] : only === 'response' ? [response] : [request, response],
  };
}

async function resolved(question: QuizQuestion, seed: string): Promise<Question> {
  const { ask, rule } = question;
  switch (question.kind) {
    case 'choose':
    case 'several':
      return { kind: question.kind, ask, rule, options: shuffle(await optionsOf(question.options), seed) };
    case 'field': {
      const { answer, why } = question;
      const mistakes = question.mistakes.map(({ text, why: own, misconception }) => ({
        text,
        why: own,
        ...beliefOf(misconception),
      }));
      return { kind: 'field', ask, rule, answer, why, mistakes };
    }
    case 'order': {
      const steps = question.steps.map((step, index) => ({ key: String(index), ...step }));
      return { kind: 'order', ask, rule, steps: shuffle(steps, seed) };
    }
    case 'lie':
      return { kind: 'lie', ask, rule, lines: linesOf(question) };
    case 'build':
      return { kind: 'build', ask, rule, ...(await builtOf(question)) };
  }
}

type Of<Kind extends QuizQuestion['kind']> = Extract<QuizQuestion, { kind: Kind }>;

function optionsOf(options: Of<'choose'>['options']): Promise<Option[]> {
  return Promise.all(
    options.map(async (option, index) => ({
      key: String(index),
      text: option.text,
      why: option.why,
      correct: option.correct ?? false,
      ...beliefOf(option.misconception),
      ...(option.try && { trial: await draftLink(option.try.exercise, option.try.draft) }),
    })),
  );
}

/** The lie has the key `lie`, the other lines their place in the file. */
function linesOf({ message, lie, why, lines }: Of<'lie'>): (string | Option)[] {
  return message
    .trimEnd()
    .split('\n')
    .map((text) => {
      if (text === lie) return { key: 'lie', text, why, correct: true };
      const place = lines.findIndex(({ line }) => line === text);
      const other = lines[place];
      if (!other) return text;
      return { key: String(place), text, why: other.why, correct: false, ...beliefOf(other.misconception) };
    });
}

async function builtOf(question: Of<'build'>) {
  const { status, challenge } = await serverAnswer(question.request.exercise, question.request.draft);
  const wrong = question.statuses.map((one) => ({
    status: one.status,
    reason: reasonPhrase(one.status),
    why: one.why,
    correct: false,
    ...beliefOf(one.misconception),
  }));
  const right = { status, reason: reasonPhrase(status), why: question.why, correct: true };
  const statuses = [...wrong, right].sort((a, b) => a.status - b.status);
  return { statuses, challenge, must: paramsThatMatter(question) };
}

function beliefOf(id: string | undefined): { belief?: Belief } {
  const says = id === undefined ? undefined : loadMisconceptions()[id]?.says;
  return id === undefined || says === undefined ? {} : { belief: { id, says } };
}
