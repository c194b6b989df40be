import { CircleCheck, Link2, RotateCcw } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/Button';
import type { Draft } from '@/lib/http-auth/draft';
import type { ExerciseProgress } from '@/lib/progress/progress';
import type { Values } from '@/lib/sandbox/draft-template';

interface AttemptBarProps {
  readonly slug: string;
  /** Left out until there is one. */
  readonly attempt: string | undefined;
  readonly status: ExerciseProgress['status'];
  /** It was solved in this attempt, not only in an earlier one or in another place. */
  readonly isSolved: boolean;
  readonly draft: Draft;
  readonly wallet: Values;
  readonly reset: () => void;
  readonly say: (text: string) => void;
  /** This attempt was begun by the button: it keeps the focus. */
  readonly afresh: boolean;
}

/** Which attempt this is, how far the exercise came, and the ways to share the draft or start afresh. */
export function AttemptBar({
  slug,
  attempt,
  status,
  isSolved,
  draft,
  wallet,
  reset,
  say,
  afresh,
}: AttemptBarProps) {
  const [link, setLink] = useState<string>();
  const [word, setWord] = useState('');
  const button = useRef<HTMLButtonElement>(null);
  const tell = (text: string) => {
    setWord(text);
    say(text);
  };

  useEffect(() => {
    if (!afresh) return;
    button.current?.focus();
    say('A new attempt, with new credentials.');
  }, [afresh, say]);

  const share = async () => {
    const [{ looksSecret }, { shareDraft }] = await Promise.all([
      import('@/lib/sandbox/draft-secrets'),
      import('@/lib/sandbox/draft-share'),
    ]);
    const secret = looksSecret(draft, Object.values(wallet));
    if (secret) return tell(`Not shared: this request holds what looks like ${secret}.`);
    const url = `${window.location.origin}/sandbox/${slug}#${shareDraft(draft, wallet)}`;
    try {
      await navigator.clipboard.writeText(url);
      setLink(undefined);
      tell('Copied. The link brings this request, without your credentials.');
    } catch {
      setLink(url);
      tell('The browser did not allow copying. The link is shown below.');
    }
  };

  return (
    <div className="mt-4 text-xs text-faint">
      <div className="-mx-2 flex flex-wrap items-center gap-x-1">
        {status === 'solved' || status === 'practised' ? (
          <span className="flex items-center gap-1.5 px-2 py-1 font-semibold text-s2xx-text">
            <CircleCheck className="size-4" aria-hidden="true" />
            {status === 'solved' ? 'Solved' : 'Practised'}
            {isSolved ? '' : ' before'}
          </span>
        ) : null}
        <span className="px-2" title={attempt}>
          attempt <span className="font-mono">{attempt?.slice(0, 4) ?? '****'}…</span>
        </span>
        <Button
          ref={button}
          variant="quiet"
          size="sm"
          className="px-2 text-xs font-normal! text-faint! hover:text-ink!"
          onClick={reset}
          title="A new attempt, with new credentials"
        >
          <RotateCcw className="size-3.5" aria-hidden="true" />
          Reset
        </Button>
        <Button
          variant="quiet"
          size="sm"
          className="px-2 text-xs font-normal! text-faint! hover:text-ink!"
          onClick={share}
        >
          <Link2 className="size-3.5" aria-hidden="true" />
          Copy a link to this request
        </Button>
      </div>
      {word ? <p className="text-soft">{word}</p> : null}
      {link ? (
        <label className="mt-1 block">
          Link to this request
          <input
            readOnly
            value={link}
            className="mt-1 block w-full rounded-md border border-control bg-raised px-2 py-1 font-mono text-wire text-ink"
          />
        </label>
      ) : null}
    </div>
  );
}
