import { lazy, type ReactNode, Suspense } from 'react';
import { Button } from '@/components/ui/Button';
import { useNear } from '@/components/ui/use-near';
import type { HandlerName } from '@/lib/handlers';
import { CodeEditor } from './CodeEditor';

// Its program comes once it is near the screen: most of a lesson is read without it.
const HandlerTool = lazy(() => import('./HandlerTool'));

export interface HandlerProps {
  readonly name: HandlerName;
  readonly title: string;
  readonly minutes: number;
  readonly start: string;
  /** The task, and what the code may use. */
  readonly children: ReactNode;
}

/** Code that the reader writes as the server: its task, the code, and what a suite of requests makes of it. */
export default function HandlerFigure({ name, title, minutes, start, children }: HandlerProps) {
  const [box, isNear] = useNear<HTMLElement>();
  const still = (
    <>
      <CodeEditor value={start} />
      <div className="border-t border-line px-4 py-3 noscript:hidden">
        <Button size="sm" aria-disabled>
          Send the requests
        </Button>
      </div>
      <noscript>
        <p className="border-t border-line px-4 py-3 text-sm text-soft">
          The code runs in your browser, so this needs JavaScript.
        </p>
      </noscript>
    </>
  );
  return (
    <figure ref={box} className="@container overflow-hidden rounded-xl border border-line bg-raised">
      <figcaption className="px-4 pt-3.5 pb-3">
        <span className="flex flex-wrap items-baseline justify-between gap-x-4">
          <strong className="font-semibold">{title}</strong>
          <span className="text-sm text-faint">about {minutes} minutes, in addition to the lesson</span>
        </span>
        {children}
      </figcaption>
      {isNear ? (
        <Suspense fallback={still}>
          <HandlerTool name={name} start={start} />
        </Suspense>
      ) : (
        still
      )}
    </figure>
  );
}
