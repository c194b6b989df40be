/** The handlers, each loaded when it is asked for. */
import type { Handler } from './handler';

const catalog = {
  'challenge-every-401': () => import('./catalog/challenge-every-401'),
  'hide-the-plans': () => import('./catalog/hide-the-plans'),
  'errors-of-bearer': () => import('./catalog/errors-of-bearer'),
} satisfies Record<string, () => Promise<{ default: Handler }>>;

export type HandlerName = keyof typeof catalog;

/** The names of all handlers. */
export const handlerNames = Object.keys(catalog) as readonly HandlerName[];

/** True where there is a handler called `name`. */
export function isHandler(name: string): name is HandlerName {
  return Object.hasOwn(catalog, name);
}

/** The handler called `name`. */
export async function loadHandler(name: HandlerName): Promise<Handler> {
  return (await catalog[name]()).default;
}
