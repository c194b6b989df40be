import Link from 'next/link';
import { Inline } from '@/components/ui/Inline';
import { Terminal } from '@/components/ui/Terminal';
import type { ExerciseView } from '@/lib/sandbox/exchange';

/** The open doors: one plain endpoint for each scheme, with what can be asked there. */
export function OpenDoors({ doors, origin }: { doors: readonly ExerciseView[]; origin: string }) {
  return (
    <ul className="border-line border-t">
      {doors.map(({ slug, title, task, paths }) => (
        <li key={slug} className="border-line border-b py-6">
          <h3 className="font-semibold text-lg leading-snug">
            <Link href={`/sandbox/${slug}`} className="hover:text-brand">
              {title}
            </Link>
          </h3>
          <p className="mt-1 max-w-[60ch] text-soft">
            <Inline text={task} />
          </p>
          <p className="mt-2 flex flex-wrap items-baseline gap-x-3 gap-y-1 text-faint text-sm">
            Paths
            {paths.map((path) => (
              <code key={path} className="text-ink text-wire">
                {path}
              </code>
            ))}
          </p>
          <div className="mt-4">
            <Terminal
              origin={origin}
              commands={[
                { note: 'Knock', command: `curl -i {origin}/api/sandbox/${slug}/my-client/` },
                { note: 'What you hold', command: `curl {origin}/api/briefs/${slug}/my-client` },
              ]}
            />
          </div>
        </li>
      ))}
    </ul>
  );
}
