import type { Metadata } from 'next';
import { Links, type TitledLink } from '@/components/reference/Links';
import { ReferenceHeader } from '@/components/reference/ReferenceHeader';
import { pageMetadata } from '@/components/site/page-metadata';
import { PageLink } from '@/components/ui/PageLink';
import { Section } from '@/components/ui/Section';
import { StatusBadge } from '@/components/ui/StatusBadge';
import { loadGlossary } from '@/lib/content/lessons';
import { loadFields, loadSchemes, loadStatuses } from '@/lib/content/reference';
import { readUses } from '@/lib/content/uses';
import type { Rule } from '@/lib/http-auth/rule';
import { ruleAnchor, ruleTitle } from '@/lib/http-auth/rule-title';
import { fieldPath, schemePath, statusPath, wordPath } from '@/lib/pages';

export const metadata: Metadata = pageMetadata({
  path: '/reference',
  title: 'HTTP authentication reference: status codes, schemes, headers, RFC rules, glossary',
  description:
    'Look up a status code, an authentication scheme, a header or an RFC rule behind a 401 Unauthorized or 403 Forbidden. See where you can try it.',
});

export default function Reference() {
  const uses = readUses();
  const cited = [...uses.rules]
    .map((rule) => ({ rule, count: uses.rule(rule).pages.length }))
    .sort((a, b) => b.count - a.count)
    .slice(0, 12);
  return (
    <div className="px-page pb-8">
      <ReferenceHeader title="Reference" here="/reference">
        To look something up. The short of it, on one printed page, is the{' '}
        <PageLink href="/cheatsheet" className="link">
          cheat sheet
        </PageLink>
        .
      </ReferenceHeader>
      <Section
        id="statuses"
        title={<PageLink href="/reference/statuses">Statuses</PageLink>}
        intro="What each status means, and who has to act."
        beside
      >
        <ul className="flex flex-wrap gap-2">
          {Object.entries(loadStatuses()).map(([status, { name }]) => (
            <li key={status}>
              <PageLink href={statusPath(status)} prefetch={false} className="inline-block py-0.5">
                <StatusBadge status={Number(status)} name={name} />
              </PageLink>
            </li>
          ))}
        </ul>
      </Section>
      <Section
        id="schemes"
        title={<PageLink href="/reference/schemes">Schemes</PageLink>}
        intro="How each asks and is answered."
        beside
      >
        <p className="leading-8">
          <Links
            links={Object.entries(loadSchemes()).map(([scheme, { title }]) => ({
              href: schemePath(scheme),
              title: title ?? scheme,
            }))}
          />
        </p>
      </Section>
      <Section
        id="fields"
        title={<PageLink href="/reference/fields">Fields</PageLink>}
        intro="The headers that decide about a 401 or 403."
        beside
      >
        <p className="leading-8">
          <Links
            links={Object.keys(loadFields()).map((name) => ({
              href: fieldPath(name),
              title: name,
            }))}
          />
        </p>
      </Section>
      <Section
        id="rules"
        title={<PageLink href="/reference/rules">Rules</PageLink>}
        intro={`${uses.rules.size} sections of RFCs. These are cited most.`}
        beside
      >
        <p className="leading-8">
          <Links links={cited.map(({ rule }) => ruleEntry(rule))} />
        </p>
      </Section>
      <Section
        id="glossary"
        title={<PageLink href="/reference/glossary">Glossary</PageLink>}
        intro="What each word means, and what it is often confused with."
        beside
      >
        <p className="leading-8">
          <Links
            links={Object.entries(loadGlossary())
              .map(([id, { term }]) => ({ href: wordPath(id), title: term }))
              .sort((a, b) => a.title.localeCompare(b.title, 'en', { numeric: true }))}
          />
        </p>
      </Section>
    </div>
  );
}

function ruleEntry(rule: Rule): TitledLink {
  return { href: `/reference/rules#${ruleAnchor(rule)}`, title: `${rule}: ${ruleTitle(rule).section}` };
}
