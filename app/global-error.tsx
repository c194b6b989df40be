'use client';
import './globals.css';

/** Stands in for everything where even the frame of the pages could not be shown. */
export default function GlobalError({ retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>Doorman: something went wrong</title>
        <main className="mx-auto max-w-xl px-(--gutter) pt-24">
          <h1 className="text-title">Doorman failed</h1>
          <p className="mt-4 text-lead text-soft">
            It is not a 401 and not a 403: your request was not refused. Something here went wrong, and what
            you have done so far is still in your browser.
          </p>
          <p className="mt-8 flex flex-wrap gap-6">
            <button type="button" onClick={retry} className="link">
              Try again
            </button>
            {/* A full load: what failed may be in this one. */}
            <a className="link" href="/">
              To the start page
            </a>
          </p>
        </main>
      </body>
    </html>
  );
}
