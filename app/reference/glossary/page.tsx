import type { Metadata } from 'next';
import { Entry } from '@/components/reference/Entry';
import { Facts } from '@/components/reference/Facts';
import { Links, type TitledLink } from '@/components/reference/Links';
import { ReferenceHeader } from '@/components/reference/ReferenceHeader';
import { RuleLink } from '@/components/reference/RuleLink';
import { pageMetadata } from '@/components/site/page-metadata';
import { Inline } from '@/components/ui/Inline';
import { loadGlossary } from '@/lib/content/lessons';
import { readUses } from '@/lib/content/uses';

const url = '/reference/glossary';

export const metadata: Metadata = pageMetadata({
  path: url,
  title: 'Glossary of HTTP authentication: challenge, realm, scope, preflight and more',
  description:
    'Short, exact meanings of the words around 401 Unauthorized and 403 Forbidden, what each is often confused with, and the RFC that defines it.',
  picture: '/reference',
});

export default function GlossaryPage() {
  const uses = readUses();
  const glossary = loadGlossary();
  const terms = Object.entries(glossary).sort(([, a], [, b]) =>
    a.term.localeCompare(b.term, 'en', { numeric: true }),
  );
  const linked = (ids: readonly string[]): readonly TitledLink[] =>
    ids.map((id) => ({ href: `#${id}`, title: glossary[id]?.term ?? id }));
  return (
    <div className="px-page pb-16">
      <ReferenceHeader title="Glossary" here={url}>
        {terms.length} words, each in a sentence or two, with what it is often confused with.
      </ReferenceHeader>
      {terms.map(([id, { term, says, not, rule, see = [] }]) => {
        const lessons = uses.term(id);
        return (
          <Entry key={id} id={id} title={term}>
            <p>
              <Inline text={says} />
            </p>
            <Facts
              facts={[
                ['Not', not ? <Inline key="not" text={not} /> : null],
                ['Rule', rule ? <RuleLink key="rule" rule={rule} /> : null],
                ['See', see.length ? <Links key="see" links={linked(see)} /> : null],
                ['Lessons', lessons.length ? <Links key="lessons" links={lessons} /> : null],
              ]}
            />
          </Entry>
        );
      })}
    </div>
  );
}
