import { describe, expect, test } from 'vitest';
import { type Guessable, guess, likeliest, placeOf } from './guesser';

const question = (right: string, ...wrong: readonly string[]): Guessable => ({
  name: 'q',
  options: [{ text: right, correct: true }, ...wrong.map((text) => ({ text, correct: false }))],
});
const moved = ({ name, options }: Guessable, place: number): Guessable => {
  const [right, ...wrong] = options;
  return { name, options: right ? [...wrong.slice(0, place), right, ...wrong.slice(place)] : [] };
};

describe('a guesser', () => {
  test.each([
    ['longest', question('a long one', 'short', 'brief')],
    ['shortest', question('short', 'a long one', 'another one')],
    ['first', question('one', 'two', 'six')],
    ['second', moved(question('one', 'two', 'six'), 1)],
    ['last', moved(question('one', 'two', 'six', 'ten'), 3)],
    ['takes a reason', question('No, because it is late', 'It is not late, and never was', 'It is late')],
    ['takes no reason', question('It is late', 'It came late, so it is', 'It is since it was')],
    ['takes no distractor word', question('It may be', 'It is always', 'It is never')],
    ['takes a distractor word', question('It is never', 'It may be', 'It can be')],
    [
      'takes no distractor word, takes a reason, shortest',
      question('No, since', 'Never', 'Yes, because it is so', 'Yes'),
    ],
  ])('that goes by “%s” finds what it goes by', (name, asked) => {
    expect(guess([asked]).scores[name]).toBe(1);
    expect(guess([asked]).best.score).toBe(1);
  });

  test('draws by lot among options that look alike to it', () => {
    const { chance, scores } = guess([question('same', 'size', 'a longer one')]);
    expect(chance).toBeCloseTo(1 / 3);
    expect(scores.shortest).toBe(0.5);
    expect(scores.longest).toBe(0);
    expect(scores['takes a reason']).toBeCloseTo(1 / 3);
  });

  test('does not count the backticks of code', () => {
    expect(guess([question('`abc`', 'abcd', 'abcd')]).scores.longest).toBe(0);
  });
});

test('what is likeliest is known with its share, and where the right option stands', () => {
  expect(likeliest(['401', '403', '401', '200'])).toEqual({ value: '401', share: 0.5 });
  expect(placeOf(moved(question('one', 'two', 'six'), 1))).toBe(1);
});
