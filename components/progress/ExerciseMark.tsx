'use client';

import { CircleCheck, CircleDashed, CircleDot } from 'lucide-react';
import { exerciseOf } from '@/lib/progress/progress';
import { useProgress } from '@/lib/progress/use-progress';

const faces = {
  tried: { Icon: CircleDashed, word: 'Tried' },
  practised: { Icon: CircleDot, word: 'Practised' },
  solved: { Icon: CircleCheck, word: 'Solved' },
};

/** How far the learner is with an exercise; nothing while it is new. */
export function ExerciseMark({ slug }: { readonly slug: string }) {
  const status = useProgress((progress) => exerciseOf(progress, slug).status);
  if (status === 'new') return null;
  const { Icon, word } = faces[status];
  return (
    <span className="icon-word text-sm whitespace-nowrap text-soft">
      <Icon className={`size-4 ${status === 'solved' ? 'text-brand' : ''}`} aria-hidden="true" />
      {word}
    </span>
  );
}
