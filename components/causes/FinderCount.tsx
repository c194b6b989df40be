import { Button } from '@/components/ui/Button';

interface FinderCountProps {
  /** How many causes there are. */
  readonly of: number;
  readonly fits: number;
  readonly near: number;
  readonly searched: boolean;
  readonly answered: boolean;
  /** How far the search has come. */
  readonly state: 'ready' | 'loading' | 'failed';
  readonly retry: () => void;
}

/** How many causes are left, and in which order they stand. */
export function FinderCount({ of, fits, near, searched, answered, state, retry }: FinderCountProps) {
  if (state === 'failed') {
    return (
      <div className="mb-4 flex flex-wrap items-center gap-3 text-soft">
        <p role="status">The search could not be loaded. Are you online? All causes are below.</p>
        <Button variant="secondary" size="sm" onClick={retry}>
          Try again
        </Button>
      </div>
    );
  }
  return (
    <p role="status" className="mb-2 text-soft noscript:hidden">
      {state === 'loading' ? 'Loading the search…' : countText({ of, fits, near, searched, answered })}
    </p>
  );
}

function countText({
  of,
  fits,
  near,
  searched,
  answered,
}: Pick<FinderCountProps, 'of' | 'fits' | 'near' | 'searched' | 'answered'>): string {
  if (fits === 0 && near === 0) {
    return searched
      ? 'No cause has these words. Try the status, a header, or the error message.'
      : 'No cause fits all of that. Remove an answer.';
  }
  if (fits === 0) return 'No cause fits all of that.';
  if (!searched && !answered) return `All ${of} causes, by name.`;
  if (searched) return `The ${fits === 1 ? 'best' : `${fits} best`} of ${of} causes for these words.`;
  return `${fits} of ${of} causes ${fits === 1 ? 'fits' : 'fit'}, the best first.`;
}
