/** The log of a trial, as a response lists it. */

export interface LogLine {
  readonly at: number;
  readonly text: string;
  /** True where a token was used twice, or a client was stopped. */
  readonly isTrouble: boolean;
}

/** The lines that `body` lists under `log`, or none. The log of exchanges cuts long bodies; then the lines that are whole. */
export function logIn(body: string): readonly LogLine[] {
  const begin = body.indexOf('"log": [');
  if (begin < 0) return [];
  const end = body.indexOf('\n  ]', begin);
  const list = body.slice(begin, end < 0 ? body.length : end);
  const texts = [...list.matchAll(/^ {4}("(?:[^"\\]|\\.)*")/gm)].map(([, text]) =>
    String(JSON.parse(text ?? '""')),
  );
  return texts.map((text, at) => ({ at, text, isTrouble: /reuse detected|still sends/.test(text) }));
}
