import { Check } from 'lucide-react';
import { useEffect, useState } from 'react';
import { GatesMark } from '@/components/trace/GatesMark';
import { Button } from '@/components/ui/Button';
import { CopyButton } from '@/components/ui/CopyButton';
import type { Brief, SheetIncident } from '@/lib/sandbox/exchange';
import { herePath } from './brief';
import { badgeIn, mendedIn, type SheetProps } from './sheet';

interface IncidentSheetProps extends SheetProps {
  readonly incidents: readonly SheetIncident[];
  readonly brief: Brief;
}

/** The incidents of an exam, what became of each, and the badge once it was fetched. */
export function IncidentSheet({ incidents, brief, edit, exchanges, say }: IncidentSheetProps) {
  const base = herePath(brief.urls.resource);
  const before = useProgressSoFar(base);
  const mended = new Map([...before, ...mendedIn(exchanges)]);
  const badge = badgeIn(exchanges);
  const load = ({ captured, number }: SheetIncident) => {
    edit(captured);
    say(`Incident ${number} was loaded as it was captured. Nothing is sent yet.`);
  };
  return (
    <section aria-label="Incidents" className="mb-4 overflow-hidden rounded-xl border border-line bg-raised">
      <p className="border-b border-line bg-sunk/60 px-3.5 py-2 text-sm font-semibold">
        {mended.size} of {incidents.length} solved
      </p>
      <ol className="divide-y divide-line text-sm">
        {incidents.map((incident) => {
          const { number, report, captured } = incident;
          const cause = mended.get(number);
          return (
            <li key={number} className="flex items-start gap-3 px-3.5 py-2.5">
              <span className="w-4 shrink-0 pt-px text-faint tabular-nums">
                {cause ? (
                  <>
                    <Check className="size-4 text-s2xx-text" aria-hidden="true" />
                    <span className="sr-only">Number {number}, solved</span>
                  </>
                ) : (
                  number
                )}
              </span>
              <div className="min-w-0 flex-1">
                <p className="font-mono text-wire">
                  {captured.method} {captured.path}
                </p>
                <p className="text-soft">{cause ?? report}</p>
              </div>
              {cause ? null : (
                <Button
                  variant="secondary"
                  size="sm"
                  aria-label={`Load incident ${number} as captured`}
                  onClick={() => load(incident)}
                >
                  Load
                </Button>
              )}
            </li>
          );
        })}
      </ol>
      {badge ? <Badge badge={badge} /> : null}
      {mended.size === incidents.length && !badge ? (
        <p className="border-t border-line px-3.5 py-2.5">
          <Button
            size="sm"
            onClick={() => {
              edit({ method: 'GET', path: '/badge', fields: [] });
              say('The request for the badge was loaded. Nothing is sent yet.');
            }}
          >
            Load the request for the badge
          </Button>
        </p>
      ) : null}
    </section>
  );
}

interface Claims {
  readonly sub: string;
  readonly iat: number;
  readonly incidents: readonly { readonly path: string }[];
}

/** The badge, with what it claims: it can be copied, and anybody can verify it. */
function Badge({ badge }: { readonly badge: string }) {
  const claims = claimsOf(badge);
  if (!claims) return null;
  const day = new Date(claims.iat * 1000).toISOString().slice(0, 10);
  return (
    <figure className="border-t border-line bg-s2xx-ground px-3.5 py-4 text-s2xx-text">
      <div className="flex items-center gap-4">
        <div className="scale-150 pl-3">
          <GatesMark
            states={['passed', 'passed', 'passed']}
            tones={[200, 200, 200]}
            label="Three open gates"
          />
        </div>
        <div className="pl-3">
          <p className="font-display text-lg font-semibold">The night shift is over</p>
          <p className="text-sm">
            {claims.incidents.length} incidents solved · {day} · attempt {claims.sub.slice(0, 8)}
          </p>
        </div>
      </div>
      <figcaption className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
        <span>A JWS, signed by this server. The answer says how to verify it.</span>
        <CopyButton text={badge} label="Copy the badge" />
      </figcaption>
    </figure>
  );
}

function claimsOf(badge: string): Claims | undefined {
  try {
    const payload = badge.split('.')[1] ?? '';
    const octets = Uint8Array.from(atob(payload.replace(/-/g, '+').replace(/_/g, '/')), (one) =>
      one.charCodeAt(0),
    );
    return JSON.parse(new TextDecoder().decode(octets)) as Claims;
  } catch {
    return undefined;
  }
}

/** What was solved before this page was opened, by number: the log holds the latest exchanges alone. */
function useProgressSoFar(base: string): ReadonlyMap<number, string> {
  const [known, learn] = useState<ReadonlyMap<number, string>>(new Map());
  useEffect(() => {
    const controller = new AbortController();
    const ask = async () => {
      const answer = await fetch(`${base}/progress`, {
        credentials: 'omit',
        cache: 'no-store',
        signal: controller.signal,
      });
      const { incidents } = (await answer.json()) as { incidents: { number: number; cause?: string }[] };
      learn(new Map(incidents.flatMap(({ number, cause }) => (cause ? [[number, cause] as const] : []))));
    };
    // Without it the sheet begins with what the log tells.
    ask().catch(() => undefined);
    return () => controller.abort();
  }, [base]);
  return known;
}
