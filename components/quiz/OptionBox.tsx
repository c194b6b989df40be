import type { ComponentProps } from 'react';
import { OfferLink } from '@/components/sandbox/OfferLink';
import { Inline } from '@/components/ui/Inline';
import type { Option } from '@/lib/quiz/question';
import { Verdict } from './Verdict';

interface OptionBoxProps {
  readonly option: Option;
  /** True for what the learner chose. */
  readonly chosen: boolean;
  readonly answered: boolean;
  /** A radio button or a checkbox. */
  readonly input: ComponentProps<'input'>;
}

/** An option with its input; once told, with its explanation and a request to try. */
export function OptionBox({ option, chosen, answered, input }: OptionBoxProps) {
  const { text, why, correct, belief, trial } = option;
  return (
    <div className={`rounded-lg border ${edgeOf(answered, correct, chosen)}`}>
      <label className="flex gap-3 px-3.5 py-2.5">
        <input
          className="mt-1.5 shrink-0 self-start"
          value={option.key}
          disabled={answered}
          checked={chosen}
          {...input}
        />
        <span className="min-w-0">
          <Inline text={text} />
          {answered ? <Verdict right={correct} chosen={chosen} why={why} belief={belief} /> : null}
        </span>
      </label>
      {answered && trial ? (
        <p className="pr-3.5 pb-2.5 pl-10 text-[0.9375rem]">
          <OfferLink {...trial}>Load this request into the sandbox</OfferLink>
        </p>
      ) : null}
    </div>
  );
}

/** The edge and ground of an option: before it is told, what is chosen is marked; after that, what is right. */
export function edgeOf(answered: boolean, correct: boolean, chosen: boolean): string {
  if (!answered) {
    return 'border-line-strong bg-raised has-checked:border-brand has-checked:bg-brand-ground hover:border-control';
  }
  if (correct) return 'border-brand bg-brand-ground';
  return chosen ? 'border-dashed border-ink bg-raised' : 'border-line bg-raised';
}
