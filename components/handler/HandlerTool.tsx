import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/Button';
import type { HandlerName } from '@/lib/handlers';
import { handlerOf } from '@/lib/progress/progress';
import { recordSuite, saveProgram } from '@/lib/progress/record-program';
import { useProgress } from '@/lib/progress/use-progress';
import { CodeEditor } from './CodeEditor';
import type { Judged } from './judged';

// The gates that judge come as soon as somebody turns to the code, long before the requests are sent.
const loadAttack = () => import('./attack');
const SuiteVerdict = lazy(() => import('./SuiteVerdict'));

interface HandlerToolProps {
  readonly name: HandlerName;
  readonly start: string;
}

type State =
  | { readonly phase: 'idle' }
  | { readonly phase: 'running' }
  | { readonly phase: 'failed'; readonly text: string }
  | { readonly phase: 'judged'; readonly judged: Judged };

const saveAfterMs = 400;

/** The field for the code, the button that sends the requests, and the verdict on each answer. */
export default function HandlerTool({ name, start }: HandlerToolProps) {
  const { program: saved, solved } = useProgress((progress) => handlerOf(progress, name));
  const [typed, setTyped] = useState<string>();
  const [state, setState] = useState<State>({ phase: 'idle' });
  const running = useRef<AbortController>(undefined);
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => running.current?.abort(), []);
  const program = typed ?? saved?.value ?? start;

  const type = (next: string) => {
    setTyped(next);
    clearTimeout(waiting.current);
    waiting.current = setTimeout(() => saveProgram(name, next), saveAfterMs);
  };

  const run = async () => {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    setState({ phase: 'running' });
    try {
      const { attack } = await loadAttack();
      const judged = await attack(name, program, controller.signal);
      if (controller.signal.aborted) return;
      saveProgram(name, program);
      recordSuite(
        name,
        judged.verdicts.every(({ right }) => right),
      );
      setState({ phase: 'judged', judged });
    } catch (error) {
      if (controller.signal.aborted) return;
      setState({ phase: 'failed', text: error instanceof Error ? error.message : 'It did not work.' });
    }
  };

  const prepare = () => void loadAttack().catch(() => {});

  return (
    <>
      <CodeEditor value={program} change={type} begin={prepare} />
      <div className="flex flex-wrap items-center gap-2 border-t border-line px-4 py-3 noscript:hidden">
        <Button size="sm" aria-disabled={state.phase === 'running'} onClick={() => void run()}>
          Send the requests
        </Button>
        {program === start ? null : (
          <Button size="sm" variant="quiet" onClick={() => type(start)}>
            Begin again
          </Button>
        )}
        {solved ? <span className="text-sm text-s2xx-text">Solved on {solved.slice(0, 10)}</span> : null}
      </div>
      <p role="status" className="border-t border-line px-4 py-3 text-[0.9375rem] font-semibold empty:hidden">
        {wordsFor(state)}
      </p>
      {state.phase === 'judged' ? (
        <Suspense>
          <SuiteVerdict {...state.judged} />
        </Suspense>
      ) : null}
    </>
  );
}

function wordsFor(state: State): string {
  if (state.phase === 'idle') return '';
  if (state.phase === 'running') return 'The requests are being sent.';
  if (state.phase === 'failed') return state.text;
  const { verdicts, ended } = state.judged;
  if (ended !== undefined) return ended;
  const right = verdicts.filter((verdict) => verdict.right).length;
  const of = verdicts.length;
  return right === of
    ? `Your code answers all ${of} requests correctly.`
    : `Your code answers ${right} of ${of} requests correctly.`;
}
