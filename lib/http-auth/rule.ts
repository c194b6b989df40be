/** A reference to the sentence that a check enforces, in one spelling for code, YAML and MDX. */
export type Rule = `RFC ${number} §${string}` | `RFC 6265bis §${string}` | `Fetch §${string}`;

const spelling =
  /^(?:RFC ([1-9]\d{0,4}|6265bis) §([1-9]\d*(?:\.\d+)*|[A-Z](?:\.\d+)*)|Fetch §([a-z]+(?:-[a-z]+)*))$/;

/** The draft that is to replace RFC 6265; the address leads to its latest version. */
const cookieDraft = 'https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis';

/**
 * True where `text` is spelled as a rule is: `RFC 9110 §15.5.2`, or `RFC 7617 §B.2` for an appendix. The Fetch standard
 * has no numbers that stay, so a section of it goes by its anchor: `Fetch §cors-check`.
 */
export function isRule(text: string): text is Rule {
  return spelling.test(text);
}

const cited = /RFC (?:\d+|6265bis) §[\dA-Z]+(?:\.\d+)*|Fetch §[a-z]+(?:-[a-z]+)*/g;

/** The rules that `text` names, in order, one as often as it is named. */
export function rulesIn(text: string): Rule[] {
  return [...(text.match(cited) ?? [])].filter(isRule);
}

/** The document of a rule, as `rfc-sections.json` calls it, and the section. Throws where `rule` is not spelled as one. */
export function ruleParts(rule: string): { readonly document: string; readonly section: string } {
  const parts = spelling.exec(rule);
  if (!parts) throw new Error(`Not a rule: ${rule}`);
  const [, number, section = '', anchor] = parts;
  return anchor === undefined ? { document: number ?? '', section } : { document: 'Fetch', section: anchor };
}

/** The address at which the rule can be read. Throws where `rule` is not spelled as one. */
export function ruleUrl(rule: Rule): string {
  const { document, section } = ruleParts(rule);
  if (document === 'Fetch') return `https://fetch.spec.whatwg.org/#${section}`;
  const anchor = /^[A-Z]/.test(section) ? `appendix-${section}` : `section-${section}`;
  return document === '6265bis'
    ? `${cookieDraft}#${anchor}`
    : `https://www.rfc-editor.org/rfc/rfc${document}#${anchor}`;
}
