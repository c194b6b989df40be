import { CircleCheck } from 'lucide';
import { Button, ButtonLink } from '@/components/ui/Button';
import { Icon } from '@/components/ui/Icon';
import { solvedIn } from '../editor/sheet';
import type { Shown } from '../send';
import { useResultInView } from './use-result-in-view';

/** What was loaded last: an incident, or the request for the badge. */
export interface Loaded {
  readonly number?: number;
  /** The newest exchange when it was loaded. */
  readonly after: string | undefined;
}

interface IncidentResultProps {
  readonly loaded: Loaded | undefined;
  readonly exchanges: readonly Shown[];
  readonly solved: number;
  readonly of: number;
  readonly badge: string | undefined;
  readonly loadBadge: () => void;
}

/** What was loaded, what the last answer did for the exam, and the way to the badge: where Send is pressed. */
export function IncidentResult({ loaded, exchanges, solved, of, badge, loadBadge }: IncidentResultProps) {
  const [newest] = exchanges;
  const result = useResultInView(exchanges, () => true);
  const waits = loaded && loaded.after === newest?.id;
  const [number, cause] = (newest && !waits && solvedIn(newest)) || [];
  if (!loaded && !newest && solved === 0) return null;
  return (
    <section
      ref={result}
      aria-label="Result"
      className="mt-4 scroll-my-4 space-y-2 rounded-xl border border-line bg-raised px-3.5 py-3 text-sm"
    >
      {waits ? (
        <p>
          {loaded.number === undefined
            ? 'The request for the badge'
            : `Incident ${loaded.number}, as it was captured`}
          : not sent yet.
        </p>
      ) : null}
      {number ? (
        <p className="flex gap-2">
          <Icon of={CircleCheck} className="mt-0.5 size-4 shrink-0 text-s2xx-text" aria-hidden="true" />
          <span>
            <span className="font-semibold">Incident {number} is solved.</span> {cause}
          </span>
        </p>
      ) : null}
      <p className="text-soft">
        {solved} of {of} solved
      </p>
      {badge ? (
        <ButtonLink size="sm" href={`/badge#${badge}`}>
          See your badge
        </ButtonLink>
      ) : solved === of && !(waits && loaded.number === undefined) ? (
        <Button size="sm" onClick={loadBadge}>
          Load the request for the badge
        </Button>
      ) : null}
    </section>
  );
}
