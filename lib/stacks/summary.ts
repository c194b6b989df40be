/** A recorded answer in a few words, for tables and the CSV file. */
import { fieldValues, firstWords } from './message';
import type { Answer, Variant } from './record';

export interface AnswerSummary {
  readonly status: number;
  /** The values of WWW-Authenticate or Proxy-Authenticate, one for each line. */
  readonly challenges: readonly string[];
  readonly words: string;
}

/** What a cell shows, or null where the question does not apply. */
export function summaryOf(answer: Answer, mostLetters?: number): AnswerSummary | null {
  if ('notApplicable' in answer) return null;
  const { status, fields, body } = answer.response;
  const challenges = [
    ...fieldValues(fields, 'www-authenticate'),
    ...fieldValues(fields, 'proxy-authenticate'),
  ];
  return { status, challenges, words: firstWords(body, mostLetters) };
}

/** Answers that people must tell by a word besides the status: a challenge belongs to 401 and 407. */
export function challengeWord({ status, challenges }: AnswerSummary): string {
  if (challenges.length) return 'challenge';
  return status === 401 || status === 407 ? 'no challenge' : '';
}

export interface PrintedText {
  readonly status: number;
  readonly words: string;
  readonly questions: readonly string[];
}

/** The texts that a variant prints with its refusals, each once, with the questions that bring it. */
export function printedTexts({ answers }: Variant): PrintedText[] {
  const texts = new Map<string, { status: number; words: string; questions: string[] }>();
  for (const [question, answer] of Object.entries(answers)) {
    const summary = summaryOf(answer, 160);
    if (!summary || summary.status < 400 || !summary.words) continue;
    const key = `${summary.status} ${summary.words}`;
    const entry = texts.get(key) ?? { status: summary.status, words: summary.words, questions: [] };
    entry.questions.push(question);
    texts.set(key, entry);
  }
  return [...texts.values()].sort((first, other) => first.status - other.status);
}

/** True where two answers say the same but for what the body holds. */
export function sameAnswer(first: Answer, other: Answer): boolean {
  if ('notApplicable' in first || 'notApplicable' in other) {
    return 'notApplicable' in first && 'notApplicable' in other;
  }
  const text = (answer: Answer) => JSON.stringify(summaryOf(answer, 2000));
  const allow = (answer: Answer) =>
    'response' in answer ? fieldValues(answer.response.fields, 'allow').join() : '';
  return text(first) === text(other) && allow(first) === allow(other);
}
