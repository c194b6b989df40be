import { TableFrame } from '@/components/ui/TableFrame';
import { binds, departuresOf } from '@/lib/stacks/departures';
import { type Question, questions, type StackRecord } from '@/lib/stacks/record';
import { AnswerCell } from './answer-cell';

/** Stacks by questions. On a phone it shows one question at a time; the filters choose which. */
export function StackTable({ records }: { readonly records: readonly StackRecord[] }) {
  return (
    <TableFrame>
      <table className="w-full border-separate border-spacing-0 text-left">
        <caption className="sr-only">What each stack answers to each request</caption>
        <thead>
          <tr>
            <th
              scope="col"
              className="sticky left-0 z-1 w-44 border-line border-b bg-paper py-2 pr-4 font-normal text-faint text-sm md:min-w-44"
            >
              Stack
            </th>
            {questions.map((question, index) => (
              <QuestionHead key={question.id} question={question} first={index === 0} />
            ))}
          </tr>
        </thead>
        <tbody>
          {records.map((record) => (
            <StackRow key={record.name} record={record} />
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

const column = 'border-line border-b py-2 pr-4 align-top';

/** All but one question are out of sight on a phone until they are chosen. */
const width = (first: boolean) =>
  first ? 'md:min-w-36 md:max-w-36' : 'max-md:hidden max-md:data-chosen:table-cell md:min-w-36 md:max-w-36';

function QuestionHead({ question, first }: { readonly question: Question; readonly first: boolean }) {
  return (
    <th
      scope="col"
      data-question={question.id}
      title={question.title}
      className={`${column} ${width(first)} font-normal text-faint text-sm`}
    >
      {question.short}
    </th>
  );
}

function StackRow({ record }: { readonly record: StackRecord }) {
  const { name, title, language, variants } = record;
  const departures = departuresOf(record);
  const binding = departures.filter(binds);
  return (
    <tr data-language={language} data-departures={departures.map(({ id }) => id).join(' ')}>
      <th scope="row" className={`sticky left-0 z-1 bg-paper font-normal ${column}`}>
        <a href={`/stacks/${name}`} className="link font-semibold leading-snug">
          {title}
        </a>
        <span className="mt-0.5 block text-faint text-xs">{language}</span>
      </th>
      {questions.map(({ id, title: asked }, index) => {
        const answer = variants[0].answers[id];
        const here = departures.filter((one) => one.questions.includes(id));
        return (
          <td
            key={id}
            data-question={id}
            data-departures={here.map((one) => one.id).join(' ') || undefined}
            className={`${column} ${width(index === 0)} data-marked:bg-brand-ground`}
          >
            {answer ? (
              <AnswerCell
                answer={answer}
                href={`/stacks/${name}#${id}`}
                label={`${title}: ${asked}${binding.some((one) => here.includes(one)) ? '. It departs from a rule.' : ''}`}
                departs={binding.some((one) => here.includes(one))}
              />
            ) : null}
          </td>
        );
      })}
    </tr>
  );
}
