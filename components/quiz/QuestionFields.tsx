import type { ComponentType } from 'react';
import type { Question } from '@/lib/quiz/question';
import { BuildFields } from './BuildFields';
import { ChooseFields } from './ChooseFields';
import { FieldLineFields } from './FieldLineFields';
import type { FieldsProps } from './fields-props';
import { LieFields } from './LieFields';
import { OrderFields } from './OrderFields';
import { SeveralFields } from './SeveralFields';

type Fields = {
  readonly [Kind in Question['kind']]: ComponentType<FieldsProps<Extract<Question, { kind: Kind }>>>;
};

const fieldsOf: Fields = {
  choose: ChooseFields,
  several: SeveralFields,
  field: FieldLineFields,
  order: OrderFields,
  lie: LieFields,
  build: BuildFields,
};

/** The native inputs of a question, by its kind. */
export function QuestionFields<Q extends Question>(props: FieldsProps<Q>) {
  // A question fits the kind that it names, which the type of a lookup by its name does not show.
  const Inputs = fieldsOf[props.question.kind] as unknown as ComponentType<FieldsProps<Q>>;
  return <Inputs {...props} />;
}
