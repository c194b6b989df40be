import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import type { Draft } from '@/lib/http-auth/draft';
import { type ProofKey, proofClaims, signProof } from '@/lib/http-auth/schemes/dpop/client';
import { walletOf } from '../brief';
import { NoWebCrypto } from './NoWebCrypto';
import { asTyped, box, type ToolProps } from './tool';

/** Makes a DPoP proof for the request as it stands, with a key that never leaves the page. */
export default function ProofTool({ draft, write, resource, brief, exchanges }: ToolProps) {
  const [key, setKey] = useState(walletOf(brief)['proof-key'] ?? '');
  const [typed, setNonce] = useState<string>();
  const [trouble, setTrouble] = useState('');
  const [done, setDone] = useState('');
  const nonce = typed ?? latestNonce(exchanges);
  const token = /^DPoP +(\S+)/i.exec(lineOf(draft, 'authorization'))?.[1];
  // Browsers keep Web Crypto from pages that came over plain HTTP from another machine.
  const able = typeof crypto.subtle === 'object';

  const make = async () => {
    try {
      const url = resource + draft.path;
      const options = { method: draft.method, url, now: new Date(), token, nonce: nonce.trim() || undefined };
      const proof = await signProof(JSON.parse(key) as ProofKey, await proofClaims(options));
      setTrouble('');
      setDone(write('DPoP', proof));
    } catch {
      setDone('');
      setTrouble('No proof was made: the key is not a private JWK of P-256, or the path is not valid.');
    }
  };
  const renew = async () => {
    const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, [
      'sign',
      'verify',
    ]);
    const { kty, crv, x, y, d } = await crypto.subtle.exportKey('jwk', pair.privateKey);
    setKey(JSON.stringify({ kty, crv, x, y, d }));
  };

  return (
    <fieldset className="py-3" disabled={!able}>
      <legend className="float-left mb-1.5 w-full font-semibold">DPoP proof</legend>
      <label className="clear-both block">
        <span className="text-xs text-faint">Proof key, a private JWK</span>
        <input value={key} onChange={({ target }) => setKey(target.value)} className={box} {...asTyped} />
      </label>
      <label className="mt-1.5 block">
        <span className="text-xs text-faint">Nonce, from DPoP-Nonce in a response</span>
        <input value={nonce} onChange={({ target }) => setNonce(target.value)} className={box} {...asTyped} />
      </label>
      <p className="mt-1.5 text-xs text-faint">
        {token ? 'With the hash of the token in Authorization.' : 'Without a token, as for a token endpoint.'}{' '}
        For {draft.method} and the address above.
      </p>
      <div className="mt-1.5 flex flex-wrap gap-2">
        <Button variant="secondary" size="sm" onClick={make}>
          Make the proof
        </Button>
        <Button variant="secondary" size="sm" onClick={renew}>
          New key
        </Button>
      </div>
      {done ? <p className="mt-1.5 text-xs text-soft">{done}</p> : null}
      {able ? null : <NoWebCrypto />}
      {trouble ? (
        <p role="alert" className="mt-1.5 text-xs text-soft">
          {trouble}
        </p>
      ) : null}
    </fieldset>
  );
}

function latestNonce(exchanges: ToolProps['exchanges']): string {
  const lines = exchanges.flatMap(({ response }) => response.fields);
  return lines.find(([name]) => name.toLowerCase() === 'dpop-nonce')?.[1] ?? '';
}

function lineOf(draft: Draft, name: string): string {
  return draft.fields.find(([fieldName]) => fieldName.toLowerCase() === name)?.[1] ?? '';
}
