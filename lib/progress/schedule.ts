/** When each missed or mastered thing should come back: FSRS over the history, the same on every device. */
import { type Card, createEmptyCard, fsrs, type Grade, Rating } from 'ts-fsrs';
import type { Answer, Instant, Progress } from './progress';

export interface Due {
  readonly kind: 'item' | 'exercise';
  /** The id of a quiz item or the slug of an exercise. */
  readonly id: string;
  readonly due: Instant;
}

/** Whole days instead of minutes: nobody should wait here for a timer. No fuzz, so that devices agree. */
const scheduler = fsrs({ enable_short_term: false, enable_fuzz: false, maximum_interval: 180 });

/** Exercises with a whole sheet to work through: no five minutes hold one, so none of them comes back by itself. */
export const sheets: ReadonlySet<string> = new Set([
  'answer-five',
  'choose-the-answer',
  'exam-building-apis',
  'exam-calling-apis',
  'exam-running-servers',
  'incident-exam',
]);

/** Everything that was answered or solved with the day on which it is due, soonest first. Sheets are left out. */
export function schedule(progress: Progress): Due[] {
  const items = Object.entries(progress.answers).map(([id, answers]) =>
    dueOf(
      'item',
      id,
      answers.map(({ at, ...answer }) => ({ at, grade: gradeOf(answer) })),
    ),
  );
  const exercises = Object.entries(progress.exercises)
    .filter(([id]) => !sheets.has(id))
    .map(([id, { solved = [], practised = [] }]) =>
      dueOf('exercise', id, [
        ...solved.map((at) => ({ at, grade: Rating.Good as Grade })),
        ...practised.map((at) => ({ at, grade: Rating.Hard as Grade })),
      ]),
    );
  return [...items, ...exercises]
    .filter((due) => due !== undefined)
    .sort((a, b) => (a.due === b.due ? (a.id < b.id ? -1 : 1) : a.due < b.due ? -1 : 1));
}

type Review = { at: Instant; grade: Grade };

/** Only the first review of a day counts: right after the explanation is not yet remembered. */
function dueOf(kind: Due['kind'], id: string, reviews: readonly Review[]): Due | undefined {
  let card: Card | undefined;
  let day = '';
  for (const { at, grade } of [...reviews].sort((a, b) => (a.at < b.at ? -1 : 1))) {
    if (at.slice(0, 10) === day) continue;
    day = at.slice(0, 10);
    const now = new Date(at);
    card = scheduler.next(card ?? createEmptyCard(now), now, grade).card;
  }
  return card && { kind, id, due: card.due.toISOString() };
}

function gradeOf({ correct, sure }: Pick<Answer, 'correct' | 'sure'>): Grade {
  if (!correct) return Rating.Again;
  return { guess: Rating.Hard, fairly: Rating.Good, sure: Rating.Easy }[sure] as Grade;
}
