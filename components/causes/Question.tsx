interface QuestionProps {
  readonly name: string;
  readonly ask: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly chosen: string;
  /** Short options stand side by side. */
  readonly dense?: boolean;
  readonly onChoose: (value: string) => void;
}

/** One question of the finder: native radio buttons, of which the first is no answer. */
export function Question({ name, ask, options, chosen, dense = false, onChoose }: QuestionProps) {
  const isOption = options.some(({ value }) => value === chosen);
  return (
    <fieldset className="min-w-0 py-5 md:px-7 md:first:pl-0 md:last:pr-0">
      <legend className="float-left mb-2 w-full font-display text-lg font-bold">{ask}</legend>
      <div className={`clear-both -mx-2.5 flex flex-wrap gap-0.5 ${dense ? '' : 'md:flex-col'}`}>
        {options.map(({ value, label }) => (
          <label
            key={value}
            className={`flex cursor-pointer items-baseline gap-2.5 rounded-lg px-2.5 py-1.5 hover:bg-sunk ${value ? 'has-checked:bg-brand-ground' : ''}`}
          >
            <input
              type="radio"
              name={name}
              value={value}
              checked={isOption ? value === chosen : value === ''}
              onChange={() => onChoose(value)}
              className="translate-y-px"
            />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
