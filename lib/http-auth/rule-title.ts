/** What the standards call their sections, checked against their texts; a test holds the table and all citations together. */
import sections from './rfc-sections.json' with { type: 'json' };
import { isRule, type Rule, ruleParts } from './rule';

const table: Readonly<
  Record<string, { readonly title: string; readonly sections: Readonly<Record<string, string>> }>
> = sections;

/** The title of the document and that of the section. Throws where the table does not have it. */
export function ruleTitle(rule: Rule): { readonly document: string; readonly section: string } {
  const { document, section } = ruleParts(rule);
  const entry = table[document];
  const title = entry?.sections[section];
  if (!entry || title === undefined) throw new Error(`${rule} is not in lib/http-auth/rfc-sections.json`);
  return { document: entry.title, section: title };
}

/** True where the rule is spelled as one and its section is in the table. */
export function isKnownRule(text: string): text is Rule {
  if (!isRule(text)) return false;
  const { document, section } = ruleParts(text);
  return table[document]?.sections[section] !== undefined;
}

/** The id under which the reference has a rule: `rfc-9110-15.5.2`. */
export function ruleAnchor(rule: Rule): string {
  return rule.toLowerCase().replace(' §', '-').replace(' ', '-');
}
