import { type Rule, ruleUrl } from '@/lib/http-auth/rule';
import { ruleTitle } from '@/lib/http-auth/rule-title';

/** A rule with the title of its section, as a link to the text. */
export function RuleLink({ rule }: { readonly rule: Rule }) {
  return (
    <a className="link" href={ruleUrl(rule)}>
      {rule}: {ruleTitle(rule).section}
    </a>
  );
}
