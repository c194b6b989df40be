import { Gates } from '@/components/trace/Gates';
import './badge.css';
import type { BadgeClaims } from './read-badge';

/** A badge as it is read on a screen and on paper: what was shown, and when. */
export function BadgePaper({
  claims: { iss, sub, title, signed, incidents },
}: {
  readonly claims: BadgeClaims;
}) {
  const count = incidents.length;
  return (
    <article
      aria-labelledby="badge-title"
      className="badge-paper mt-6 overflow-hidden rounded-2xl border border-line-strong bg-raised"
    >
      <header className="grid items-center gap-x-8 gap-y-4 border-b border-line px-6 py-7 sm:grid-cols-[minmax(0,1fr)_18rem] sm:px-9 sm:py-9">
        <div>
          <p className="text-sm text-faint">Doorman · badge of an exam</p>
          <h2 id="badge-title" className="mt-1 text-section">
            {title}
          </h2>
          <p className="mt-2 text-soft">
            {count} {count === 1 ? 'incident' : 'incidents'} of HTTP authentication and authorization, each
            solved with a request that got through.
          </p>
        </div>
        <Gates status={200} />
      </header>
      <ol className="divide-y divide-line">
        {incidents.map(({ path, cause, solved }) => (
          <li
            key={path}
            className="grid gap-x-6 px-6 py-2.5 text-[0.9375rem] sm:grid-cols-[10rem_minmax(0,1fr)_auto] sm:px-9"
          >
            <span className="font-mono text-wire wrap-wire">{path}</span>
            <span>{cause}</span>
            <time dateTime={solved} className="text-sm whitespace-nowrap text-faint">
              {moment(solved)}
            </time>
          </li>
        ))}
      </ol>
      <dl className="flex flex-wrap gap-x-10 gap-y-3 border-t border-line bg-sunk/60 px-6 py-5 text-sm sm:px-9">
        {[
          ['Signed', moment(new Date(signed * 1000).toISOString())],
          ['By', iss],
          ['Badge', sub],
        ].map(([name, value]) => (
          <div key={name}>
            <dt className="text-xs text-faint">{name}</dt>
            <dd className="font-mono text-wire wrap-wire">{value}</dd>
          </div>
        ))}
      </dl>
      <p className="hidden border-t border-line px-9 py-3 text-sm text-soft print:block">
        Open the link of this badge to check its signature.
      </p>
    </article>
  );
}

/** An ISO date by the minute; a text that is none as it is. */
function moment(iso: string): string {
  const [, day, minute] = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)/.exec(iso) ?? [];
  return day ? `${day} ${minute} UTC` : iso;
}
