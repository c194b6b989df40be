import { OfferLink } from '@/components/sandbox/OfferLink';
import { Inline } from '@/components/ui/Inline';
import type { ChooseQuestion } from '@/lib/quiz/question';
import { Verdict } from './Verdict';

interface ChooseFieldsProps {
  readonly question: ChooseQuestion;
  readonly name: string;
  readonly given: string;
  readonly told: boolean;
  readonly onGive: (given: string) => void;
}

/** One of a few: native radio buttons. Once told, every option explains itself. */
export function ChooseFields({ question, name, given, told, onGive }: ChooseFieldsProps) {
  return (
    <div className="space-y-2">
      {question.options.map(({ key, text, why, correct, belief, trial }) => {
        const own = told && key === given;
        const edge = told
          ? correct
            ? 'border-brand bg-brand-ground'
            : own
              ? 'border-dashed border-ink bg-raised'
              : 'border-line bg-raised'
          : 'border-line-strong bg-raised has-checked:border-brand has-checked:bg-brand-ground hover:border-control';
        return (
          <div key={key} className={`rounded-lg border ${edge}`}>
            <label className="flex gap-3 px-3.5 py-2.5">
              <input
                type="radio"
                className="mt-1.5 shrink-0 self-start"
                name={name}
                value={key}
                required
                disabled={told}
                checked={key === given}
                onChange={() => onGive(key)}
              />
              <span className="min-w-0">
                <Inline text={text} />
                {told ? <Verdict right={correct} own={key === given} why={why} belief={belief} /> : null}
              </span>
            </label>
            {told && trial ? (
              <p className="pr-3.5 pb-2.5 pl-10 text-[0.9375rem]">
                <OfferLink {...trial}>Load this request into the sandbox</OfferLink>
              </p>
            ) : null}
          </div>
        );
      })}
    </div>
  );
}
