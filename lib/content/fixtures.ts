/** Small content files for the tests of what is refused. */
import { ContentError, type Fault } from './content-error';

/** What a writer reads when `read` refuses a file. */
export function errorText(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    if (error instanceof ContentError) return error.message;
    throw error;
  }
  return 'nothing';
}

/** The same, of faults that were found. */
export const toldOf = (faults: readonly Fault[]) =>
  faults.length ? new ContentError(faults).message : 'nothing';

/** One option as YAML. */
export const option = (text: string, more = '') => `      - text: ${text}\n        why: Because.\n${more}`;

/** One item as YAML. */
export const choose = (id: string, options = option('this', '        correct: true\n') + option('that')) => `
  - id: ${id}
    kind: choose
    ask: Which?
    message: "HTTP/1.1 401 Unauthorized"
    rule: RFC 9110 §15.5.2
    options:
${options}    variants:
      - kind: choose
        ask: Which then?
        rule: RFC 9110 §15.5.2
        options:
          - { text: this, why: Because., correct: true }
          - { text: that, why: Because. }
`;
export const six = ['a', 'b', 'c', 'd', 'e', 'f'];

/** A quiz that is right, but for what `first` says. */
export const quiz = (first = choose('a')) =>
  `items:${first}${six
    .slice(1)
    .map((id) => choose(id))
    .join('')}`;
