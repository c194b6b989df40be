import { lazy, Suspense, useEffect, useId, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { type Draft, utf8Octets } from '@/lib/http-auth/draft';
import { decodeToken, readBase64, type TokenPart } from '@/lib/sandbox/draft-decode';
import type { Exchange } from '@/lib/sandbox/exchange';
import type { Insert } from './use-insertion';

const DigestTool = lazy(() => import('./DigestTool'));

interface ToolboxProps {
  readonly draft: Draft;
  readonly edit: (draft: Draft) => void;
  readonly insert: Insert;
  /** The schemes of the exercise: some have a tool of their own. */
  readonly schemes: readonly string[];
  /** The path of the resource. */
  readonly base: string;
  readonly exchanges: readonly Pick<Exchange, 'request' | 'response'>[];
}

/** Small tools for what credentials are made of. Nothing here leaves the page. */
export default function Toolbox({ draft, edit, insert, schemes, base, exchanges }: ToolboxProps) {
  return (
    <div className="mt-3 divide-y divide-line border-t border-line text-sm">
      {schemes.includes('Digest') ? (
        <Suspense fallback={<p className="py-3 text-faint">Loading…</p>}>
          <DigestTool draft={draft} edit={edit} base={base} exchanges={exchanges} />
        </Suspense>
      ) : null}
      <Base64 insert={insert} />
      <TokenReader draft={draft} />
      <Clock />
    </div>
  );
}

const box =
  'block w-full min-w-0 rounded-md border border-control bg-raised px-2 py-1.5 font-mono text-wire disabled:opacity-60';

function Base64({ insert }: Pick<ToolboxProps, 'insert'>) {
  const [user, setUser] = useState('');
  const [password, setPassword] = useState('');
  const [encoded, setEncoded] = useState('');
  const out = btoa(utf8Octets(`${user}:${password}`));
  return (
    <fieldset className="py-3">
      <legend className="float-left mb-1.5 w-full font-semibold">Base64</legend>
      <div className="clear-both grid grid-cols-[minmax(0,1fr)_auto_minmax(0,1.4fr)] items-end gap-x-1.5">
        <label>
          <span className="text-xs text-faint">User name</span>
          <input
            aria-label="User name to encode"
            value={user}
            onChange={({ target }) => setUser(target.value)}
            className={box}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
          />
        </label>
        <span className="pb-2 font-mono">:</span>
        <label>
          <span className="text-xs text-faint">Password</span>
          <input
            aria-label="Password to encode"
            value={password}
            onChange={({ target }) => setPassword(target.value)}
            className={box}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
          />
        </label>
      </div>
      <div className="mt-1.5 flex items-start gap-2">
        <output className="min-w-0 flex-1 py-1 font-mono text-wire wrap-wire">{out}</output>
        <Button
          variant="secondary"
          size="sm"
          aria-label="Insert the Base64"
          onClick={() => insert(out, 'Base64')}
        >
          Insert
        </Button>
      </div>
      <label className="mt-1.5 block">
        <span className="text-xs text-faint">Base64 to read</span>
        <input
          aria-label="Base64 to read"
          value={encoded}
          onChange={({ target }) => setEncoded(target.value)}
          className={box}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
        />
      </label>
      {encoded ? (
        <output className="mt-1.5 block font-mono text-wire wrap-wire">{readBase64(encoded)}</output>
      ) : null}
    </fieldset>
  );
}

function TokenReader({ draft }: Pick<ToolboxProps, 'draft'>) {
  const sent = draft.fields.map(([, value]) => /[\w-]+\.[\w-]+\.[\w-]*/.exec(value)?.[0]).find(Boolean);
  const [typed, setTyped] = useState<string>();
  const token = typed ?? sent ?? '';
  const parts = token ? decodeToken(token, new Date()) : undefined;
  return (
    <div className="py-3">
      <label>
        <span className="font-semibold">JWT</span>
        <textarea
          aria-label="JWT to read"
          rows={2}
          value={token}
          onChange={({ target }) => setTyped(target.value)}
          className={`${box} mt-1.5 max-h-28 resize-none overflow-y-auto break-all`}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
        />
      </label>
      {typeof parts === 'string' ? <p className="mt-1 text-xs text-soft">{parts}</p> : null}
      {typeof parts === 'object' ? parts.map((part) => <Part key={part.name} part={part} />) : null}
    </div>
  );
}

function Part({ part: { name, members } }: { part: TokenPart }) {
  return (
    <div className="mt-2 text-xs leading-5">
      <p className="text-faint">{name}</p>
      {members.length ? (
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 font-mono">
          {members.map(({ key, value, note }) => (
            <div key={key} className="contents">
              <dt className="text-soft">{key}</dt>
              <dd className="wrap-wire">
                {value}
                {note ? <span className="ml-2 font-sans text-faint">{note}</span> : null}
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
    </div>
  );
}

function Clock() {
  const id = useId();
  const [now, setNow] = useState(() => Date.now());
  const [typed, setTyped] = useState('');
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  const seconds = /^\s*\d{1,12}\s*$/.test(typed) ? Number(typed) : undefined;
  return (
    <div className="pt-3">
      <p>
        <span className="font-semibold">Unix time</span>{' '}
        <span className="font-mono text-wire tabular-nums">{Math.floor(now / 1000)}</span>
        <span className="ml-2 text-xs text-faint">now, in seconds since 1970 in UTC</span>
      </p>
      <div className="mt-1.5 flex flex-wrap items-center gap-2">
        <label htmlFor={id} className="text-xs text-faint">
          Seconds to read
        </label>
        <input
          id={id}
          inputMode="numeric"
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
          className={`${box} max-w-36`}
          autoComplete="off"
        />
        {seconds === undefined ? null : (
          <output className="font-mono text-wire">
            {new Date(seconds * 1000).toISOString().replace('.000', '')}
          </output>
        )}
      </div>
    </div>
  );
}
