/** A reference to the sentence that a check enforces, in one spelling for code, YAML and MDX. */
export type Rule = `RFC ${number} §${string}`;

const spelling = /^RFC ([1-9]\d{0,4}) §([1-9]\d*(?:\.\d+)*|[A-Z](?:\.\d+)*)$/;

/** True where `text` is spelled as a rule is: `RFC 9110 §15.5.2`, or `RFC 7617 §B.2` for an appendix. */
export function isRule(text: string): text is Rule {
  return spelling.test(text);
}

/** The address at which the rule can be read. Throws where `rule` is not spelled as one. */
export function ruleUrl(rule: Rule): string {
  const parts = spelling.exec(rule);
  if (!parts) throw new Error(`Not a rule: ${rule}`);
  const [, number, section = ''] = parts;
  const anchor = /^[A-Z]/.test(section) ? `appendix-${section}` : `section-${section}`;
  return `https://www.rfc-editor.org/rfc/rfc${number}#${anchor}`;
}
