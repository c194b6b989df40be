import { Inline } from '@/components/ui/Inline';
import { TableFrame } from '@/components/ui/TableFrame';
import { binds, departuresOf } from '@/lib/stacks/departures';
import { questions, type StackRecord } from '@/lib/stacks/record';
import { AnswerCell } from './answer-cell';
import './stacks.css';

/** Stacks by questions. On a phone it shows one question at a time; the filters choose which. */
export function StackTable({ records }: { readonly records: readonly StackRecord[] }) {
  return (
    <TableFrame>
      <table className="stacks">
        <caption className="sr-only">What each stack answers to each request</caption>
        <thead>
          <tr>
            <th scope="col">Stack</th>
            {questions.map(({ id, title, short }) => (
              <th key={id} scope="col" data-question={id} title={title}>
                {short}
              </th>
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

function StackRow({ record }: { readonly record: StackRecord }) {
  const { name, title, language, variants } = record;
  const departures = departuresOf(record);
  return (
    <tr data-language={language} data-departures={ids(departures)}>
      <th scope="row">
        <a href={`/stacks/${name}`} className="link">
          <Inline text={title} />
        </a>
        <small>{language}</small>
      </th>
      {questions.map(({ id }) => {
        const answer = variants[0].answers[id];
        const here = departures.filter((departure) => departure.questions.includes(id));
        return (
          <td key={id} data-question={id} data-departures={ids(here) || undefined}>
            {answer ? (
              <AnswerCell answer={answer} href={`/stacks/${name}#${id}`} departs={here.some(binds)} />
            ) : null}
          </td>
        );
      })}
    </tr>
  );
}

const ids = (departures: readonly { readonly id: string }[]) => departures.map(({ id }) => id).join(' ');
