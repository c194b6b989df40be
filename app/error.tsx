'use client';

/** What stands in place of a page that could not be shown. */
export default function PageError({ error, retry }: { error: unknown; retry: () => void }) {
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : undefined;
  return (
    <div className="mx-auto max-w-xl px-(--gutter) pt-16 sm:pt-24">
      <h1 className="text-title">This page failed</h1>
      <p className="mt-4 text-lead text-soft">
        It is not a 401 and not a 403: your request was not refused. Something here went wrong, and what you
        have done so far is still in your browser.
      </p>
      {digest ? (
        <p className="mt-3 text-faint text-sm">
          Number of the error, for the people who run this server: <code className="text-wire">{digest}</code>
        </p>
      ) : null}
      {/* No component of our own: what this imports is in a script of every page, a second time. */}
      <p className="mt-8 flex flex-wrap gap-6">
        <button type="button" onClick={retry} className="link">
          Try again
        </button>
        {/* A full load: what failed may be in this one. */}
        <a className="link" href="/">
          To the start page
        </a>
      </p>
    </div>
  );
}
