import { Section } from '@/components/ui/Section';
import { type LessonEntry, LessonRows } from './LessonRows';

/** The path of lessons by module, in order. */
export function LessonPath({ lessons }: { lessons: readonly LessonEntry[] }) {
  const modules = [...new Map(lessons.map(({ module }) => [module.number, module.title]))];
  return modules.map(([number, title]) => (
    <Section key={number} id={`module-${number}`} title={title} intro={`Module ${number}`} beside>
      <LessonRows lessons={lessons.filter(({ module }) => module.number === number)} />
    </Section>
  ));
}
