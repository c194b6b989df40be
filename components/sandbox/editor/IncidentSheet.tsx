import { Check } from 'lucide';
import { useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { Button } from '@/components/ui/Button';
import { Icon } from '@/components/ui/Icon';
import type { Brief } from '@/lib/draft/exchange';
import type { SheetIncident } from '@/lib/http-auth/sheet';
import { IncidentResult, type Loaded } from '../answer/IncidentResult';
import { herePath } from '../brief';
import { badgeIn, fixedIncidents, type SheetProps } from './sheet';

interface IncidentSheetProps extends SheetProps {
  readonly incidents: readonly SheetIncident[];
  readonly brief: Brief;
}

/** The incidents of an exam, and what became of each. */
export default function IncidentSheet({
  incidents,
  brief,
  edit,
  exchanges,
  below,
  announce,
}: IncidentSheetProps) {
  const base = herePath(brief.urls.resource);
  const before = useProgressSoFar(base);
  const fixed = new Map([...before, ...fixedIncidents(exchanges)]);
  const badge = badgeIn(exchanges);
  const [loaded, setLoaded] = useState<Loaded>();
  const list = useRef<HTMLElement>(null);
  const load = ({ captured, number }: SheetIncident) => {
    edit(captured);
    announce(`Incident ${number} was loaded as it was captured. Nothing is sent yet.`);
    setLoaded({ number, after: exchanges[0]?.id });
  };

  useEffect(() => {
    if (!loaded) return;
    const method = list.current?.closest('form')?.querySelector<HTMLElement>('[aria-label="Method"]');
    method?.focus({ preventScroll: true });
    // The request as a whole, from its first line on.
    method?.parentElement?.parentElement?.scrollIntoView({ block: 'start' });
  }, [loaded]);

  return (
    <section
      ref={list}
      aria-label="Incidents"
      className="mb-4 overflow-hidden rounded-xl border border-line bg-raised"
    >
      <p className="border-b border-line bg-sunk/60 px-3.5 py-2 text-sm font-semibold">
        {fixed.size} of {incidents.length} solved
      </p>
      <ol className="divide-y divide-line text-sm">
        {incidents.map((incident) => {
          const { number, report, captured } = incident;
          const cause = fixed.get(number);
          return (
            <li key={number} className="flex items-start gap-3 px-3.5 py-2.5">
              <span className="w-4 shrink-0 pt-px text-faint tabular-nums">
                {cause ? (
                  <>
                    <Icon of={Check} className="size-4 text-s2xx-text" aria-hidden="true" />
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
      {below
        ? createPortal(
            <IncidentResult
              loaded={loaded}
              exchanges={exchanges}
              solved={fixed.size}
              of={incidents.length}
              badge={badge}
              loadBadge={() => {
                edit({ method: 'GET', path: '/badge', fields: [] });
                announce('The request for the badge was loaded. Nothing is sent yet.');
                setLoaded({ after: exchanges[0]?.id });
              }}
            />,
            below,
          )
        : null}
    </section>
  );
}

/** What was solved before this page was opened, by number: the log holds the latest exchanges alone. */
function useProgressSoFar(base: string): ReadonlyMap<number, string> {
  const [solutions, learn] = useState<ReadonlyMap<number, string>>(new Map());
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
  return solutions;
}
