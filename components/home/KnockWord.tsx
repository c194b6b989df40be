import { type ReactNode, useEffect, useRef } from 'react';
import { Button, ButtonLink } from '@/components/ui/Button';
import { EarlyAnswer } from '@/components/ui/EarlyAnswer';
import type { SitePath } from '@/lib/pages';
import type { Scene } from './knock';
import type { KnockState } from './use-knock';

interface KnockWordProps {
  readonly state: KnockState;
  readonly run: (scene: Scene) => void;
  readonly cancel: () => void;
  readonly lesson: SitePath;
}

interface Word {
  readonly title: string;
  readonly text: ReactNode;
  /** The one next step: a scene to run, or a page to go to. */
  readonly step:
    | { readonly label: string; readonly scene: Scene }
    | { readonly label: string; readonly href: SitePath };
}

/** What the answer means, said aloud to screen readers too, and the next step, always in the same place. */
export function KnockWord({ state, run, cancel, lesson }: KnockWordProps) {
  const { title, text, step } = wordOn(state, lesson);
  const busy = state.phase === 'sending';
  const place = useRef<HTMLDivElement>(null);
  const hadFocus = useRef(false);

  // Where a focused button gives way to a link or to nothing, the focus stays at the next step.
  useEffect(() => {
    if (!hadFocus.current || document.activeElement !== document.body) return;
    place.current?.querySelector<HTMLElement>('a, button')?.focus();
  });
  const placed = 'w-full sm:w-auto sm:min-w-40';
  return (
    <div className="flex flex-col gap-4 px-4 py-4 sm:min-h-31 sm:flex-row sm:items-start sm:justify-between sm:px-6 sm:py-5">
      <div role="status" className="group min-h-34 max-w-[52ch] min-w-0 sm:min-h-0">
        {state.phase === 'idle' || busy ? <EarlyAnswer className="leading-snug" /> : null}
        <p className="font-bold font-display text-lg leading-snug group-has-[[data-early-answer]:not([hidden])]:hidden">
          {title}
        </p>
        <p className="mt-1 text-[0.9375rem] text-soft leading-relaxed">{text}</p>
      </div>
      <div ref={place} className="flex shrink-0 flex-col items-stretch gap-1">
        {'href' in step ? (
          <ButtonLink className={placed} href={step.href}>
            {step.label}
          </ButtonLink>
        ) : (
          <Button
            className={placed}
            aria-disabled={busy}
            data-sends=""
            onClick={({ currentTarget }) => {
              hadFocus.current = currentTarget === document.activeElement;
              if (!busy) run(step.scene);
            }}
          >
            {step.label}
          </Button>
        )}
        {busy && state.slow ? (
          <Button variant="quiet" size="sm" onClick={cancel}>
            Stop waiting
          </Button>
        ) : null}
      </div>
    </div>
  );
}

const named = (username: string) => username.replace(/^./, (first) => first.toUpperCase());

function wordOn(state: KnockState, lesson: SitePath): Word {
  switch (state.phase) {
    case 'idle':
      return {
        title: 'A real door, on this server',
        text: 'Press Knock to request a protected resource. Below you see what was sent and what came back.',
        step: { label: 'Knock', scene: 'knock' },
      };
    case 'sending':
      return {
        title: state.slow ? 'The server has not answered yet' : 'Sent',
        text: state.slow
          ? 'The server or the network may be slow. Until it answers, there is no status.'
          : 'Waiting for the response.',
        step: { label: state.scene === 'knock' ? 'Knocking…' : 'Sending…', scene: state.scene },
      };
    case 'failed':
      return {
        title: 'No response came',
        text: 'That is neither a 401 nor a 403: a refusal is a response, and here there is none. The network or the server is not available.',
        step: { label: 'Try again', scene: state.scene },
      };
    case 'answered':
      return answered(state, lesson);
  }
}

function answered({ exchange, message, next }: KnockState & { phase: 'answered' }, lesson: SitePath): Word {
  const { status, reason } = exchange.response;
  if (status === 401) {
    const { username = 'ada', password = 'on its way' } = next?.credentials ?? {};
    return {
      title: `401 ${reason}: who are you?`,
      text: (
        <>
          WWW-Authenticate says how to answer. Your user name is{' '}
          <code className="text-ink text-wire">{username}</code>, your password{' '}
          <code className="whitespace-nowrap text-ink text-wire">{password}</code>.
        </>
      ),
      step: { label: `Answer as ${named(username)}`, scene: 'answer' },
    };
  }
  if (status === 200) {
    return {
      title: `200 ${reason}: come in`,
      text: `One header made the difference: Authorization. ${message ? `The server says: “${message}”` : ''}`,
      step: { label: 'Now meet a 403', scene: 'vault' },
    };
  }
  if (status === 403) {
    return {
      title: `403 ${reason}: known, and refused`,
      text: 'You sent Grace’s credentials. The server knows her and refuses: the vault is not hers. Signing in again will not help.',
      step: { label: 'First lesson', href: lesson },
    };
  }
  return {
    title: `${status} ${reason}`,
    text: 'Not what this door usually answers. The sandbox shows what was checked.',
    step: { label: 'Knock again', scene: 'knock' },
  };
}
