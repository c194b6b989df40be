'use client';
import { Download, Printer } from 'lucide';
import { useCallback, useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { CopyButton } from '@/components/ui/CopyButton';
import { Icon } from '@/components/ui/Icon';
import { Notice } from '@/components/ui/Notice';
import { BadgePaper } from './BadgePaper';
import { badgeText, type Fault, type Reading, readBadge } from './read-badge';

type Shown = Reading | 'reading';

/** The badge in the fragment of the address, and whether it is genuine; a form for any other. */
export function BadgeBoard() {
  const [shown, setShown] = useState<Shown>('reading');
  const latest = useRef(0);

  const read = useCallback(async () => {
    latest.current += 1;
    const turn = latest.current;
    const text = badgeText(decoded(window.location.hash));
    const reading = await readBadge(text, window.location.origin, fetchKeys);
    if (turn === latest.current) setShown(reading);
  }, []);

  useEffect(() => {
    void read();
    window.addEventListener('hashchange', read);
    return () => window.removeEventListener('hashchange', read);
  }, [read]);

  return (
    <div className="max-w-3xl">
      <div role="status">
        {shown === 'reading' ? (
          <p className="text-faint">Checking the signature…</p>
        ) : shown.genuine ? (
          <Notice kind="good" title="Genuine">
            The signature fits the public key of this server, so nothing was changed since it was signed.
          </Notice>
        ) : (
          <Refused reading={shown} again={read} />
        )}
      </div>
      {shown !== 'reading' && shown.genuine ? (
        <>
          <BadgePaper claims={shown.claims} />
          <div className="mt-4 flex flex-wrap items-center gap-2 print:hidden">
            <Button variant="secondary" size="sm" onClick={() => window.print()}>
              <Icon of={Printer} className="size-4" aria-hidden="true" />
              Print
            </Button>
            <Button variant="secondary" size="sm" onClick={() => save(shown.text)}>
              <Icon of={Download} className="size-4" aria-hidden="true" />
              Download
            </Button>
            <CopyButton
              text={`${window.location.origin}${window.location.pathname}#${shown.text}`}
              label="Copy the link"
            />
          </div>
          <p className="mt-2 max-w-[62ch] text-sm text-faint print:hidden">
            The badge is in the address after the #. Browsers do not send that part, so it reaches no server
            and no log.
          </p>
        </>
      ) : null}
      <PasteForm />
    </div>
  );
}

const faults: Readonly<Record<Fault, readonly [title: string, text: string]>> = {
  empty: ['No badge in this address', 'Open the link of a badge, or paste one below.'],
  none: ['This is not a badge', 'A badge is a signed text of three parts, and this is something else.'],
  incomplete: [
    'This badge is not complete',
    'The end of it is missing, so the signature cannot be checked. Copy the whole link again.',
  ],
  unsigned: [
    'This badge is not signed',
    'Its header says that it needs no signature, or a signature of another kind. Anybody can write that.',
  ],
  older: [
    'This badge is of the older kind',
    'It had the name of its attempt in it and is no longer accepted. GET /badge in the same attempt gives a new one.',
  ],
  changed: [
    'This badge was changed, or forged',
    'It names the key of this server, and the signature does not fit what it says.',
  ],
  early: [
    'This badge is not valid yet',
    'Its date is ahead of the clock of this device. One of the two clocks is wrong.',
  ],
  foreign: [
    'This badge was signed by another server',
    'Its key is not a key of this server, so it cannot be checked here.',
  ],
  'old-key': [
    'This badge was signed with a key that is no longer in use',
    'It names this server, and the server has another key now. Nobody can tell any more whether it is genuine.',
  ],
  'no-key': [
    'The badge was not checked',
    'The public key of the server could not be fetched. Nothing is known about the badge yet.',
  ],
  'no-crypto': [
    'The badge was not checked',
    'This page came without HTTPS, and then the browser does not check signatures. POST /badge/verify in the exam does.',
  ],
};

function Refused({ reading, again }: { reading: Extract<Reading, { genuine: false }>; again: () => void }) {
  const [title, text] = faults[reading.fault];
  return (
    <Notice kind={reading.fault === 'empty' ? 'info' : 'problem'} title={title}>
      <p>
        {text}
        {reading.issuer ? (
          <>
            {' '}
            It names <span className="font-mono text-wire wrap-wire">{reading.issuer}</span> as its issuer.
          </>
        ) : null}
      </p>
      {reading.fault === 'no-key' ? (
        <button type="button" className="link min-h-6" onClick={again}>
          Try again
        </button>
      ) : null}
    </Notice>
  );
}

/** Takes a badge that somebody sent as text, or the whole link to one. */
function PasteForm() {
  const [text, setText] = useState('');
  return (
    <form
      aria-labelledby="another-badge"
      className="mt-14 border-t border-line pt-6 print:hidden"
      onSubmit={(event) => {
        event.preventDefault();
        const badge = badgeText(text);
        if (badge) window.location.hash = badge;
      }}
    >
      <h2 id="another-badge" className="text-xl">
        Check another badge
      </h2>
      <label className="mt-3 block">
        <span className="text-sm text-soft">The badge, or the link to it</span>
        <textarea
          rows={3}
          value={text}
          onChange={({ target }) => setText(target.value)}
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="off"
          className="mt-1 block w-full rounded-lg border border-control bg-raised px-3 py-2 font-mono text-wire wrap-wire"
        />
      </label>
      <Button type="submit" size="sm" className="mt-2">
        Check
      </Button>
    </form>
  );
}

function decoded(hash: string): string {
  try {
    return decodeURIComponent(hash);
  } catch {
    return hash;
  }
}

async function fetchKeys(): Promise<unknown> {
  const response = await fetch('/.well-known/jwks.json', {
    credentials: 'omit',
    cache: 'no-store',
    signal: AbortSignal.timeout(10_000),
  });
  return response.json();
}

function save(badge: string): void {
  const url = URL.createObjectURL(new Blob([badge], { type: 'application/jose' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = 'doorman-badge.jws';
  link.click();
  URL.revokeObjectURL(url);
}
