import { tick } from '@/lib/quiz/given';
import type { SeveralQuestion } from '@/lib/quiz/question';
import type { FieldsProps } from './fields-props';
import { OptionBox } from './OptionBox';

/** All that hold: native checkboxes. Right all together or not at all, and every option explains itself. */
export function SeveralFields({ question, name, given, told, onGive }: FieldsProps<SeveralQuestion>) {
  const own = new Set(given.keys);
  const needed = !told && own.size === 0;
  return (
    <div className="space-y-2">
      <p className="text-[0.9375rem] text-soft">
        Tick all that are right. It may be one or more.
        {told ? ` ${counted(question, own)}` : null}
      </p>
      {question.options.map((option, index) => (
        <OptionBox
          key={option.key}
          option={option}
          own={own.has(option.key)}
          told={told}
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

function counted({ options }: SeveralQuestion, own: ReadonlySet<string>): string {
  const right = options.filter(({ correct }) => correct);
  const found = right.filter(({ key }) => own.has(key)).length;
  const many = own.size - found;
  return `You found ${found} of ${right.length}${many ? `, and ticked ${many} that ${many === 1 ? 'does' : 'do'} not hold` : ''}.`;
}
