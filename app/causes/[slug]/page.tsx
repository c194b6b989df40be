import type { MDXContent } from 'mdx/types';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import type { ComponentProps } from 'react';
import { CauseHeader } from '@/components/causes/CauseHeader';
import { CauseLinks } from '@/components/causes/CauseLinks';
import { MisconceptionCard } from '@/components/causes/MisconceptionCard';
import { WasThisIt } from '@/components/causes/WasThisIt';
import { ExchangeFigure } from '@/components/lesson/ExchangeFigure';
import { LessonBody } from '@/components/lesson/LessonBody';
import { OfferLink } from '@/components/sandbox/OfferLink';
import { addressOf } from '@/components/site/origin';
import { pageMetadata } from '@/components/site/page-metadata';
import { StructuredData } from '@/components/site/StructuredData';
import { Notice } from '@/components/ui/Notice';
import { Section } from '@/components/ui/Section';
import { type Cause, causeFile } from '@/lib/content/cause';
import { findCause, listCauses } from '@/lib/content/causes';
import { listLessons, loadMisconceptions } from '@/lib/content/lessons';
import { draftLink } from '@/lib/figures/draft-link';
import { figure } from '@/lib/figures/figure';
import { breadcrumbData, causeData } from '@/lib/figures/structured-data';
import { ruleUrl } from '@/lib/http-auth/rule';
import { causePath, lessonPath } from '@/lib/pages';
import { H2, plain, Sandbox } from '@/mdx-components';

interface Props {
  params: Promise<{ slug: string }>;
}

const causesCrumb = { name: 'Causes', path: '/causes' };

/** Every other slug is a real 404. */
export const dynamicParams = false;

/** The addresses of all causes; what is wrong in them stops the build with the lessons. */
export function generateStaticParams(): { slug: string }[] {
  return listCauses().map(({ slug }) => ({ slug }));
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const cause = findCause((await params).slug);
  if (!cause) return {};
  return pageMetadata({
    path: causePath(cause.slug),
    title: cause.title.replaceAll('`', ''),
    description: `${cause.summary.replaceAll('`', '')} How to be sure, and the fix.`,
    type: 'article',
    statuses: cause.statuses,
  });
}

export default async function CausePage({ params }: Props) {
  const cause = findCause((await params).slug);
  if (!cause) notFound();
  const { default: text } = (await import(`@/content/causes/${cause.file}`)) as { default: MDXContent };
  const { figure, sandbox } = await shown(cause);
  // What shows the refusal ends the first part; on a narrow screen the sandbox follows the fix.
  const before = new Map([
    ['How to be sure', figure],
    ['Why it happens', sandbox],
  ]);
  const h2 = ({ children }: ComponentProps<typeof H2>) => (
    <>
      {before.get(plain(children))}
      <H2>{children}</H2>
    </>
  );
  return (
    <article>
      <LessonBody
        header={<CauseHeader {...cause} />}
        text={text}
        components={{ h2 }}
        added={sandbox ? 2 : 1}
      />
      <div className="border-t border-line px-page pt-14">
        <Beyond cause={cause} />
      </div>
      <StructuredData data={causeData(cause, addressOf)} />
      <StructuredData
        data={breadcrumbData([causesCrumb, { name: cause.title, path: causePath(cause.slug) }], addressOf)}
      />
    </article>
  );
}

/** The refusal and the place to mend it, or why there is none. */
async function shown({ slug: place, exercise, cannotShow }: Cause) {
  if (!exercise) {
    return {
      figure: (
        <Notice key="figure" title="There is no exercise for this one">
          {cannotShow}
        </Notice>
      ),
      sandbox: null,
    };
  }
  const { slug, draft } = exercise;
  return {
    figure: (
      <ExchangeFigure
        key="figure"
        exchange={await figure(slug, draft)}
        caption="As it crossed the wire"
        action={<OfferLink {...(await draftLink(slug, draft))}>Load into the sandbox</OfferLink>}
      />
    ),
    sandbox: <Sandbox key="sandbox" exercise={slug} place={place} />,
  };
}

/** What stands below the text: whether this was it, the belief behind it, what looks alike, where it is taught, where it is written. */
function Beyond({ cause }: { cause: Cause }) {
  const { slug, title, file, misconception, neighbours, rules, evidence } = cause;
  const belief = loadMisconceptions()[misconception];
  const alike = neighbours.flatMap((other) => findCause(other) ?? []);
  const lessons = listLessons().filter(({ causes }) => causes.includes(slug));
  return (
    <>
      <Section id="was-this-it" title="Was this it?" beside>
        <WasThisIt slug={slug} title={title} file={causeFile(file)} />
      </Section>
      {belief ? (
        <Section id="belief" title="The belief behind it" beside>
          <MisconceptionCard {...belief} />
        </Section>
      ) : null}
      <Section id="alike" title="What looks alike" beside>
        <CauseLinks
          links={alike.map((cause) => ({
            href: causePath(cause.slug),
            title: cause.title,
            text: cause.summary,
          }))}
        />
      </Section>
      {lessons.length ? (
        <Section id="taught" title={lessons.length === 1 ? 'The lesson on it' : 'Lessons on it'} beside>
          <CauseLinks
            links={lessons.map((lesson) => ({
              href: lessonPath(lesson.slug),
              title: lesson.title,
              text: lesson.summary,
            }))}
          />
        </Section>
      ) : null}
      <Section id="evidence" title="Where it is written, and where it happened" beside>
        <ul className="grid gap-1.5 wrap-anywhere">
          {[...rules.map((rule) => ({ title: rule, url: ruleUrl(rule) })), ...evidence].map(
            ({ title, url }) => (
              <li key={url}>
                <a href={url} className="link">
                  {title}
                </a>
              </li>
            ),
          )}
        </ul>
      </Section>
    </>
  );
}
