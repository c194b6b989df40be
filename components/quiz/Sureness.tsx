import { type Sureness as Sure, sureness } from '@/lib/progress/progress';

interface SurenessProps {
  readonly name: string;
  readonly value: Sure | undefined;
  readonly told: boolean;
  readonly onChoose: (sure: Sure) => void;
}

const words: Record<Sure, string> = { guess: 'a guess', fairly: 'fairly sure', sure: 'sure' };

/** How sure the learner is: what is missed in certainty comes back first. */
export function Sureness({ name, value, told, onChoose }: SurenessProps) {
  return (
    <fieldset className="flex flex-wrap items-center gap-x-4 gap-y-1 text-[0.9375rem]">
      <legend className="float-left mr-4 text-soft">How sure are you?</legend>
      {sureness.map((one) => (
        <label key={one} className="flex min-h-8 items-center gap-1.5">
          <input
            type="radio"
            name={name}
            value={one}
            required
            disabled={told}
            checked={value === one}
            onChange={() => onChoose(one)}
          />
          {words[one]}
        </label>
      ))}
    </fieldset>
  );
}
