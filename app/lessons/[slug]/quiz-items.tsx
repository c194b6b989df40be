/** A quiz with everything looked up that its questions name: figures, drafts to try, the beliefs behind mistakes. */
import type { ReactNode } from 'react';
import { ExchangeFigure } from '@/components/lesson/ExchangeFigure';
import { MessageFigure } from '@/components/lesson/MessageFigure';
import { loadMisconceptions } from '@/lib/content/lessons';
import { type QuizItem, type QuizQuestion, versionsOf } from '@/lib/content/quiz';
import type { Item, Question } from '@/lib/quiz/question';
import { shuffle } from '@/lib/quiz/shuffle';
import { figure } from '@/lib/sandbox/figure';
import { trial } from '@/lib/sandbox/trial';

/** The items as a page asks them. Throws where a question names what is not there. */
export async function quizItems(items: readonly QuizItem[]): Promise<Item[]> {
  return Promise.all(
    items.map(async (item) => {
      const versions = versionsOf(item).map(({ question, key }) => resolved(question, item.id + key));
      return { id: item.id, versions: (await Promise.all(versions)) as unknown as Item['versions'] };
    }),
  );
}

/** What the questions show, by item and version. */
export async function quizFigures(items: readonly QuizItem[]): Promise<Record<string, ReactNode>> {
  const named = items.flatMap((item) =>
    versionsOf(item).map(({ question }, index) => ({ name: `${item.id}/${index}`, question })),
  );
  const shown = named.map(async ({ name, question }) => [name, await figureOf(question)] as const);
  return Object.fromEntries(await Promise.all(shown));
}

async function figureOf({ exchange, message }: QuizQuestion): Promise<ReactNode> {
  if (exchange) return <ExchangeFigure exchange={await figure(exchange.exercise, exchange.draft)} />;
  return message === undefined ? null : <MessageFigure text={message} />;
}

async function resolved(question: QuizQuestion, seed: string): Promise<Question> {
  const { ask, rule } = question;
  switch (question.kind) {
    case 'choose': {
      const options = question.options.map(async (option, index) => ({
        key: String(index),
        text: option.text,
        why: option.why,
        correct: option.correct ?? false,
        ...beliefOf(option.misconception),
        ...(option.try && { trial: await trial(option.try.exercise, option.try.draft) }),
      }));
      return { kind: 'choose', ask, rule, options: shuffle(await Promise.all(options), seed) };
    }
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
  }
}

function beliefOf(id: string | undefined): { belief?: string } {
  const belief = id === undefined ? undefined : loadMisconceptions()[id]?.says;
  return belief === undefined ? {} : { belief };
}
