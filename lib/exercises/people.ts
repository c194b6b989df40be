/** The example people, Ada, Grace and Alan, with passwords that differ in every attempt. */
import type { Attempt } from './exercise';

const adjectives =
  'amber brisk calm coral dusty eager fuzzy gentle hazel ivory jolly kind lucky mellow nimble olive plain quiet rusty salty tidy velvet witty zesty'.split(
    ' ',
  );
const nouns =
  'acorn badger candle donkey easel ferry goblet hammock island jigsaw kettle lantern magnet noodle otter pebble quiver ribbon saddle teapot umbrella violin walnut zipper'.split(
    ' ',
  );

export interface Person {
  readonly username: string;
  readonly password: string;
}

/** Ada, Grace or Alan with a password of this attempt, such as `velvet-otter-42`. */
export async function person(attempt: Attempt, name: 'ada' | 'grace' | 'alan'): Promise<Person> {
  return { username: name, password: await toyWords(attempt, `password of ${name}`) };
}

/** Words that look like a toy and are always the same for one attempt and label. */
export async function toyWords(attempt: Attempt, label: string): Promise<string> {
  const [first = 0, second = 0, third = 0] = await attempt.derive(label, 3);
  const pick = (words: string[], at: number) => words[at % words.length];
  return `${pick(adjectives, first)}-${pick(nouns, second)}-${10 + (third % 90)}`;
}

/** A key or opaque token that looks like a toy: `toy-` and 24 letters and digits. */
export async function toyKey(attempt: Attempt, label: string): Promise<string> {
  const bytes = await attempt.derive(label, 24);
  const letters = 'abcdefghijkmnpqrstuvwxyz23456789';
  return `toy-${Array.from(bytes, (byte) => letters[byte % letters.length]).join('')}`;
}
