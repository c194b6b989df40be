import { compareChallenges } from '@/lib/quiz/build';
import type { BuildQuestion } from '@/lib/quiz/question';
import type { FieldsProps } from './fields-props';
import { LineInput } from './LineInput';
import { OptionBox } from './OptionBox';
import { Verdict } from './Verdict';

/** The answer of a server: a status, and the line that may have to come with it, compared by what it means. */
export function BuildFields({ question, name, given, answered, onGive }: FieldsProps<BuildQuestion>) {
  const { status: chosen, line } = given;
  const id = `${name}-line`;
  return (
    <div className="space-y-4">
      <fieldset>
        <legend className="mb-1.5 text-[0.9375rem] text-soft">The status that you answer</legend>
        <div className="space-y-2">
          {question.statuses.map(({ status, reason, why, correct, belief }) => {
            const key = String(status);
            const option = {
              key,
              text: `${status} ${reason}`.trim(),
              why,
              correct,
              ...(belief && { belief }),
            };
            return (
              <OptionBox
                key={key}
                option={option}
                chosen={key === chosen}
                answered={answered}
                input={{
                  type: 'radio',
                  name: `${name}-status`,
                  required: true,
                  onChange: () => onGive({ ...given, status: key }),
                }}
              />
            );
          })}
        </div>
      </fieldset>
      <div>
        <label htmlFor={id} className="mb-1.5 block text-[0.9375rem] text-soft">
          Its WWW-Authenticate line; leave it empty if the answer needs none
        </label>
        <LineInput
          id={id}
          name={`${name}-line`}
          readOnly={answered}
          value={line}
          // The progress keeps 500 characters of an answer, the status among them.
          maxLength={490}
          onChange={({ target }) => onGive({ ...given, line: target.value })}
        />
        {answered ? <ChallengeVerdict question={question} line={line} /> : null}
      </div>
    </div>
  );
}

function ChallengeVerdict({ question, line }: { readonly question: BuildQuestion; readonly line: string }) {
  const { challenge } = question;
  const compared = compareChallenges(line, question);
  const real = challenge ? `WWW-Authenticate: ${challenge}` : '';
  if (compared.same) {
    const why = real
      ? 'It means the same as the line of the real server.'
      : line.trim()
        ? 'The real server sends no challenge here, and a server may (RFC 9110 §11.6.1).'
        : 'The real server sends no challenge here either.';
    return <Verdict right chosen why={why} />;
  }
  return (
    <>
      <Verdict right={false} chosen why={compared.difference} />
      {real ? (
        <span className="mt-3 block rounded-lg border border-brand bg-brand-ground px-3.5 py-2.5">
          <code className="text-wire wrap-wire">{real}</code>
        </span>
      ) : null}
    </>
  );
}
