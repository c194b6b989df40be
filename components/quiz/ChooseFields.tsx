import type { ChooseQuestion } from '@/lib/quiz/question';
import type { FieldsProps } from './fields-props';
import { OptionBox } from './OptionBox';

/** One of a few: native radio buttons. Once answered, every option explains itself. */
export function ChooseFields({ question, name, given, answered, onGive }: FieldsProps<ChooseQuestion>) {
  return (
    <div className="space-y-2">
      {question.options.map((option) => (
        <OptionBox
          key={option.key}
          option={option}
          chosen={option.key === given.key}
          answered={answered}
          input={{
            type: 'radio',
            name,
            required: true,
            onChange: () => onGive({ kind: 'choose', key: option.key }),
          }}
        />
      ))}
    </div>
  );
}
