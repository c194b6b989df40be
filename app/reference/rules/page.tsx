import type { Metadata } from 'next';
import { Entry } from '@/components/reference/Entry';
import { Facts } from '@/components/reference/Facts';
import { Links } from '@/components/reference/Links';
import { ReferenceHeader } from '@/components/reference/ReferenceHeader';
import { pageMetadata } from '@/components/site/page-metadata';
import { loadGlossary } from '@/lib/content/lessons';
import { readUses } from '@/lib/content/uses';
import { rulesMet } from '@/lib/figures/rules-met';
import { type Rule, ruleUrl } from '@/lib/http-auth/rule';
import { ruleAnchor, ruleTitle } from '@/lib/http-auth/rule-title';
import { exercisePath, wordPath } from '@/lib/pages';

const url = '/reference/rules';

export const metadata: Metadata = pageMetadata({
  path: url,
  title: 'RFC 9110, 6750, 7616 and more: every rule behind a 401 or 403, and where it is used',
  description:
    'Every section of an RFC that this course uses: which lessons and causes cite it, what the sandbox checks by it, and the exercises in which a request breaks it.',
  picture: '/reference',
});

export default async function Rules() {
  const uses = readUses();
  const met = await rulesMet();
  const glossary = loadGlossary();
  const rules = [...new Set([...uses.rules, ...met.keys()])].sort(byNumber);
  const documents = [...new Set(rules.map((rule) => ruleTitle(rule).document))];
  return (
    <div className="px-page pb-16">
      <ReferenceHeader title="Rules" here={url}>
        {rules.length} sections of {documents.length} RFCs and standards. Each with what cites it, what the
        sandbox checks by it, and the exercises that begin by breaking it.
      </ReferenceHeader>
      {rules.map((rule) => {
        const { document, section } = ruleTitle(rule);
        const { pages, terms } = uses.rule(rule);
        const { checks = [], exercises = [] } = met.get(rule) ?? {};
        const kind = (kindName: 'lesson' | 'cause') => pages.filter((page) => page.kind === kindName);
        const links = {
          lessons: kind('lesson'),
          causes: kind('cause'),
          exercises: exercises.map(({ slug, title }) => ({ href: exercisePath(slug), title })),
          words: terms.map((id) => ({ href: wordPath(id), title: glossary[id]?.term ?? id })),
        };
        return (
          <Entry key={rule} id={ruleAnchor(rule)} title={rule} mark={document}>
            <p>
              <a className="link" href={ruleUrl(rule)}>
                {section}
              </a>
            </p>
            <Facts
              facts={[
                ['Checked', checks.length ? checks.join(' · ') : null],
                [
                  'Exercises',
                  links.exercises.length ? <Links key="exercises" links={links.exercises} /> : null,
                ],
                ['Lessons', links.lessons.length ? <Links key="lessons" links={links.lessons} /> : null],
                ['Causes', links.causes.length ? <Links key="causes" links={links.causes} /> : null],
                ['Words', links.words.length ? <Links key="words" links={links.words} /> : null],
              ]}
            />
          </Entry>
        );
      })}
    </div>
  );
}

/** HTTP itself first, then by number; sections in the order of the text. */
function byNumber(a: Rule, b: Rule): number {
  return keyOf(a).localeCompare(keyOf(b), 'en', { numeric: true });
}

function keyOf(rule: Rule): string {
  return rule.replace(/^RFC 9110 /, 'RFC 0 ').replace(/^RFC 911([12]) /, 'RFC $1 ');
}
