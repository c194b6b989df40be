import { describe, expect, test } from 'vitest';
import { buildFaults } from '@/lib/figures/check-builds';
import { choose, errorText, quiz, six, toldOf } from './fixtures';
import { readQuiz } from './quiz';

const variant =
  '    variants: [{ kind: order, ask: Order, rule: RFC 9110 §15.5, steps: [{ text: a, why: b }, { text: b, why: b }, { text: c, why: b }] }]\n';
const item = (kind: string, rest: string) => `
  - id: a
    kind: ${kind}
    ask: Which realm, “x”, and which scope, do:it?
    rule: RFC 9110 §15.5.2
${rest}${variant}`;

const right = '      - { text: this, why: Because., correct: true }\n';
const wrong = '      - { text: that, why: Because. }\n';
const several = (options: string) => item('several', `    options:\n${options}`);
const message = ['HTTP/1.1 401 Unauthorized', 'WWW-Authenticate: Basic realm="x"', 'Server: gate', 'Age: -1'];
const lie = (line: string, others: readonly string[]) =>
  item(
    'lie',
    `    message: |\n${message.map((text) => `      ${text}\n`).join('')}    lie: '${line}'
    why: Because.
    lines:
${others.map((text) => `      - { line: '${text}', why: Because. }\n`).join('')}`,
  );
const build = (statuses: readonly number[], more = '') =>
  item(
    'build',
    `    request: { exercise: first-401, draft: start }
    why: Because.
    statuses:
${statuses.map((status) => `      - { status: ${status}, why: Because. }\n`).join('')}${more}`,
  );
const [start = '', , server = '', age = ''] = message;

describe('a quiz of every kind', () => {
  test.each([
    ['several', several(right.repeat(2) + wrong)],
    ['lie', lie(age, [start, server])],
    ['build', build([200, 403], '    must: [realm]\n')],
    ['choose about something', choose('a').replace('kind: choose\n', 'kind: choose\n    about: next-step\n')],
    [
      'an exchange of which one side is shown',
      choose('a').replace(
        'message: "HTTP/1.1 401 Unauthorized"',
        'exchange: { exercise: first-401, draft: start, only: response }',
      ),
    ],
    ['one right option of several', several(right + wrong.repeat(2))],
  ])('with %s is read', (_, first) => {
    expect(readQuiz('10-a-lesson', quiz(first)).map(({ id }) => id)).toEqual(six);
  });

  test.each([
    ['no right option of several', several(wrong.repeat(3)), 'options', 'No option is marked'],
    ['no wrong option of several', several(right.repeat(3)), 'options', 'nothing can be missed'],
    ['two options of several', several(right.repeat(2)), 'options', 'at least 3 is wanted'],
    [
      'a lie that stands nowhere',
      lie('Age: -2', [start, server]),
      'lie',
      '“Age: -2” stands nowhere in the message',
    ],
    [
      'a line with a space too many',
      lie(age, [start, ` ${server}`]),
      'lines[1].line',
      'stands nowhere in the message',
    ],
    ['the lie among the lines', lie(age, [start, age]), 'lines[1].line', 'can be picked already'],
    ['one line beside the lie', lie(age, [start]), 'lines', 'List at least two other lines'],
    [
      'a lie without a message',
      item('lie', '    lie: x\n    why: y\n    lines: []\n'),
      'message',
      'It is missing',
    ],
    ['a status twice', build([403, 403]), 'statuses[1].status', '403 is offered already'],
    ['one wrong status', build([403]), 'statuses', 'at least 2 is wanted'],
    ['no status of HTTP', build([403, 42]), 'statuses[1].status', 'at least 100 is wanted'],
    [
      'a message beside the request',
      build([200, 403], '    message: x\n'),
      'items[0]',
      'Unknown key: message',
    ],
    [
      'what it cannot be about',
      choose('a').replace('kind: choose\n', 'kind: choose\n    about: history\n'),
      'items[0].about',
      '→ Write one of: definition, bound, next-step, status',
    ],
    [
      'an exchange of half a side',
      choose('a').replace(
        'message: "HTTP/1.1 401 Unauthorized"',
        'exchange: { exercise: first-401, draft: start, only: head }',
      ),
      'items[0].exchange.only',
      '→ Write one of: request, response',
    ],
  ])('with %s is refused, with key, reason and what to do', (_, first, where, reason) => {
    const text = errorText(() => readQuiz('10-a-lesson', quiz(first)));
    expect(text).toContain('content/lessons/10-a-lesson/quiz.yaml:');
    expect(text).toContain(where);
    expect(text).toContain(reason);
    expect(text).toContain('→ ');
    expect(text).not.toMatch(/"code"|invalid_/);
  });

  test('may ask for one definition', () => {
    const text = quiz().replaceAll('\n    kind: choose\n', '\n    kind: choose\n    about: definition\n');
    const message = errorText(() => readQuiz('10-a-lesson', text));
    expect(message).toContain('items[1].about');
    expect(message).toContain('items[0] asks for a definition already');
    expect(message).toContain('The content has 5 faults');
  });
});

describe('a build against what the server answers', () => {
  const faults = async (
    statuses: readonly number[],
    real: { status: number; challenge: string },
    more = '',
  ) =>
    toldOf(
      await buildFaults('quiz.yaml', readQuiz('10-a-lesson', quiz(build(statuses, more))), async () => real),
    );
  const real = { status: 401, challenge: 'Bearer realm="x", scope="do:it", nonce="abc"' };

  test('has nothing to say where it is right', async () => {
    expect(await faults([200, 403], real)).toBe('nothing');
    expect(await faults([200, 401], { status: 403, challenge: '' })).toBe('nothing');
  });

  test.each([
    ['the right status among the wrong ones', [200, 401], real, '', '401 stands among the wrong statuses'],
    ['a parameter that is not there', [200, 403], real, '    must: [realm, error]\n', '“must” names error'],
    [
      'a realm that nobody can know',
      [200, 403],
      { status: 401, challenge: 'Basic realm="my house"' },
      '',
      'The challenge has realm="my house", and “ask” does not say so',
    ],
    [
      'a scope that nobody can know',
      [200, 403],
      { status: 403, challenge: 'Bearer realm="x", scope="do:it undo:it"' },
      '',
      'The challenge has scope="do:it undo:it"',
    ],
  ])('with %s is refused', async (_, statuses, answer, more, reason) => {
    const text = await faults(statuses, answer, more);
    expect(text).toContain('quiz.yaml · items[0] (a)');
    expect(text).toContain(reason);
    expect(text).toContain('→ ');
  });
});
