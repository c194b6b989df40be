import { Inline } from '@/components/ui/Inline';
import { compareFieldLines, knownMistake } from '@/lib/quiz/field-line';
import type { FieldQuestion } from '@/lib/quiz/question';
import type { FieldsProps } from './fields-props';
import { LineInput } from './LineInput';
import { Verdict } from './Verdict';

/** A whole field line to be typed. Compared by what it means; a wrong one is read, and the difference named. */
export function FieldLineFields({ question, name, given, answered, onGive }: FieldsProps<FieldQuestion>) {
  const { answer, why, mistakes } = question;
  const id = `${name}-line`;
  return (
    <div>
      <label htmlFor={id} className="mb-1.5 block text-[0.9375rem] text-soft">
        The whole header line
      </label>
      <LineInput
        id={id}
        name={name}
        required
        readOnly={answered}
        value={given.line}
        onChange={(event) => onGive({ kind: 'field', line: event.target.value })}
      />
      {answered ? <Comparison line={given.line} answer={answer} why={why} mistakes={mistakes} /> : null}
    </div>
  );
}

function Comparison({
  line,
  answer,
  why,
  mistakes,
}: Pick<FieldQuestion, 'answer' | 'why' | 'mistakes'> & { line: string }) {
  const compared = compareFieldLines(line, answer);
  if (compared.same) return <Verdict right chosen why={why} />;
  const mistake = knownMistake(line, mistakes);
  return (
    <>
      <Verdict right={false} chosen why={mistake?.why ?? compared.difference} belief={mistake?.belief} />
      <span className="mt-3 block rounded-lg border border-brand bg-brand-ground px-3.5 py-2.5">
        <code className="text-wire wrap-wire">{answer}</code>
        <span className="mt-1 block text-[0.9375rem] text-soft">
          <Inline text={why} />
        </span>
      </span>
      {mistakes.length > (mistake ? 1 : 0) ? (
        <details className="mt-3 text-[0.9375rem]">
          <summary className="w-fit rounded-sm text-soft">Common mistakes here</summary>
          <ul className="mt-2 space-y-2">
            {mistakes
              .filter((other) => other !== mistake)
              .map((other) => (
                <li key={other.text}>
                  <code className="text-wire wrap-wire">{other.text}</code>
                  <span className="block text-soft">
                    <Inline text={other.why} />
                  </span>
                </li>
              ))}
          </ul>
        </details>
      ) : null}
    </>
  );
}
