/** What a quiz may name, and what the messages it shows must hold. */
import { parseChallenges } from '@/lib/http-auth/grammar';
import type { Fault } from './content-error';
import { draftFaults, type Known, type Place, unknown } from './known';
import { draftsNamed, misconceptionsNamed, type QuizItem, showsMessage } from './question-kinds';
import { versionsOf } from './quiz';

/** Faults of one quiz against everything else. */
export function quizFaults(file: string, items: readonly QuizItem[], knownNames: Known): Fault[] {
  const shown = items.filter(showsMessage).length;
  const few = shown * 5 < items.length * 3;
  return [
    ...(few
      ? [
          {
            file,
            reason: `${shown} of ${items.length} questions show a message.`,
            advice:
              'At least three in five show one: give them “exchange” or “message”, or ask a lie or a build.',
          },
        ]
      : []),
    ...items.flatMap((item, index) =>
      versionsOf(item).flatMap(({ key, question }) => {
        const at = { file, key: `items[${index}]${key} (${item.id})` };
        return [
          ...misconceptionsNamed(question)
            .filter((id) => !Object.hasOwn(knownNames.misconceptions, id))
            .map((id) => unknown(at, 'misconception', id, 'content/misconceptions.yaml')),
          ...draftsNamed(question).flatMap(({ exercise, draft }) =>
            draftFaults(at, exercise, draft, knownNames),
          ),
          ...('message' in question && !question.malformed
            ? challengeFaults(at, question.message ?? '')
            : []),
        ];
      }),
    ),
  ];
}

function challengeFaults(at: Place, message: string): Fault[] {
  return [...message.matchAll(/^(?:WWW|Proxy)-Authenticate:(.*)$/gim)].flatMap(([line, value = '']) => {
    const read = parseChallenges(value.trim());
    if (read.ok && read.value.length) return [];
    const fault = read.ok ? 'there is none' : `at offset ${read.offset}, ${read.expected} is expected`;
    const reason = `“${line}” is not a list of challenges: ${fault}.`;
    return [{ ...at, reason, advice: 'Mend it, or say “malformed: true” where it is wrong on purpose.' }];
  });
}
