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

/** True where `draft` has a line of that name; names are case-insensitive (RFC 9110 §5.1). */
function hasField({ fields }: Pick<Draft, 'fields'>, name: string): boolean {
  return fields.some((field) => isNamed(field, name));
}

/** The draft with exactly one line of each name in `lines`: where the first of that name was, else at the end. */
export function withFields(draft: Draft, lines: readonly Field[]): Draft {
  let fields = filledFields(draft);
  for (const line of lines) {
    const at = fields.findIndex((field) => isNamed(field, line[0]));
    const others = fields.filter((field) => !isNamed(field, line[0]));
    fields = at < 0 ? [...others, line] : [...others.slice(0, at), line, ...others.slice(at)];
  }
  return { ...draft, fields };
}

/** What `withFields` did to `draft`, in a sentence. */
export function describeFields(draft: Draft, names: readonly string[]): string {
  const added = names.filter((name) => !hasField(draft, name));
  const replaced = names.filter((name) => hasField(draft, name));
  const clauses = [...clause(added, 'added to'), ...clause(replaced, 'replaced in')];
  return `${clauses.join(', ')}.`;
}

function clause(names: readonly string[], verb: string): string[] {
  if (!names.length) return [];
  return [`${names.join(' and ')} ${names.length > 1 ? 'were' : 'was'} ${verb} the request`];
}

function isNamed([name]: Field, other: string): boolean {
  return name.toLowerCase() === other.toLowerCase();
}
