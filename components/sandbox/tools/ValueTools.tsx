import { useEffect, useId, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { CopyButton } from '@/components/ui/CopyButton';
import { decodeToken, readBase64, type TokenPart } from '@/lib/draft/decode';
import { utf8Octets } from '@/lib/http-auth/draft';
import { asTyped, box, type ToolProps } from './tool';

/** Small tools for what credentials are made of. Nothing here leaves the page. */
export default function ValueTools({ draft, write, schemes, list }: ToolProps) {
  return (
    <>
      <Base64 write={write} list={list} />
      <TokenReader draft={draft} write={write} scheme={schemes.includes('DPoP') ? 'DPoP' : 'Bearer'} />
      <Clock />
    </>
  );
}

/** A user name and a password as the credentials of Basic (RFC 7617 §2), and Base64 read back. */
function Base64({ write, list }: Pick<ToolProps, 'write' | 'list'>) {
  const [user, setUser] = useState('');
  const [password, setPassword] = useState('');
  const [encoded, setEncoded] = useState('');
  const [done, setDone] = useState<string>();
  // A colon alone is of no use to anybody.
  const out = user || password ? btoa(utf8Octets(`${user}:${password}`)) : '';
  return (
    <fieldset className="py-3">
      <legend className="float-left mb-1.5 w-full font-semibold">Base64</legend>
      <div className="clear-both grid grid-cols-[minmax(0,1fr)_auto_minmax(0,1.4fr)] items-end gap-x-1.5">
        <label>
          <span className="text-xs text-faint">User name</span>
          <input
            aria-label="User name to encode"
            list={list}
            value={user}
            onChange={({ target }) => setUser(target.value)}
            className={box}
            {...asTyped}
          />
        </label>
        <span className="pb-2 font-mono">:</span>
        <label>
          <span className="text-xs text-faint">Password</span>
          <input
            aria-label="Password to encode"
            list={list}
            value={password}
            onChange={({ target }) => setPassword(target.value)}
            className={box}
            {...asTyped}
          />
        </label>
      </div>
      <div className="mt-1.5 flex items-start gap-2">
        <output className="min-w-0 flex-1 py-1 font-mono text-wire wrap-wire">
          <span className="text-faint">Authorization: Basic </span>
          {out || '…'}
        </output>
        {out ? <CopyButton text={out} label="Copy the Base64" iconOnly /> : null}
        <Button
          variant="secondary"
          size="sm"
          aria-label="Insert Authorization: Basic"
          disabled={!out}
          onClick={() => setDone(write('Authorization', `Basic ${out}`))}
        >
          Insert
        </Button>
      </div>
      <Done text={done} />
      <label className="mt-1.5 block">
        <span className="text-xs text-faint">Base64 to read</span>
        <input
          aria-label="Base64 to read"
          value={encoded}
          onChange={({ target }) => setEncoded(target.value)}
          className={box}
          {...asTyped}
        />
      </label>
      {encoded ? (
        <output className="mt-1.5 block font-mono text-wire wrap-wire">{readBase64(encoded)}</output>
      ) : null}
    </fieldset>
  );
}

/** What a tool did to the request, beside the button that did it. */
function Done({ text }: { readonly text: string | undefined }) {
  return text ? <p className="mt-1 text-xs text-soft">{text}</p> : null;
}

interface TokenReaderProps extends Pick<ToolProps, 'draft' | 'write'> {
  /** The scheme under which the token is sent. */
  readonly scheme: 'Bearer' | 'DPoP';
}

function TokenReader({ draft, write, scheme }: TokenReaderProps) {
  const sent = draft.fields.map(([, value]) => /[\w-]+\.[\w-]+\.[\w-]*/.exec(value)?.[0]).find(Boolean);
  const [typed, setTyped] = useState<string>();
  const [done, setDone] = useState<string>();
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
          {...asTyped}
        />
      </label>
      {typeof parts === 'string' ? <p className="mt-1 text-xs text-soft">{parts}</p> : null}
      {typeof parts === 'object' ? (
        <>
          {parts.map((part) => (
            <Part key={part.name} part={part} />
          ))}
          <Button
            variant="secondary"
            size="sm"
            className="mt-2"
            onClick={() => setDone(write('Authorization', `${scheme} ${token.trim()}`))}
          >
            Insert as Authorization: {scheme}
          </Button>
          <Done text={done} />
        </>
      ) : null}
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
