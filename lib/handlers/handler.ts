/** A learner writes the code of a server, and a suite of requests attacks it. One file in `catalog` declares one. */
import type { Asking, ResourceData } from '@/lib/practice/resource';

/** A function that chooses a whole number from 0 up to and without `below`. */
export type Choose = (below: number) => number;

/** What the code finds as a constant: plain data. */
export type Given = string | number | boolean | null | readonly Given[] | { readonly [name: string]: Given };

/** One request of a suite, and the resource that it is for. */
export interface Case {
  /** What is special about it, in a few words; no two cases of a suite have the same. */
  readonly name: string;
  readonly request: Asking;
  readonly resource: ResourceData;
  /** What the right answer has in its body, where the request gets through; no refusal may have it. */
  readonly content: string;
  /** The name of another case: the two answers may not differ. */
  readonly like?: string;
  /** True where no cache may keep the answer. */
  readonly unstored?: boolean;
}

/** The requests of one run. Names and passwords are made anew each time, so that no code can know them. */
export interface Suite {
  /** The constants that the code finds, by their names. */
  readonly given: Readonly<Record<string, Given>>;
  readonly cases: readonly Case[];
}

/** A wrong program, and the cases that tell it. */
export interface WrongProgram {
  readonly name: string;
  readonly program: string;
  /** The name of a case that it fails. */
  readonly fails: string;
  /** The check that fails there. */
  readonly check: string;
}

export interface Handler {
  readonly title: string;
  /** The task in at most 60 words; `backticks` mark code. */
  readonly task: string;
  /** What the code may use besides the request, a line for each: `name`: what it is. */
  readonly uses: readonly string[];
  /** How long it takes, in minutes. The minutes of a lesson do not contain it. */
  readonly minutes: number;
  /** The program that stands there first. It answers, and not rightly. */
  readonly start: string;
  readonly solution: string;
  /** At least five. */
  readonly mistakes: readonly WrongProgram[];
  readonly suite: (choose: Choose) => Suite;
}

/** Declares a handler. Throws where a suite of it names two cases alike, or a case that is not there. */
export function defineHandler(handler: Handler): Handler {
  const { cases } = handler.suite(() => 0);
  const names = new Set(cases.map(({ name }) => name));
  if (names.size !== cases.length) throw new Error(`${handler.title}: two cases have the same name`);
  for (const { name, like } of cases) {
    if (like !== undefined && !names.has(like))
      throw new Error(`${name} is like ${like}, which is not there`);
  }
  return handler;
}
