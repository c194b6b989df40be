/** The parameters behind `Digest`: which must be there, and in which form (RFC 7616 §3.4). */
import { type Check, failed, type Note, passed, syntaxCheck } from '@/lib/http-auth/decision';
import { count, shown, utf8 } from '@/lib/http-auth/evidence';
import { type Credentials, param, parseCredentials } from '@/lib/http-auth/grammar';
import { authorityOf, type Message, octets } from '@/lib/http-auth/message';
import { missingFault, parseFault, uriFault } from './faults';
import { type DigestQop, digestQops } from './hash';

/** Credentials whose form is right; whether they are valid is another question. */
export interface DigestCredentials {
  /** As text; a hash of it where `hidden`. */
  readonly username: string;
  readonly hidden: boolean;
  readonly realm: string;
  readonly nonce: string;
  readonly uri: string;
  readonly response: string;
  readonly algorithm: string | undefined;
  readonly opaque: string | undefined;
  readonly cnonce: string;
  readonly nc: string;
  readonly qop: DigestQop;
}

const parameters = syntaxCheck(
  'Digest is followed by parameters, each of them once',
  'RFC 9110 §11.4',
  'the parameters after Digest cannot be read',
);
const complete = syntaxCheck(
  'every parameter that Digest needs is there',
  'RFC 7616 §3.4',
  'a parameter that Digest needs is missing',
);
const named = syntaxCheck(
  'the user name comes in one readable form',
  'RFC 7616 §3.4',
  'the user name does not come in one readable form',
);
const counted = syntaxCheck(
  'nc is eight hexadecimal digits',
  'RFC 7616 §3.4',
  'the parameter nc is not eight hexadecimal digits',
);
const chosen = syntaxCheck(
  'qop is one that was offered',
  'RFC 7616 §3.4',
  'the parameter qop is not a value that was offered',
);
const plain = syntaxCheck(
  'cnonce is short and of ASCII',
  'RFC 7616 §3.4',
  'the parameter cnonce is too long or not ASCII',
);
const located = syntaxCheck(
  'uri is the request target',
  'RFC 7616 §3.4.6',
  'the parameter uri is not the target of this request',
);

/** The checks of `readDigest`, in order; each failure is a 400. */
export const readingChecks: readonly Check[] = [parameters, complete, named, counted, chosen, plain, located];

/** Reads the value of Authorization at `origin`; undefined where a check failed, which is noted. */
export function readDigest(
  message: Message,
  value: string,
  offered: readonly DigestQop[],
  origin: string,
  note: Note,
): DigestCredentials | undefined {
  const parsed = parseCredentials(value);
  if (!parsed.ok || !parsed.value.params.length) {
    note(
      failed(
        parameters,
        parseFault(value, parsed),
        'Digest, a space, then name="value" pairs, parted by commas',
      ),
    );
    return undefined;
  }
  const credentials = parsed.value;
  note(passed(parameters, count(credentials.params.length, 'parameter')));

  const missing = missingFault(credentials);
  if (missing) {
    note(failed(complete, missing, `${required.join(', ')} and username`));
    return undefined;
  }
  note(passed(complete, required.join(', ')));
  const textOf = (name: string) => param(credentials, name) ?? '';

  const name = readUsername(credentials);
  if ('fault' in name) {
    note(failed(named, name.fault, "username, or username*=UTF-8''… without userhash=true"));
    return undefined;
  }
  note(passed(named, name.form));

  const nc = textOf('nc');
  if (!/^[0-9a-f]{8}$/i.test(nc)) {
    note(failed(counted, `nc=${shown(nc, 40)}`, 'the count of requests with this nonce, such as 00000001'));
    return undefined;
  }
  note(passed(counted, nc));

  const qop = digestQops.find((name) => name === textOf('qop').toLowerCase());
  if (!qop || !offered.includes(qop)) {
    note(failed(chosen, `qop=${shown(textOf('qop'), 40)}`, offered.join(' or ')));
    return undefined;
  }
  note(passed(chosen, qop));

  const cnonce = textOf('cnonce');
  if (!/^[ -~]{1,256}$/.test(cnonce)) {
    note(failed(plain, cnonceFault(cnonce), '1 to 256 visible characters of ASCII'));
    return undefined;
  }
  note(passed(plain, count(cnonce.length, 'character')));

  const uri = textOf('uri');
  if (!namesTarget(uri, message, origin)) {
    note(failed(located, uriFault(uri, message.target), shown(message.target, 160)));
    return undefined;
  }
  note(passed(located, shown(uri)));
  return {
    username: name.username,
    hidden: name.hidden,
    realm: textOf('realm'),
    nonce: textOf('nonce'),
    uri,
    response: textOf('response'),
    algorithm: param(credentials, 'algorithm'),
    opaque: param(credentials, 'opaque'),
    cnonce,
    nc,
    qop,
  };
}

/** True where `uri` is the target as it was sent, or the whole address of it (RFC 7616 §3.4.6). */
function namesTarget(uri: string, message: Message, origin: string): boolean {
  if (uri === message.target || uri === message.absolute) return true;
  const scheme = new URL(origin).protocol;
  const [whole, authority = '', path = ''] = /^https?:\/\/([^/?]*)(.*)$/i.exec(uri) ?? [];
  if (!whole?.toLowerCase().startsWith(`${scheme}//`) || (path || '/') !== message.target) return false;
  return authorityOf({ fields: [['Host', authority]] }, origin) === authorityOf(message, origin);
}

/** What no credentials may lack, besides one form of the user name. */
const required = ['realm', 'nonce', 'uri', 'response', 'qop', 'nc', 'cnonce'];

type Username =
  | { readonly username: string; readonly hidden: boolean; readonly form: string }
  | { readonly fault: string };

function readUsername(credentials: Credentials): Username {
  const plain = param(credentials, 'username');
  const extended = param(credentials, 'username*');
  const userhash = (param(credentials, 'userhash') ?? 'false').toLowerCase();
  if (userhash !== 'true' && userhash !== 'false') return { fault: 'userhash is neither true nor false' };
  const hidden = userhash === 'true';
  if (extended === undefined) {
    const raw = plain ?? '';
    const text = utf8(octets(raw));
    const form = text === undefined ? 'username, not UTF-8: read as ISO-8859-1' : 'username';
    return { username: text ?? raw, hidden, form: hidden ? 'username, hashed' : form };
  }
  if (plain !== undefined) return { fault: 'username and username* side by side' };
  if (hidden) return { fault: 'username* with userhash=true' };
  const username = extendedValue(extended);
  if (username === undefined) return { fault: "a username* that is not UTF-8'' and percent-encoded UTF-8" };
  return { username, hidden, form: 'username*' };
}

/** The text of an ext-value in UTF-8, or undefined (RFC 8187 §3.2.1). */
function extendedValue(value: string): string | undefined {
  const [, encoded] =
    /^utf-8'[A-Za-z0-9-]*'((?:[A-Za-z0-9!#$&+.^_`|~-]|%[0-9A-Fa-f]{2})*)$/i.exec(value) ?? [];
  if (encoded === undefined) return undefined;
  try {
    return decodeURIComponent(encoded);
  } catch {
    return undefined;
  }
}

function cnonceFault(cnonce: string): string {
  if (cnonce === '') return 'an empty cnonce';
  return cnonce.length > 256 ? `a cnonce of ${cnonce.length} bytes` : 'a cnonce with bytes beyond ASCII';
}
