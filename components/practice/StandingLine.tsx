import { levels } from '@/lib/practice/family';
import { downAfter, type Standing, standingAfter, upAfter } from '@/lib/practice/standing';
import { useProgress } from '@/lib/progress/use-progress';

/** The level of the question that is asked, and how the level changes, in one quiet line. */
export function StandingLine({ asked }: { readonly asked: number }) {
  const standing = standingAfter(useProgress(({ practice }) => practice) ?? []);
  return (
    <div className="flex min-h-14 flex-wrap items-center gap-x-5 gap-y-1 border-y border-line py-2.5 text-[0.9375rem] sm:min-h-12">
      <p className="flex items-center gap-2.5 font-semibold">
        <span aria-hidden="true" className="flex items-end gap-1">
          {levels.map((level) => (
            <span
              key={level}
              className={`w-2 rounded-t-full ${['h-2.5', 'h-3.5', 'h-4.5'][level - 1]} ${
                level <= asked ? 'bg-brand' : 'border border-control'
              }`}
            />
          ))}
        </span>
        Level {asked} of {levels.length}
      </p>
      {standing.streak ? <p className="tabular-nums">{standing.streak} right in a row</p> : null}
      <p className="text-sm text-soft sm:ml-auto">{wayOn(standing)}</p>
    </div>
  );
}

const numbers = ['none', 'one', 'two', 'three'];

function wayOn({ toGo, streak }: Standing): string {
  const down = `${numbers[downAfter]} wrong in a row lead one level down`;
  if (toGo === undefined) return `The highest level; ${down}.`;
  if (!streak || toGo === upAfter) {
    return `${capital(numbers[upAfter])} right in a row lead one level up, ${down}.`;
  }
  return `${capital(numbers[toGo])} more right in a row ${toGo === 1 ? 'leads' : 'lead'} one level up.`;
}

function capital(word = ''): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
