import { lazy, type RefObject, Suspense, useEffect, useRef, useState } from 'react';
import { Tabs } from '@/components/ui/Tabs';
import { AnswerPanel } from './answer/AnswerPanel';
import { AttemptBar } from './editor/AttemptBar';
import { RequestForm } from './editor/RequestForm';
import { SandboxFrame } from './SandboxFrame';
import { showStart } from './scroll-to';
import { type Bench, useWorkbench, type WorkbenchProps } from './use-workbench';

const Terminal = lazy(() => import('./tools/Terminal'));
const Help = lazy(() => import('./Help'));

/** One attempt: edit, predict, send, compare; from here or from a terminal. It can be used before it is `given`. */
export function Workbench(props: WorkbenchProps) {
  const form = useRef<HTMLFormElement>(null);
  const bench = useWorkbench(props, form);
  const { layout, view, brief, progress, attempt, wallet, reset, announce, afresh } = bench;
  const { draft, message, loads } = bench.state;
  useEffect(() => {
    if (loads && form.current) showStart(form.current);
  }, [loads]);
  return (
    <SandboxFrame
      layout={layout}
      request={<RequestTabs bench={bench} form={form} />}
      bar={
        // A press of Send renders nothing of it, as nothing here changes by that.
        <AttemptBar
          {...{ attempt, draft, wallet, reset, announce, afresh }}
          slug={view.slug}
          start={brief.start}
          status={progress.status}
          isSolved={progress.isSolved}
        />
      }
      answer={<AnswerPanel bench={bench} />}
      message={message}
    />
  );
}

interface RequestTabsProps {
  readonly bench: Bench;
  readonly form: RefObject<HTMLFormElement | null>;
}

/** The ways to a request: to edit one, to send it from a terminal, and help. */
function RequestTabs({ bench, form }: RequestTabsProps) {
  const { tab, opened } = bench.state;
  const [since] = useState(() => performance.now());
  const waiting = <p className="py-8 text-sm text-faint">Loading…</p>;
  const terminal = opened.includes('terminal') ? (
    <Suspense fallback={waiting}>
      <Terminal bench={bench} />
    </Suspense>
  ) : null;
  const help = opened.includes('help') ? (
    <Suspense fallback={waiting}>
      <Help bench={bench} since={since} />
    </Suspense>
  ) : null;
  return (
    <Tabs
      label="Sandbox"
      selected={tab}
      onSelect={(tab) => bench.dispatch({ type: 'opened', tab })}
      keepMounted
      tabs={[
        { id: 'request', label: 'Request', content: <RequestForm bench={bench} form={form} /> },
        { id: 'terminal', label: 'Terminal', content: terminal },
        ...(bench.view.open ? [] : [{ id: 'help' as const, label: 'Help', content: help }]),
      ]}
    />
  );
}
