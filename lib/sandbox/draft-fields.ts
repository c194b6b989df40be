/** The field lines of a draft, without the parser of its text: a page needs these at once and that later. */
import type { Draft } from '@/lib/http-auth/draft';
import type { Field } from '@/lib/http-auth/message';

/** True where `text` is a token, as methods and field names are (RFC 9110 §5.6.2). */
export function isToken(text: string): boolean {
  return /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/.test(text);
}

/** The lines of a draft that count: a row without name and value is one that nobody has filled in yet. */
export function filledFields({ fields }: Pick<Draft, 'fields'>): readonly Field[] {
  return fields.filter(([name, value]) => name !== '' || value !== '');
}
