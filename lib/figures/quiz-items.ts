/** A quiz with everything looked up that its questions name: figures, drafts to try, beliefs, the server's answers. */

import { loadMisconceptions } from '@/lib/content/lessons';
import { figureNamed, type QuizItem, type QuizQuestion, resolveQuestion } from '@/lib/content/question-kinds';
import type { Resolver } from '@/lib/content/question-kinds/shared';
import { versionsOf } from '@/lib/content/quiz';
import { reasonPhrase } from '@/lib/draft/status';
import {
  type MessageFigure,
  messagesIn,
  requestLines,
  responseLines,
  type WireLine,
} from '@/lib/draft/wire-lines';
import type { Field } from '@/lib/http-auth/message';
import type { Item } from '@/lib/quiz/question';
import type { ServerAnswer } from './check-builds';
import { draftLink } from './draft-link';
import { figure, figureDraft, run } from './figure';

/** The items as a page asks them. Throws where a question names what is not there. */
export async function quizItems(items: readonly QuizItem[]): Promise<Item[]> {
  return Promise.all(
    items.map(async (item) => {
      const versions = versionsOf(item).map(({ question, key }) =>
        resolveQuestion(question, resolver, item.id + key),
      );
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
    const figure = await figureOf(question);
    return figure ? [[name, figure] as const] : [];
  });
  return Object.fromEntries((await Promise.all(shown)).flat());
}

/** What the sandbox answers to a draft, as the right answer of a `build` question. */
export async function serverAnswer(exercise: string, draft: string): Promise<ServerAnswer> {
  const { status, fields } = (await figure(exercise, draft)).response;
  return { status, challenge: challengeOf(fields) };
}

/**
 * The challenge that a 403 without one may have all the same (RFC 9110 §11.6.1): the one that the same request gets
 * without credentials. Empty where the server asks for nothing.
 */
async function optionalChallenge(exercise: string, name: string): Promise<string> {
  const { draft, open } = await figureDraft(exercise, name);
  const fields = draft.fields.filter(([field]) => !/^(?:authorization|cookie)$/i.test(field));
  const { response } = await run({ ...draft, fields }, open);
  return response.status === 401 ? challengeOf(response.fields) : '';
}

function challengeOf(fields: readonly Field[]): string {
  return fields
    .filter(([name]) => name.toLowerCase() === 'www-authenticate')
    .map(([, value]) => value)
    .join(', ');
}

async function figureOf(question: QuizQuestion): Promise<MessageFigure | undefined> {
  const named = figureNamed(question);
  if (!named) return undefined;
  if ('exercise' in named) return exchangeFigure(named);
  const messages = messagesIn(named.message);
  if (messages.length === 1) return { messages };
  return { messages: messages.map((message) => ({ says: message.status ? answers : sends, ...message })) };
}

const sends = 'The client sends';
const answers = 'The server answers';

/** Nothing can be unfolded in a question, and what counts in a token is said there. */
const withTokensCut = (line: WireLine): WireLine => ({
  ...line,
  value: line.value.replace(/(\beyJ[\w-]{9})[\w-]*\.[\w.-]+/g, '$1…'),
});

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
  const request = { says: sends, lines: requestLines(exchange).map(withTokensCut) };
  const response = { says: answers, status: exchange.response.status, lines: responseLines(exchange) };
  return {
    messages: only === 'request' ? [request] : only === 'response' ? [response] : [request, response],
  };
}

const resolver: Resolver = {
  trial: ({ exercise, draft }) => draftLink(exercise, draft),
  serverAnswer: ({ exercise, draft }) => serverAnswer(exercise, draft),
  optionalChallenge: ({ exercise, draft }) => optionalChallenge(exercise, draft),
  reasonPhrase,
  belief(id) {
    const says = id === undefined ? undefined : loadMisconceptions()[id]?.says;
    return id === undefined || says === undefined ? {} : { belief: { id, says } };
  },
};
