import { Verdict } from '@/components/sandbox/answer/Verdict';
import type { Exchange } from '@/lib/draft/exchange';
import { Sample } from './Sample';

interface VerdictsProps {
  readonly answers: readonly { readonly name: string; readonly exchange: Exchange }[];
}

/** What stands below Send after answers of many kinds, and once another request was loaded. */
export function Verdicts({ answers }: VerdictsProps) {
  const shown = answers.map(({ name, exchange }) => ({
    name,
    shown: { ...exchange, by: 'page', seen: 'wire' } as const,
  }));
  const [first] = shown;
  return (
    <div className="grid items-start gap-8 lg:grid-cols-2">
      {shown.map(({ name, shown: exchange }) => (
        <Sample key={name} name={name}>
          <div className="overflow-hidden rounded-xl border border-line">
            <Verdict shown={exchange} was={undefined} />
          </div>
        </Sample>
      ))}
      {first ? (
        <Sample name="After another request was loaded">
          <div className="overflow-hidden rounded-xl border border-line grayscale">
            <Verdict shown={first.shown} was={undefined} isOld />
          </div>
        </Sample>
      ) : null}
    </div>
  );
}
