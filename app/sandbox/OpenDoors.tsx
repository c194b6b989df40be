import { Inline } from '@/components/ui/Inline';
import { PageLink } from '@/components/ui/PageLink';
import { Terminal } from '@/components/ui/Terminal';
import type { ExerciseSummary } from '@/lib/draft/exchange';
import { exercisePath } from '@/lib/pages';

/** The open doors: one plain endpoint for each scheme, with what can be asked there. */
export function OpenDoors({ doors, origin }: { doors: readonly ExerciseSummary[]; origin: string }) {
  return (
    <ul className="border-line border-t">
      {doors.map(({ slug, title, task, paths }) => (
        <li key={slug} className="border-line border-b py-3">
          <h3 className="font-semibold text-base leading-snug">
            <PageLink href={exercisePath(slug)} className="hover:text-brand">
              {title}
            </PageLink>
          </h3>
          <p className="mt-0.5 text-[0.9375rem] text-soft leading-snug">
            <Inline text={task} />
          </p>
          <details className="mt-1">
            <summary className="w-fit py-0.5 text-brand text-sm hover:underline">
              From a terminal<span className="sr-only">: {title}</span>
            </summary>
            <p className="my-2 flex flex-wrap items-baseline gap-x-3 gap-y-1 text-faint text-sm">
              Paths
              {paths.map((path) => (
                <code key={path} className="text-ink text-wire">
                  {path}
                </code>
              ))}
            </p>
            <Terminal
              origin={origin}
              commands={[
                { note: 'Knock', command: `curl -i {origin}/api/sandbox/${slug}/my-client/` },
                { note: 'Your credentials', command: `curl {origin}/api/briefs/${slug}/my-client` },
              ]}
            />
          </details>
        </li>
      ))}
    </ul>
  );
}
