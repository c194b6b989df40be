/** What is recorded of the code that a learner writes as the server. Only pages with a handler load it. */
import { emptyProgress, type HandlerEntry, longestProgram, type Progress } from './progress';
import { store } from './record';

/** The code of a handler as it is being written. Call it debounced; longer code than `longestProgram` is not kept. */
export function saveProgram(name: string, program: string): void {
  store.change((_, at) =>
    program.length > longestProgram ? emptyProgress : handler(name, { program: { value: program, at } }),
  );
}

/** The code of a handler answered the whole suite; `right` where every answer was. */
export function recordSuite(name: string, right: boolean): void {
  store.change((_, at) => handler(name, { tried: at, ...(right && { solved: at }) }));
}

function handler(name: string, entry: HandlerEntry): Progress {
  return { ...emptyProgress, handlers: { [name]: entry } };
}
