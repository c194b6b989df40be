import { preferStack } from '@/components/lesson/stack';
import { CopyButton } from '@/components/ui/CopyButton';
import { Inline } from '@/components/ui/Inline';
import { PageLink } from '@/components/ui/PageLink';
import type { Likely } from '@/lib/diagnose/diagnose';
import { causePath } from '@/lib/pages';
import { Evidence } from './Evidence';

/** The causes that fit, the likeliest first: why, what proves it, and the fix. */
export function LikelyList({ likely }: { readonly likely: readonly Likely[] }) {
  return (
    <ol className="divide-y divide-line overflow-hidden rounded-xl border border-line bg-raised">
      {likely.map((cause, index) => (
        <li key={cause.slug} className="px-4 py-5 sm:px-6">
          <LikelyCause {...cause} place={index + 1} />
        </li>
      ))}
    </ol>
  );
}

function LikelyCause({
  slug,
  title,
  reason,
  evidence,
  proof,
  fix,
  exercise,
  place,
}: Likely & { place: number }) {
  return (
    <article aria-labelledby={`likely-${slug}`}>
      <h3 id={`likely-${slug}`} className="text-lg leading-snug">
        <span className="mr-2 text-faint">{place}</span>
        <PageLink href={causePath(slug)} className="link">
          {title}
        </PageLink>
      </h3>
      <dl className="mt-2 grid gap-y-4">
        <div>
          <dt className="text-sm font-semibold text-soft">Why it fits</dt>
          <dd>
            <Inline text={reason} />
            {evidence ? <Evidence {...evidence} /> : null}
          </dd>
        </div>
        <div>
          <dt className="text-sm font-semibold text-soft">How to check it</dt>
          <dd>
            <div className="mt-1 flex items-start gap-2 rounded-lg border border-line bg-paper py-1.5 pr-1 pl-3">
              <code className="min-w-0 flex-1 py-1 text-wire wrap-wire">
                <span className="select-none text-faint" aria-hidden="true">
                  ${' '}
                </span>
                {proof.command}
              </code>
              <CopyButton text={proof.command} label="Copy the command" iconOnly />
            </div>
            <p className="mt-1.5 text-[0.9375rem] text-soft">
              <Inline text={proof.look} />
              {proof.caution ? <span className="block font-semibold">{proof.caution}</span> : null}
            </p>
          </dd>
        </div>
        <div>
          <dt className="text-sm font-semibold text-soft">The fix</dt>
          <dd>
            <Inline text={fix.text} />{' '}
            {fix.stack ? `Your text shows ${fix.stack.title}, so the page opens with its code. ` : ''}
            <PageLink
              href={fix.href}
              className="link whitespace-nowrap"
              {...(fix.stack && { onClick: () => preferStack(fix.stack?.name ?? '') })}
            >
              How, step by step
            </PageLink>
            {exercise ? (
              <>
                {' · '}
                <PageLink href={exercise} className="link whitespace-nowrap">
                  Try it on a real server
                </PageLink>
              </>
            ) : null}
          </dd>
        </div>
      </dl>
    </article>
  );
}
