import { Inline } from '@/components/ui/Inline';
import { Notice } from '@/components/ui/Notice';
import { PageLink } from '@/components/ui/PageLink';
import type { Diagnosis } from '@/lib/diagnose/diagnose';
import { AskBox } from './AskBox';
import { CertainList } from './CertainList';
import { LikelyList } from './LikelyList';
import { ReadExchange } from './ReadExchange';

/** The answer: what is certain, what is likely, what is not known, what would tell; beside it what was read. */
export function Findings({ diagnosis }: { readonly diagnosis: Diagnosis }) {
  const { refused, certain, likely, unknown, ask, titles, read, notes, stack, forms } = diagnosis;
  if (refused) {
    return (
      <Notice kind="problem" title="This could not be read" role="alert">
        <p>{refused}</p>
      </Notice>
    );
  }
  // A single exchange says itself what it was read as.
  const about = [
    ...(read.length === 1 && forms.length === 1 ? [] : [forms.join(', ')]),
    ...(stack ? [`looks like ${stack}`] : []),
  ].filter(Boolean);
  return (
    <div className="grid gap-x-12 gap-y-12 lg:grid-cols-[minmax(0,7fr)_minmax(0,5fr)]">
      <div className="grid min-w-0 content-start gap-y-10">
        {certain.length ? (
          <Part id="certain" title="Certain">
            <CertainList certain={certain} />
          </Part>
        ) : null}
        <Part id="likely" title={likely.length === 1 ? 'Likely cause' : 'Likely causes'}>
          {likely.length ? (
            <LikelyList likely={likely} />
          ) : (
            <p>
              Nothing in your text points to one of the causes. Paste more, such as the output of{' '}
              <code>curl -v</code>
              {ask ? ', answer the question below' : ''}, or use the{' '}
              <PageLink href="/causes" className="link">
                three questions of the finder
              </PageLink>
              .
            </p>
          )}
        </Part>
        {ask ? (
          <Part id="ask" title="One more question">
            <AskBox ask={ask} titles={titles} />
          </Part>
        ) : null}
        {unknown.length ? (
          <Part id="unknown" title="Not known from this">
            <ul className="list-disc space-y-1.5 pl-5 text-soft">
              {unknown.map((sentence) => (
                <li key={sentence}>
                  <Inline text={sentence} />
                </li>
              ))}
            </ul>
          </Part>
        ) : null}
      </div>
      <section aria-labelledby="read" className="min-w-0 content-start">
        <h2 id="read" className="mb-3 text-[1.375rem]">
          What was read
        </h2>
        {about.length ? <p className="-mt-2 mb-3 text-sm text-soft">{about.join(' · ')}</p> : null}
        {notes.map((note) => (
          <p key={note} className="mb-3 text-sm text-soft">
            {note}
          </p>
        ))}
        <ol className="grid gap-y-4">
          {read.map((exchange, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: exchanges may be alike, and their place tells them apart
            <li key={index}>
              <ReadExchange exchange={exchange} />
            </li>
          ))}
        </ol>
        {read.length ? null : <p className="text-soft">It contains no request and no response.</p>}
      </section>
    </div>
  );
}

function Part({ id, title, children }: { id: string; title: string; children: React.ReactNode }) {
  return (
    <section aria-labelledby={id} className="min-w-0">
      <h2 id={id} className="mb-3 text-[1.375rem]">
        {title}
      </h2>
      {children}
    </section>
  );
}
