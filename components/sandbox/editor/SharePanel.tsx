import { useId, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { looksSecret } from '@/lib/draft/secrets';
import { shareable, shareDraft, templateFragment } from '@/lib/draft/share';
import { expandDraft, type Values } from '@/lib/draft/template';
import type { Draft } from '@/lib/http-auth/draft';

interface SharePanelProps {
  readonly slug: string;
  readonly draft: Draft;
  readonly wallet: Values;
  /** What the exercise begins with. */
  readonly start: Draft;
  readonly announce: (text: string) => void;
}

/** What a link to the request carries, in words, and the button that copies it. Loaded when it is opened. */
export default function SharePanel({ slug, draft, wallet, start, announce }: SharePanelProps) {
  const id = useId();
  const [withTyped, setWithTyped] = useState(false);
  const [link, setLink] = useState<string>();
  const [word, setWord] = useState('');
  const { draft: reduced, places } = shareable(draft, wallet, start);
  const isWhole = withTyped && places.length > 0;
  const secret = looksSecret(isWhole ? draft : expandDraft(reduced, wallet), Object.values(wallet));
  const fragment = isWhole ? shareDraft(draft, wallet) : templateFragment(reduced);
  const hasWallet = /\{(?!:\})[^{}]+\}/.test(
    [reduced.path, reduced.body, ...reduced.fields.flat()].join('\n'),
  );

  const copy = async () => {
    const url = `${window.location.origin}/sandbox/${slug}#${fragment}`;
    const tell = (text: string) => {
      setWord(text);
      announce(text);
    };
    try {
      await navigator.clipboard.writeText(url);
      setLink(undefined);
      tell('Copied.');
    } catch {
      setLink(url);
      tell('The browser did not allow copying. The link is shown below.');
    }
  };

  return (
    <section
      aria-label="What the link carries"
      className="mt-2 rounded-xl border border-line bg-raised px-4 py-3 text-sm text-soft"
    >
      <p className="font-semibold text-ink">The link carries</p>
      <ul className="mt-1 list-disc space-y-1 pl-5">
        <li className="wrap-anywhere">{carried(reduced)}</li>
        {hasWallet ? (
          <li>
            A placeholder for each of your credentials: the person who opens the link gets others in their
            place.
          </li>
        ) : null}
      </ul>
      {places.length > 0 ? (
        <>
          <p className="mt-3">
            Left out, because it looks like a credential that you typed:{' '}
            <strong className="font-semibold text-ink">{inWords(places)}</strong>.
          </p>
          <label htmlFor={id} className="mt-1.5 flex w-fit items-baseline gap-2 py-0.5 text-ink">
            <input
              id={id}
              type="checkbox"
              checked={withTyped}
              onChange={({ target }) => {
                setWithTyped(target.checked);
                setWord('');
                setLink(undefined);
              }}
              className="translate-y-px"
            />
            Send along what I typed. It is no secret.
          </label>
        </>
      ) : null}
      <div className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-2">
        {secret ? (
          <p className="wrap-anywhere">Do not share this: the request contains what looks like {secret}.</p>
        ) : (
          <Button variant="secondary" size="sm" onClick={copy}>
            Copy the link
          </Button>
        )}
        {secret ? null : <p>{word}</p>}
      </div>
      {link && !secret ? (
        <label className="mt-2 block">
          Link to this request
          <input
            readOnly
            value={link}
            className="mt-1 block w-full rounded-md border border-control bg-raised px-2 py-1 font-mono text-wire text-ink"
          />
        </label>
      ) : null}
    </section>
  );
}

/** The parts of a request, in words. */
function carried({ method, path, fields, body }: Draft): string {
  const names = fields.map(([name]) => name).filter(Boolean);
  return [
    `${method} ${path}`,
    ...(names.length ? [`the ${names.length === 1 ? 'header' : 'headers'} ${inWords(names)}`] : []),
    ...(body ? ['the body'] : []),
  ].join(', ');
}

function inWords(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}
