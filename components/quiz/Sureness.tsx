import { type Sureness as Sure, sureness } from '@/lib/progress/progress';

interface SurenessProps {
  readonly name: string;
  readonly value: Sure | undefined;
  readonly answered: boolean;
  readonly onChoose: (sure: Sure) => void;
}

const words: Record<Sure, string> = { guess: 'a guess', fairly: 'fairly sure', sure: 'sure' };

/** How sure the learner is: what is missed in certainty comes back first. */
export function Sureness({ name, value, answered, onChoose }: SurenessProps) {
  return (
    <fieldset className="flex flex-wrap items-center gap-x-4 gap-y-1 text-[0.9375rem]">
      <legend className="mr-4 text-soft sm:float-left">How sure are you?</legend>
      {sureness.map((level) => (
        <label key={level} className="flex min-h-8 items-center gap-1.5">
          <input
            type="radio"
            name={name}
            value={level}
            required
            disabled={answered}
            checked={value === level}
            onChange={() => onChoose(level)}
          />
          {words[level]}
        </label>
      ))}
    </fieldset>
  );
}
