/** Names for what goes wrong in Basic credentials. None of them repeats a user name or a password. */
import { isLeftover, placeholderFault } from '@/lib/http-auth/authorization-field';
import { decoded, spelled } from '@/lib/http-auth/evidence';
import { token68End } from '@/lib/http-auth/scanner';

/** Why what follows `Basic` is not one token68. */
export function token68Fault(rest: string): string {
  if (rest === '') return 'the scheme word alone';
  if (/^basic(?: |$)/i.test(rest)) return 'the scheme word twice';
  if (/^["']|^\u00e2\u0080[\u0098-\u009f]/.test(rest)) return 'quotation marks around the credentials';
  const placeholder = placeholderFault(rest);
  if (placeholder) return placeholder;
  if (/^\w+="/.test(rest)) return 'parameters, as Digest has them';
  if (rest.includes(':')) return 'a colon: user name and password in the clear, not in Base64';
  const at = token68End(rest, 0);
  const [odd = ''] = decoded(rest.slice(at));
  return `${spelled(odd)} at byte ${at + 1} after the scheme`;
}

/** Why a token68 is not strict Base64. */
export function base64Fault(text: string): string {
  if (isLeftover(text)) return `the word ${text}: a variable was empty`;
  if (/^eyJ[^.]*\./.test(text)) return 'a JWT, which belongs after Bearer';
  if (/[-_]/.test(text) && !/[.~]/.test(text)) return 'letters of base64url, - or _';
  if (/[.~]/.test(text)) return 'a letter that Base64 does not have';
  const bare = text.replace(/=+$/, '');
  if (bare.includes('=')) return 'padding in the middle: two texts in a row';
  if (bare.length % 4 === 1) return 'a length that Base64 never has: something was cut off or added';
  if (text.length !== Math.ceil(bare.length / 4) * 4) {
    return text.length === bare.length ? 'no padding, the = at the end' : 'too much or too little padding';
  }
  return 'leftover bits after the last byte: another text than the encoder writes';
}

/** Which control character stands where, or undefined where there is none (CTL of RFC 5234 §B.1). */
export function controlFault(raw: string, colon: number): string | undefined {
  const at = raw.search(/[^ -~\u0080-\u00ff]/);
  if (at < 0) return undefined;
  if (at === raw.length - 2 && raw.endsWith('\r\n')) return 'a carriage return and a line feed at the end';
  const name = spelled(raw[at] ?? '');
  if (at === raw.length - 1) return `${name} at the end${raw.endsWith('\n') ? ', as echo adds it' : ''}`;
  return `${name} ${at < colon ? 'in the user name' : 'in the password'}, byte ${at + 1}`;
}

/** What can be said of a wrong pair from its spelling alone, so that nothing shows which accounts exist. */
export function spellingFault(username: string, password: string): string {
  if (isLeftover(username)) return `the word ${username} as user name: a variable was empty`;
  if (isLeftover(password)) return 'a word like undefined as password: a variable was empty';
  if (username !== username.trim()) return 'a space before or after the user name';
  if (password !== password.trim()) return 'a space before or after the password';
  if (password === '') return 'an empty password';
  return 'a pair that is not known';
}
