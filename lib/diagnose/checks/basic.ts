/** What is wrong with Basic credentials (RFC 7617 §2). None of this shows a user name or a password. */
import { authorizationField } from '@/lib/http-auth/authorization-field';
import { decodeBase64 } from '@/lib/http-auth/base64';
import { fromOctets } from '@/lib/http-auth/message';
import { base64Fault, controlFault } from '@/lib/http-auth/schemes/basic/faults';
import { type Check, certain } from '../finding';
import { valuesOf } from '../reading';
import { isRedacted } from './authorization';

export const basicChecks: Check = (scene) => {
  const fields = valuesOf(scene.exchange.request, 'Authorization').concat(
    valuesOf(scene.exchange.request, 'Proxy-Authorization'),
  );
  return fields.flatMap((field) => {
    const parts = authorizationField({ fields: [[field.name, field.value]] }, field.name);
    if (!parts || !/^basic$/i.test(parts.scheme) || parts.rest === '' || isRedacted(parts.rest)) return [];
    const rest = parts.rest.trim();
    if (/^(?:undefined|null|basic\b|\$|\{|%|\[|["'])/i.test(rest)) return [];
    if (/^[^\s:]{1,200}:[^\s]{1,200}$/.test(rest)) {
      const statement = 'After Basic comes a pair with a colon, not encoded. It has to be encoded as Base64.';
      return [certain(scene, 'basic-not-base64', field, statement, 'RFC 7617 §2')];
    }
    if (/\s/.test(rest)) {
      const statement =
        'There is white space inside the Base64. The command base64 wraps lines after 76 characters by default on Linux.';
      return /^[A-Za-z0-9+/]{40,}\s+[A-Za-z0-9+/=]+$/.test(rest)
        ? [certain(scene, 'newline-in-base64', field, statement, 'RFC 4648 §3.1')]
        : [];
    }
    const bytes = decodeBase64(rest);
    if (!bytes) {
      const statement = `What follows Basic is not Base64: ${base64Fault(rest)}.`;
      return [certain(scene, 'basic-not-base64', field, statement, 'RFC 7617 §2')];
    }
    const raw = fromOctets(bytes);
    const colon = raw.indexOf(':');
    const control = controlFault(raw, colon);
    if (control) {
      const isEnd = /[\r\n]$/.test(raw);
      const statement = isEnd
        ? `The Base64 decodes to a pair that ends in a line feed, which becomes part of the password (${control}).`
        : `The Base64 decodes to a pair with a control character in it: ${control}.`;
      return [certain(scene, 'newline-in-base64', field, statement, 'RFC 7617 §2')];
    }
    if (colon < 0) {
      const statement =
        'The Base64 decodes to a text without a colon, so there is no user name and password in it.';
      return [certain(scene, 'basic-without-colon', field, statement, 'RFC 7617 §2')];
    }
    if (bytes.some((byte) => byte > 126)) {
      const statement =
        'The user name or password has characters beyond ASCII. Some clients encode them as UTF-8, others as ISO 8859-1.';
      return [certain(scene, 'not-ascii', field, statement, 'RFC 7617 §2.1')];
    }
    return [];
  });
};
