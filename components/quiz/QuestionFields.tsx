import type { Question } from '@/lib/quiz/question';
import { BuildFields } from './BuildFields';
import { ChooseFields } from './ChooseFields';
import { FieldLineFields } from './FieldLineFields';
import type { FieldsProps } from './fields-props';
import { LieFields } from './LieFields';
import { OrderFields } from './OrderFields';
import { SeveralFields } from './SeveralFields';

/** The native inputs of a question, by its kind. */
export function QuestionFields({ question, ...fields }: FieldsProps<Question>) {
  switch (question.kind) {
    case 'choose':
      return <ChooseFields question={question} {...fields} />;
    case 'several':
      return <SeveralFields question={question} {...fields} />;
    case 'field':
      return <FieldLineFields question={question} {...fields} />;
    case 'order':
      return <OrderFields question={question} {...fields} />;
    case 'lie':
      return <LieFields question={question} {...fields} />;
    case 'build':
      return <BuildFields question={question} {...fields} />;
  }
}
