/** Which question is asked, and what was answered. The address names it, so that it can be shared. */
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { type Asked, askAbout, type PracticeGiven } from '@/lib/practice/ask';
import type { FamilyName } from '@/lib/practice/families';
import { freshSeed, readSituationName, situationName, situationOf } from '@/lib/practice/situation';
import { standingAfter } from '@/lib/practice/standing';
import { practiceAnswers, recordPractice } from '@/lib/progress/record';
import { isRight } from '@/lib/quiz/kinds';

interface Shown {
  readonly asked: Asked;
  readonly number: number;
  /** False as long as another question may take the place of the one that the server has put into the page. */
  readonly ready: boolean;
  /** What was answered; undefined before that. */
  readonly given?: PracticeGiven;
}

export interface PracticeState extends Shown {
  readonly answer: (given: PracticeGiven) => void;
  readonly next: () => void;
}

/** Begins with the question in the address; without one with `first`, or where that is known, with a new one. */
export function usePractice(first: Asked, heading: RefObject<HTMLElement | null>): PracticeState {
  const [shown, setShown] = useState<Shown>({ asked: first, number: 1, ready: false });
  const lately = useRef<FamilyName[]>([]);
  const latest = useRef(situationName(first.situation));

  const open = useCallback(async (place: { level: 1 | 2 | 3; seed: string }, step: 0 | 1) => {
    const situation = situationOf(place.level, place.seed);
    latest.current = situationName(situation);
    const asked = await askAbout(situation);
    // A later call may have overtaken this one.
    if (latest.current !== situationName(situation)) return;
    lately.current = [...lately.current, situation.family].slice(-3);
    setShown(({ number }) => ({ asked, number: number + step, ready: true }));
  }, []);

  const draw = useCallback(
    (step: 0 | 1) => {
      const { level } = standingAfter(practiceAnswers());
      const place = { level, seed: freshSeed(level, lately.current, Math.random) };
      history.replaceState(null, '', `#${situationName(place)}`);
      return open(place, step);
    },
    [open],
  );

  useEffect(() => {
    const fromAddress = () => {
      const place = readSituationName(location.hash.slice(1));
      const isOther = place !== undefined && situationName(place) !== latest.current;
      if (isOther) void open(place, 0);
      return { isNamed: place !== undefined, isOther };
    };
    const { isNamed, isOther } = fromAddress();
    const isFresh = !isNamed && practiceAnswers().length > 0;
    if (isFresh) void draw(0);
    if (!isOther && !isFresh) setShown((state) => ({ ...state, ready: true }));
    addEventListener('hashchange', fromAddress);
    return () => removeEventListener('hashchange', fromAddress);
  }, [open, draw]);

  const { number } = shown;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each step of the learner moves the focus once
  useEffect(() => {
    if (number > 1) heading.current?.focus();
  }, [number]);

  return {
    ...shown,
    answer: (given) => {
      const { level, seed } = shown.asked.situation;
      recordPractice({ level, seed, correct: isRight(shown.asked.question, given) });
      setShown((state) => ({ ...state, given }));
    },
    next: () => void draw(1),
  };
}
