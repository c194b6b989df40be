import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { describeFields } from '@/lib/draft/fields';
import { componentsOf, withScram, withSignature, withSigV4 } from '@/lib/draft/signing';
import { walletOf } from '../brief';
import { NoWebCrypto } from './NoWebCrypto';
import { asTyped, box, signingSchemes, type ToolProps } from './tool';

type SigningScheme = (typeof signingSchemes)[number];

const labels: Readonly<Record<SigningScheme, readonly [title: string, name: string, secret: string]>> = {
  Signature: ['Signature', 'keyid', 'Key: a private JWK, or an HMAC secret in Base64'],
  'SCRAM-SHA-256': ['SCRAM', 'User name', 'Password'],
  'AWS4-HMAC-SHA256': ['AWS Signature Version 4', 'Access key id', 'Secret access key'],
};

/** Signs the request as it stands, with keys that never leave the page. */
export default function SigningTool({ schemes, ...props }: ToolProps) {
  const scheme = signingSchemes.find((name) => schemes.includes(name));
  return scheme ? <Signing scheme={scheme} {...props} /> : null;
}

interface SigningProps extends Omit<ToolProps, 'schemes'> {
  readonly scheme: SigningScheme;
}

function Signing({ scheme, draft, edit, resource, brief, exchanges, announce }: SigningProps) {
  const [title, nameLabel, secretLabel] = labels[scheme];
  const wallet = walletOf(brief);
  const names = Object.keys(wallet);
  const walletValue = (ending: RegExp) => wallet[names.find((name) => ending.test(name)) ?? ''] ?? '';
  const [name, setName] = useState(walletValue(/(?:keyid|username|access-key-id)$/));
  const [secret, setSecret] = useState(walletValue(/(?:jwk|hmac-secret|password|secret-access-key)$/));
  const [typed, setComponents] = useState<string>();
  const [said, setSaid] = useState('');
  const components = typed ?? componentsOf(draft, exchanges);
  // Browsers keep Web Crypto from pages that came over plain HTTP from another machine.
  const able = typeof crypto.subtle === 'object';

  const signed = async () => {
    const signer = { name, secret };
    if (scheme === 'SCRAM-SHA-256') {
      const { draft: next, step } = await withScram(draft, signer, exchanges);
      const about =
        step === 1
          ? 'It is the first message: send it, then come back for the second.'
          : 'It is the second message, with its proof, and is good for a minute.';
      return { next, about };
    }
    const next =
      scheme === 'Signature'
        ? await withSignature(draft, signer, components, resource, exchanges)
        : await withSigV4(draft, signer, resource);
    return { next, about: 'The request is signed. Any change to it needs a new signature.' };
  };
  const sign = async () => {
    try {
      const { next, about } = await signed();
      edit(next);
      const names = next.fields.flatMap((line) => (draft.fields.includes(line) ? [] : [line[0]]));
      const text = `${describeFields(draft, names)} ${about}`;
      setSaid(text);
      announce(text);
    } catch {
      setSaid(
        'Nothing was signed: the key does not fit, a component is missing, or no challenge has come yet.',
      );
    }
  };

  return (
    <fieldset className="py-3" disabled={!able}>
      <legend className="float-left mb-1.5 w-full font-semibold">{title}</legend>
      <label className="clear-both block">
        <span className="text-xs text-faint">{nameLabel}</span>
        <input value={name} onChange={({ target }) => setName(target.value)} className={box} {...asTyped} />
      </label>
      <label className="mt-1.5 block">
        <span className="text-xs text-faint">{secretLabel}</span>
        <input
          value={secret}
          onChange={({ target }) => setSecret(target.value)}
          className={box}
          {...asTyped}
        />
      </label>
      {scheme === 'Signature' ? (
        <label className="mt-1.5 block">
          <span className="text-xs text-faint">Components to sign, with spaces between them</span>
          <input
            value={components}
            onChange={({ target }) => setComponents(target.value)}
            className={box}
            {...asTyped}
          />
        </label>
      ) : null}
      <div className="mt-1.5">
        <Button variant="secondary" size="sm" onClick={sign}>
          Sign the request
        </Button>
      </div>
      {said ? <p className="mt-1.5 text-xs text-soft">{said}</p> : null}
      {able ? null : <NoWebCrypto />}
    </fieldset>
  );
}
