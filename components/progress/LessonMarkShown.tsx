import { CircleCheck, CircleDashed } from 'lucide';
import { Icon } from '@/components/ui/Icon';
import { answeredOf } from '@/lib/progress/progress';
import { useProgress } from '@/lib/progress/use-progress';

export interface LessonMarkProps {
  /** The ids of the lesson's quiz items. */
  readonly items: readonly string[];
}

/** A lesson is read once its quiz was answered, rightly or not. Loaded on its own. */
export default function LessonMarkShown({ items }: LessonMarkProps) {
  const answered = useProgress((progress) => answeredOf(progress, items));
  if (!answered) return null;
  const isRead = answered === items.length;
  const shape = isRead ? CircleCheck : CircleDashed;
  return (
    <span className="icon-word text-sm whitespace-nowrap text-soft">
      <Icon of={shape} className={`size-4 ${isRead ? 'text-brand' : ''}`} aria-hidden="true" />
      {isRead ? 'Read' : `${answered} of ${items.length} answered`}
    </span>
  );
}
