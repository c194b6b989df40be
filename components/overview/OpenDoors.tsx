import Link from 'next/link';
import { Terminal } from '@/components/ui/Terminal';
import type { ExerciseView } from '@/lib/sandbox/exchange';

/** The open doors: one plain endpoint for each scheme, with what can be asked there. */
export function OpenDoors({ doors, origin }: { doors: readonly ExerciseView[]; origin: string }) {
  return (
    <ul className="space-y-10">
      {doors.map(({ slug, title, task, paths }) => (
        <li key={slug} className="grid gap-x-12 gap-y-4 lg:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
          <div className="min-w-0">
            <h3 className="text-lg">
              <Link href={`/sandbox/${slug}`} className="hover:text-brand">
                {title}
              </Link>
            </h3>
            <p className="mt-1 text-soft">{task}</p>
            <ul aria-label="Paths" className="mt-3 flex flex-wrap gap-x-4 gap-y-1">
              {paths.map((path) => (
                <li key={path}>
                  <code className="text-ink text-wire">{path}</code>
                </li>
              ))}
            </ul>
          </div>
          <Terminal
            origin={origin}
            commands={[
              { command: `curl -i {origin}/api/sandbox/${slug}/my-client/` },
              { command: `curl {origin}/api/briefs/${slug}/my-client` },
            ]}
          />
        </li>
      ))}
    </ul>
  );
}
