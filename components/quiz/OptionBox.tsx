import type { ComponentProps } from 'react';
import { OfferLink } from '@/components/sandbox/OfferLink';
import { Inline } from '@/components/ui/Inline';
import type { Option } from '@/lib/quiz/question';
import { Verdict } from './Verdict';

interface OptionBoxProps {
  readonly option: Option;
  /** True for what the learner chose. */
  readonly own: boolean;
  readonly told: boolean;
  /** A radio button or a checkbox. */
  readonly input: ComponentProps<'input'>;
}

/** An option with its input; once told, with its explanation and a request to try. */
export function OptionBox({ option, own, told, input }: OptionBoxProps) {
  const { text, why, correct, belief, trial } = option;
  return (
    <div className={`rounded-lg border ${edgeOf(told, correct, own)}`}>
      <label className="flex gap-3 px-3.5 py-2.5">
        <input
          className="mt-1.5 shrink-0 self-start"
          value={option.key}
          disabled={told}
          checked={own}
          {...input}
        />
        <span className="min-w-0">
          <Inline text={text} />
          {told ? <Verdict right={correct} own={own} why={why} belief={belief} /> : null}
        </span>
      </label>
      {told && trial ? (
        <p className="pr-3.5 pb-2.5 pl-10 text-[0.9375rem]">
          <OfferLink {...trial}>Load this request into the sandbox</OfferLink>
        </p>
      ) : null}
    </div>
  );
}

/** The edge and ground of an option: before it is told, what is chosen is marked; after that, what is right. */
export function edgeOf(told: boolean, correct: boolean, own: boolean): string {
  if (!told) {
    return 'border-line-strong bg-raised has-checked:border-brand has-checked:bg-brand-ground hover:border-control';
  }
  if (correct) return 'border-brand bg-brand-ground';
  return own ? 'border-dashed border-ink bg-raised' : 'border-line bg-raised';
}
