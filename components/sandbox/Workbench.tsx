import { lazy, type ReactNode, Suspense } from 'react';
import { Tabs } from '@/components/ui/Tabs';
import { AnswerPanel } from './answer/AnswerPanel';
import { AttemptBar } from './editor/AttemptBar';
import { RequestForm } from './RequestForm';
import { SandboxFrame } from './SandboxFrame';
import { useWorkbench, useWorkbenchState, WorkbenchContext, type WorkbenchProps } from './use-workbench';

const Terminal = lazy(() => import('./tools/Terminal'));
const Help = lazy(() => import('./Help'));

/** One attempt: edit, predict, send, compare; from here or from a terminal. */
export function Workbench(props: WorkbenchProps) {
  const workbench = useWorkbenchState(props);
  return (
    <WorkbenchContext value={workbench}>
      <SandboxFrame
        layout={props.layout}
        request={<Ways />}
        bar={<Bar />}
        answer={<Received />}
        message={workbench.message}
      />
    </WorkbenchContext>
  );
}

/** From here, from a terminal, or with help. What was opened once stays. */
function Ways() {
  const { view, state, dispatch } = useWorkbench();
  const once = (id: string, content: ReactNode) =>
    state.opened.includes(id) ? (
      <Suspense fallback={<p className="py-8 text-sm text-faint">Loading…</p>}>{content}</Suspense>
    ) : null;
  return (
    <Tabs
      label="Sandbox"
      selected={state.tab}
      onSelect={(tab) => dispatch({ type: 'selected', tab })}
      keepMounted
      tabs={[
        { id: 'request', label: 'Request', content: <RequestForm /> },
        { id: 'terminal', label: 'Terminal', content: once('terminal', <TerminalTab />) },
        ...(view.open ? [] : [{ id: 'help', label: 'Help', content: once('help', <HelpTab />) }]),
      ]}
    />
  );
}

function TerminalTab() {
  const { draft, brief, exchanges, listen } = useWorkbench();
  return <Terminal draft={draft} brief={brief} exchanges={exchanges} listen={listen} />;
}

function HelpTab() {
  const { view, place, brief, progress, exchanges, since, load, reset, dispatch } = useWorkbench();
  return (
    <Help
      slug={view.slug}
      place={place}
      brief={brief}
      tried={progress.isTried}
      latest={exchanges.list[0]?.id}
      since={since}
      load={load}
      reset={reset}
      show={() => dispatch({ type: 'selected', tab: 'request' })}
    />
  );
}

function Bar() {
  const { view, attempt, progress, draft, brief, wallet, reset, announce, afresh } = useWorkbench();
  return (
    <AttemptBar
      slug={view.slug}
      attempt={attempt}
      status={progress.status}
      isSolved={progress.isSolved}
      draft={draft}
      start={brief.start}
      wallet={wallet}
      reset={reset}
      announce={announce}
      afresh={afresh}
    />
  );
}

function Received() {
  const { exchanges, sending, draft, state, progress, isReady } = useWorkbench();
  return (
    <AnswerPanel
      exchanges={exchanges}
      sending={sending}
      draft={draft}
      arrivals={state.arrivals}
      isOld={state.isOld}
      isTried={progress.isTried}
      isReady={isReady}
    />
  );
}
