/** Which headers of a response are the resource's, and which come with every answer of this practice site. */

import { readable, sealed } from '@/lib/draft/transport-fields';
import type { Field } from '@/lib/http-auth/message';

/** Lines that the server software, the connection or this practice site adds, whatever the resource says. */
const transport = new Set(
  (
    'connection content-encoding content-length content-security-policy date doorman-exchange keep-alive ' +
    'referrer-policy server trailer transfer-encoding vary via x-content-type-options x-robots-tag'
  ).split(' '),
);

const key = ([name, value]: Field) => `${name.toLowerCase()}: ${value}`;
const sealedKeys = new Set(sealed.map(key));

/** A resource that answers for CORS itself does not expose what the sandbox exposes: those lines are its. */
export function splitFields(fields: readonly Field[]): { resource: Field[]; added: Field[] } {
  const isSandboxCors = fields.some(
    ([name, value]) => name.toLowerCase() === 'access-control-expose-headers' && value === readable,
  );
  const isAdded = (field: Field) => {
    const name = field[0].toLowerCase();
    if (name.startsWith('access-control-')) return isSandboxCors;
    return transport.has(name) || sealedKeys.has(key(field));
  };
  return { resource: fields.filter((field) => !isAdded(field)), added: fields.filter(isAdded) };
}
