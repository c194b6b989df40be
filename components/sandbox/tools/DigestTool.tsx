import { useMemo, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { type Challenge, formatChallenge, param, parseChallenges } from '@/lib/http-auth/grammar';
import { fieldLines, fieldValue } from '@/lib/http-auth/message';
import { digestCredentials } from '@/lib/http-auth/schemes/digest/credentials';
import { asTyped, box, type ToolProps } from './tool';

/** Computes the answer to a Digest challenge for the request in the editor. Nothing leaves the page. */
export default function DigestTool({ draft, write, list, base, exchanges }: ToolProps) {
  const [typed, setTyped] = useState<string>();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [done, setDone] = useState<string>();
  const [cnonce] = useState(() => btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(12)))));
  const last = useMemo(() => lastChallenge(exchanges), [exchanges]);
  const text = typed ?? last;
  const challenge = digestIn(text);
  const nonce = challenge && param(challenge, 'nonce');
  const used = exchanges.filter(
    ({ request }) => nonce && fieldValue(request, 'Authorization')?.includes(nonce),
  );
  const answer = challenge && username ? credentials(challenge, used.length + 1) : undefined;

  function credentials(to: Challenge, nc: number): string | undefined {
    const uri = base + draft.path;
    const { method, body = '' } = draft;
    try {
      return digestCredentials(to, { username, password, method, uri, body, nc, cnonce });
    } catch {
      return undefined;
    }
  }

  return (
    <fieldset className="py-3">
      <legend className="float-left mb-1.5 w-full font-semibold">Digest</legend>
      <label className="clear-both block">
        <span className="text-xs text-faint">Challenge to answer; the last one, unless you type another</span>
        <textarea
          aria-label="Digest challenge to answer"
          rows={3}
          value={text}
          onChange={({ target }) => setTyped(target.value)}
          className={`${box} max-h-36 resize-none overflow-y-auto break-all`}
          {...asTyped}
        />
      </label>
      <div className="mt-1.5 grid grid-cols-2 gap-x-1.5">
        <label>
          <span className="text-xs text-faint">User name</span>
          <input
            aria-label="User name for Digest"
            list={list}
            value={username}
            onChange={({ target }) => setUsername(target.value)}
            className={box}
            {...asTyped}
          />
        </label>
        <label>
          <span className="text-xs text-faint">Password</span>
          <input
            aria-label="Password for Digest"
            list={list}
            value={password}
            onChange={({ target }) => setPassword(target.value)}
            className={box}
            {...asTyped}
          />
        </label>
      </div>
      {text && !challenge ? (
        <p className="mt-1.5 text-xs text-soft">
          This is not a Digest challenge with an algorithm that this tool knows.
        </p>
      ) : null}
      {answer ? (
        <div className="mt-1.5">
          <output className="block py-1 font-mono text-wire wrap-wire">{answer}</output>
          <Button variant="secondary" size="sm" onClick={() => setDone(write('Authorization', answer))}>
            Insert as Authorization: Digest
          </Button>
          {done ? <p className="mt-1 text-xs text-soft">{done}</p> : null}
        </div>
      ) : null}
    </fieldset>
  );
}

/** The Digest challenge of the newest answer that has one, as text. */
function lastChallenge(exchanges: ToolProps['exchanges']): string {
  for (const { response } of exchanges) {
    const challenge = digestIn(fieldLines(response, 'WWW-Authenticate').join(', '));
    if (challenge) return formatChallenge(challenge);
  }
  return '';
}

/** The first Digest challenge in what may be a whole field line. */
function digestIn(text: string): Challenge | undefined {
  const parsed = parseChallenges(text.replace(/^\s*www-authenticate\s*:/i, ''));
  return parsed.ok ? parsed.value.find(({ scheme }) => scheme.toLowerCase() === 'digest') : undefined;
}
