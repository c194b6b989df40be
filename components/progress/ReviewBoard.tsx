import { type ReactNode, useState } from 'react';
import { Section } from '@/components/ui/Section';
import { BeliefList } from './BeliefList';
import { DueExercises } from './DueExercises';
import { DurableTable } from './DurableTable';
import { Forecast } from './Forecast';
import { ReviewSession, type Session } from './ReviewSession';
import type { ReviewLesson } from './review-data';
import { Today } from './Today';
import { useReview } from './use-review';

interface ReviewBoardProps {
  readonly lessons: readonly ReviewLesson[];
  readonly exercises: readonly { readonly slug: string; readonly title: string }[];
  /** What stands here where nothing was done yet. */
  readonly newcomer: ReactNode;
  /** What stands here until the scheduler has come. */
  readonly looking: ReactNode;
}

/** The review of a learner who has begun: today, the next days, what is remembered. It is loaded by itself. */
export default function ReviewBoard({ lessons, exercises, newcomer, looking }: ReviewBoardProps) {
  const review = useReview(lessons, exercises);
  const [session, setSession] = useState<Session>();
  if (!review) return looking;
  if (!review.started) return newcomer;
  const { plan } = review;
  const begin = (most: number) =>
    setSession({ begun: new Date().toISOString(), questions: plan.due.slice(0, most) });
  return (
    <>
      <Section id="today" title="Today" beside>
        {session ? (
          <ReviewSession
            key={session.begun}
            session={session}
            lessons={lessons}
            stillDue={plan.due.length}
            onBegin={begin}
          />
        ) : (
          <Today plan={plan} onBegin={begin} />
        )}
        <DueExercises due={plan.exercises} exercises={exercises} />
      </Section>
      <Section
        id="forecast"
        title="The next two weeks"
        intro="How many questions and exercises each day brings. No day has more than about five minutes of them; the rest waits for the next day."
        beside
      >
        <Forecast days={plan.days} over={plan.over} />
      </Section>
      <Section
        id="durable"
        title="What you have learned"
        intro="A question counts as learned after two days on which you were right at the first try, with no miss since. A lesson is durable when all its questions are learned and you solved one of its exercises without help."
        beside
      >
        <DurableTable lessons={lessons} progress={plan.progress} />
      </Section>
      {plan.beliefs.length ? (
        <Section
          id="beliefs"
          title="Wrong ideas"
          intro="The misconceptions behind your wrong answers. One counts as corrected when its questions come back right on a later day."
          beside
        >
          <BeliefList beliefs={plan.beliefs} lessons={lessons} />
        </Section>
      ) : null}
    </>
  );
}
