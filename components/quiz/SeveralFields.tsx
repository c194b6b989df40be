import { tick } from '@/lib/quiz/given';
import type { SeveralQuestion } from '@/lib/quiz/question';
import type { FieldsProps } from './fields-props';
import { OptionBox } from './OptionBox';

/** All that hold: native checkboxes. Right all together or not at all, and every option explains itself. */
export function SeveralFields({ question, name, given, answered, onGive }: FieldsProps<SeveralQuestion>) {
  const chosen = new Set(given.keys);
  const needed = !answered && chosen.size === 0;
  return (
    <div className="space-y-2">
      <p className="text-[0.9375rem] text-soft">
        Tick all that are right. It may be one or more.
        {answered ? ` ${counted(question, chosen)}` : null}
      </p>
      {question.options.map((option, index) => (
        <OptionBox
          key={option.key}
          option={option}
          chosen={chosen.has(option.key)}
          answered={answered}
          input={{
            type: 'checkbox',
            name,
            // A group of checkboxes cannot be required natively; the first one speaks for all.
            ref: (box) => box?.setCustomValidity(needed && index === 0 ? 'Tick at least one.' : ''),
            onChange: ({ target }) =>
              onGive({ kind: 'several', keys: tick(given.keys, option.key, target.checked) }),
          }}
        />
      ))}
    </div>
  );
}

function counted({ options }: SeveralQuestion, chosen: ReadonlySet<string>): string {
  const right = options.filter(({ correct }) => correct);
  const hits = right.filter(({ key }) => chosen.has(key)).length;
  const many = chosen.size - hits;
  return `You found ${hits} of ${right.length}${many ? `, and ticked ${many} that ${many === 1 ? 'does' : 'do'} not hold` : ''}.`;
}
