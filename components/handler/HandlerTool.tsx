import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { type HandlerName, loadHandler } from '@/lib/handlers';
import { judgeSuite } from '@/lib/handlers/judge';
import { handlerOf } from '@/lib/progress/progress';
import { recordSuite, saveProgram } from '@/lib/progress/record';
import { useProgress } from '@/lib/progress/use-progress';
import { CodeEditor } from './CodeEditor';
import type { Judged } from './judged';
import { chance, runSuite } from './run-suite';
import { SuiteVerdict } from './SuiteVerdict';

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
      const { suite: suiteOf, solution } = await loadHandler(name);
      const suite = suiteOf(chance);
      const ran = await runSuite(program, suite, controller.signal);
      const verdicts = await judgeSuite(suite.cases, (attack) => ran.outcomes.get(attack));
      if (controller.signal.aborted) return;
      saveProgram(name, program);
      recordSuite(
        name,
        verdicts.every(({ right }) => right),
      );
      setState({ phase: 'judged', judged: { ...ran, suite, verdicts, solution } });
    } catch (error) {
      if (controller.signal.aborted) return;
      setState({ phase: 'failed', text: error instanceof Error ? error.message : 'It did not work.' });
    }
  };

  return (
    <>
      <CodeEditor value={program} change={type} />
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
      {state.phase === 'judged' ? <SuiteVerdict {...state.judged} /> : null}
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
