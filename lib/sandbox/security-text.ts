/** security.txt: where somebody who has found a hole reports it (RFC 9116). */
import { publicOrigin } from './origin';

/** Days until the text has to be asked for again; RFC 9116 §2.5.5 advises less than a year. */
const life = 180;

/** The addresses of `SECURITY_CONTACT`, separated by commas. Throws an Error with a sentence where one is no contact. */
export function securityContacts(text = process.env.SECURITY_CONTACT): readonly string[] {
  const contacts = (text ?? '').split(',').map((contact) => contact.trim());
  const given = contacts.filter(Boolean);
  if (given.every((contact) => /^(?:mailto:|https:\/\/|tel:)[!-~]+$/.test(contact))) return given;
  throw new Error('SECURITY_CONTACT must be mailto:, https: or tel: addresses, separated by commas.');
}

/** The text, or undefined where the operator named no contact, without which there can be none (RFC 9116 §2.5.3). */
export function securityText(host: string | null, now: Date): string | undefined {
  const contacts = securityContacts();
  if (!contacts.length) return undefined;
  const expires = new Date(now.getTime() + life * 86_400_000).toISOString();
  return [
    ...contacts.map((contact) => `Contact: ${contact}`),
    `Expires: ${expires}`,
    'Preferred-Languages: en',
    `Canonical: ${publicOrigin(host)}/.well-known/security.txt`,
    '',
  ].join('\n');
}
