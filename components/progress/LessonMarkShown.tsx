import { CircleCheck } from 'lucide-react';
import { entryOf } from '@/lib/progress/progress';
import { useProgress } from '@/lib/progress/use-progress';

/** Says that a lesson was read; nothing before that. Loaded on its own. */
export default function LessonMarkShown({ slug }: { readonly slug: string }) {
  const read = useProgress(({ lessons }) => entryOf(lessons, slug) !== undefined);
  return read ? (
    <span className="icon-word text-sm whitespace-nowrap text-soft">
      <CircleCheck className="size-4 text-brand" aria-hidden="true" />
      Read
    </span>
  ) : null;
}
