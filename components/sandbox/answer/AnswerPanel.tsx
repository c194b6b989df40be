import { lazy, Suspense, useDeferredValue, useEffect, useRef, useSyncExternalStore } from 'react';
import { proposalSteps } from '@/components/trace/proposal';
import { showNearest } from '../scroll-to';
import type { Bench } from '../use-workbench';
import { EmptyAnswer } from './EmptyAnswer';
import { NoAnswer } from './NoAnswer';
import { Verdict } from './Verdict';

// The verdict is there already: where the rest cannot be fetched, a word takes its place.
const loadAnswer = () => import('./Answer').catch(() => ({ default: AnswerMissing }));
const Answer = lazy(loadAnswer);
const LostLog = lazy(() => import('./LostLog'));
const ProposalVerdict = lazy(() => import('./ProposalVerdict'));

/** What came and why: the verdict at once, everything else one press behind it. */
export function AnswerPanel({ bench }: { readonly bench: Bench }) {
  const { state, dispatch, newest, progress, isReady } = bench;
  const { draft, exchanges, failure, arrivals, isOld } = state;
  const came = useSyncExternalStore(newest.subscribe, newest.current, () => undefined);
  // It is here before the rest of the page has heard of it: what a person waits for is rendered first.
  const isNews = came !== undefined && !exchanges.some(({ id }) => id === came.id);
  const { shown, before } = isNews ? { shown: came, before: exchanges[0] } : bench;
  const behind = useDeferredValue(shown);
  const busy = state.busy && !isNews;
  const news = useRef<HTMLDivElement>(null);

  useEffect(() => {
    // There before the first answer is.
    if (isReady) void loadAnswer();
  }, [isReady]);
  // Whoever sent it is to see what came, wherever the answer to a long request stands.
  useEffect(() => {
    if (!arrivals) return;
    const frame = requestAnimationFrame(() => news.current && showNearest(news.current));
    return () => cancelAnimationFrame(frame);
  }, [arrivals]);

  const empty = <EmptyAnswer />;
  return (
    <>
      {failure ? (
        <div ref={news} className="scroll-my-4">
          <NoAnswer failure={failure} />
        </div>
      ) : null}
      {shown ? (
        <section
          aria-label="Response"
          aria-busy={busy}
          className={`overflow-hidden rounded-xl border border-line bg-raised ${
            busy ? 'opacity-60' : isOld && !isNews ? 'grayscale' : ''
          }`}
        >
          <div ref={failure ? undefined : news} className="scroll-my-4">
            {proposalSteps(shown.trace).length ? (
              <Suspense fallback={<div className="min-h-28" />}>
                <ProposalVerdict shown={shown} />
              </Suspense>
            ) : (
              <Verdict shown={shown} was={before?.response.status} isOld={isOld && !isNews} />
            )}
          </div>
          <Suspense fallback={<div className="min-h-41" />}>
            {behind ? <Answer shown={behind} before={before} draft={draft} /> : <div className="min-h-41" />}
          </Suspense>
        </section>
      ) : failure ? null : progress.isTried && !state.busy ? (
        <Suspense fallback={empty}>
          <LostLog log={state.log} askAgain={() => dispatch({ type: 'log', log: 'asked' })} />
        </Suspense>
      ) : (
        empty
      )}
    </>
  );
}

function AnswerMissing() {
  return (
    <p className="border-t border-line px-4 py-2.5 text-sm text-soft">
      Headers and body could not be loaded. Reload the page to see them: the request and its response are
      kept.
    </p>
  );
}
