import { causePath, schemePath } from '@/lib/pages';
import '@/app/cheatsheet/cheatsheet.css';
import type { Metadata } from 'next';
import Link from 'next/link';
import { SheetPart } from '@/app/cheatsheet/SheetPart';
import { WireValue } from '@/components/reference/WireValue';
import { pageMetadata } from '@/components/site/page-metadata';
import { Gates } from '@/components/trace/Gates';
import { Inline } from '@/components/ui/Inline';
import { StatusBadge } from '@/components/ui/StatusBadge';
import { StatusTable } from '@/components/ui/StatusTable';
import { findCause } from '@/lib/content/causes';
import { loadCheatSheet } from '@/lib/content/cheatsheet';
import { loadSchemes } from '@/lib/content/reference';

export const metadata: Metadata = pageMetadata({
  path: '/cheatsheet',
  title: '401 or 403? The cheat sheet, on one page',
  description:
    '401 Unauthorized or 403 Forbidden: both side by side, the decision tree, the challenge of each scheme, what to try next, ten causes with their fixes. Prints on one page, A4 or Letter.',
});

const shownSchemes = ['Basic', 'Bearer', 'Digest', 'DPoP'];
const row = 'grid gap-x-4 gap-y-0.5 border-line border-b py-1.5 last:border-0';

export default function CheatSheet() {
  const { compare, tree, next, causes, useless } = loadCheatSheet();
  const schemes = loadSchemes();
  return (
    <div className="cheatsheet px-page pb-10">
      <header className="flex flex-wrap items-end justify-between gap-x-8 gap-y-3 pt-10 pb-6 print:pt-0">
        <div>
          <h1 className="text-title">401 or 403?</h1>
          <p className="mt-2 text-lead text-soft">
            401: the server does not know who you are. 403: it understood the request and refuses it.
          </p>
        </div>
        <div className="flex items-center gap-3 text-sm text-soft">
          <Gates size="logo" />
          <span>
            can I read it? <StatusBadge status={400} /> · who are you? <StatusBadge status={401} /> · may you?{' '}
            <StatusBadge status={403} />
          </span>
        </div>
      </header>
      <div className="mb-9 print:mb-0">
        <SheetPart title="401 and 403 side by side">
          <StatusTable rows={compare} className="sheet-table" />
        </SheetPart>
      </div>
      <div className="grid gap-x-10 gap-y-9 md:grid-cols-2 print:block print:columns-2 print:gap-[6mm]">
        <SheetPart title="Which one? Ask in this order">
          <ol>
            {tree.map(({ ask, otherwise, response }) => (
              <li key={ask} className={`${row} grid-cols-[minmax(0,1fr)_auto]`}>
                <span className="font-semibold">{ask}</span>
                <span>
                  <span className="text-soft">no: </span>
                  <StatusBadge status={otherwise} />
                </span>
                <span className="text-soft">
                  <Inline text={response} />
                </span>
              </li>
            ))}
          </ol>
          <p className="pt-1.5">
            All yes: <StatusBadge status={200} name="OK" />
          </p>
        </SheetPart>
        <SheetPart title="It came. What next?">
          <ul>
            {next.map((link) => (
              <li key={link.came} className={row}>
                <span>
                  <strong className="font-semibold">
                    <Inline text={link.came} />:
                  </strong>{' '}
                  <Inline text={link.try} />
                </span>
              </li>
            ))}
          </ul>
        </SheetPart>
        <SheetPart title="How each scheme asks, and is answered" wide>
          <ul className="md:grid md:grid-cols-2 md:gap-x-10 print:block">
            {shownSchemes.map((scheme) => {
              const { challenge = '', credentials = '' } = schemes[scheme] ?? {};
              return (
                <li key={scheme} className="border-line border-b py-1.5">
                  <Link href={schemePath(scheme)} className="link font-semibold">
                    {scheme}
                  </Link>
                  <WireValue lines={[`WWW-Authenticate: ${challenge}`, credentials]} />
                </li>
              );
            })}
          </ul>
        </SheetPart>
        <SheetPart title="Ten causes and their fixes">
          <ol>
            {causes.map(({ cause, cure }) => (
              <li key={cause} className={row}>
                <Link href={causePath(cause)} className="link font-semibold">
                  <Inline text={findCause(cause)?.title ?? cause} />
                </Link>
                <span>
                  <Inline text={cure} />
                </span>
              </li>
            ))}
          </ol>
        </SheetPart>
        <SheetPart title="What does not help">
          <ul>
            {useless.map(({ what, because }) => (
              <li key={what} className={row}>
                <span>
                  <strong className="font-semibold">{what}:</strong> <Inline text={because} />
                </span>
              </li>
            ))}
          </ul>
        </SheetPart>
      </div>
    </div>
  );
}
