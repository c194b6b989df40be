'use client';

import { CircleCheck, CircleDashed, CircleDot } from 'lucide';
import { Icon } from '@/components/ui/Icon';
import { exerciseOf } from '@/lib/progress/progress';
import { useProgress } from '@/lib/progress/use-progress';

const faces = {
  tried: { shape: CircleDashed, word: 'Tried' },
  practised: { shape: CircleDot, word: 'Practised' },
  solved: { shape: CircleCheck, word: 'Solved' },
};

/** How far the learner is with an exercise; nothing while it is new. */
export function ExerciseMark({ slug }: { readonly slug: string }) {
  const status = useProgress((progress) => exerciseOf(progress, slug).status);
  if (status === 'new') return null;
  const { shape, word } = faces[status];
  return (
    <span className="icon-word text-sm whitespace-nowrap text-soft">
      <Icon of={shape} className={`size-4 ${status === 'solved' ? 'text-brand' : ''}`} aria-hidden="true" />
      {word}
    </span>
  );
}
