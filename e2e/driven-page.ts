/** A page of a browser that is driven by WebDriver, by what a person sees of it. */
import { expect } from '@playwright/test';
import type { Transport } from './webdriver';

export type Kind = 'button' | 'link' | 'radio' | 'field' | 'option';

/** Keys that have no character, as WebDriver writes them. */
export const keys = {
  Tab: '\uE004',
  Enter: '\uE007',
  Escape: '\uE00C',
  Control: '\uE009',
  Down: '\uE015',
} as const;

/** The name that the standard gives to a reference of an element (W3C WebDriver §11). */
const elementKey = 'element-6066-11e4-a52e-4f735466cecf';

type Reference = Readonly<Record<typeof elementKey, string>>;

export interface DrivenPage {
  /** Opens a page of the server under test and waits until its program answers. */
  readonly open: (path: string) => Promise<void>;
  readonly reload: () => Promise<void>;
  /** Runs the body of a function in the page. */
  readonly run: (body: string, ...args: unknown[]) => Promise<unknown>;
  /** `within` is text of the form that it stands in. */
  readonly press: (kind: Kind, name: string | RegExp, within?: string) => Promise<void>;
  /** Waits until the title of a button, its full text where it is cut, matches, and gives it. */
  readonly titleOf: (name: string | RegExp, title: RegExp) => Promise<string>;
  /** Empties a field and types into it. */
  readonly fill: (name: string | RegExp, text: string) => Promise<void>;
  /** Presses keys one after the other wherever the focus is; those in a list together. */
  readonly type: (...strokes: (string | readonly string[])[]) => Promise<void>;
  /** Waits until the text of the page says this. */
  readonly says: (text: string | RegExp) => Promise<void>;
  readonly path: () => Promise<string>;
}

/** Finds what is shown, is of a kind, and has a name: what a screen reader would say of it. */
const finder = `
const [kind, source, isExact, within] = arguments;
const selectors = {
  button: 'button', link: 'a[href]', radio: 'input[type=radio]',
  field: 'input:not([type=radio]):not([type=checkbox]), textarea, select', option: '[role=option]',
};
const flat = (text) => (text ?? '').replace(/\\s+/g, ' ').trim();
const nameOf = (element) =>
  element.getAttribute('aria-label') || flat([...(element.labels ?? [])].map((one) => one.textContent).join(' ')) ||
  flat(element.textContent) || element.title;
const pattern = new RegExp(isExact ? '^' + source.replace(/[.*+?^$\{}()|[\\]\\\\]/g, '\\\\$&') + '$' : source);
const isShown = (element) => element.getClientRects().length > 0 && !element.disabled;
const scope = within ? [...document.forms].find((form) => flat(form.textContent).includes(within)) : document;
const match = [...(scope ?? document.createElement('p')).querySelectorAll(selectors[kind])]
  .find((element) => isShown(element) && pattern.test(nameOf(element)));
// A radio is pressed by its label, as people do: WebKit's driver takes a small input for covered.
return (kind === 'radio' ? match?.labels?.[0] : undefined) ?? match ?? null;
`;

/** The page of a session, on the server at `origin`. */
export function drivenPage({ send }: Transport, origin: string): DrivenPage {
  const run = (script: string, ...args: unknown[]) => send('execute', { script, args });
  const started = async () => {
    await expect.poll(() => run('return globalThis.doorman?.isReady === true')).toBe(true);
  };
  const idOf = async (kind: Kind, name: string | RegExp, within = ''): Promise<string> => {
    const args = typeof name === 'string' ? [name, true] : [name.source, false];
    let reference: Reference | null = null;
    const look = async () => {
      reference = (await run(finder, kind, ...args, within)) as Reference | null;
      return reference !== null;
    };
    await expect.poll(look, `the ${kind} ${name}`).toBe(true);
    return (reference as Reference | null)?.[elementKey] ?? '';
  };
  return {
    run,
    async open(path) {
      await send('open', { url: origin + path });
      await started();
    },
    async reload() {
      await send('reload');
      await started();
    },
    async press(kind, name, within) {
      // It may be drawn anew between the look and the press.
      await expect(async () => {
        const id = await idOf(kind, name, within);
        // WebKit's driver scrolls smoothly, and presses before it is there.
        await run("arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })", {
          [elementKey]: id,
        });
        await send('click', { id });
      }).toPass();
    },
    async titleOf(name, title) {
      const read = async () => run('return arguments[0].title', { [elementKey]: await idOf('button', name) });
      await expect.poll(read).toMatch(title);
      return String(await read());
    },
    async fill(name, text) {
      await expect(async () => {
        const id = await idOf('field', name);
        await send('clear', { id });
        await send('type', { id, text: text.replaceAll('\n', keys.Enter) });
        // What was typed while the field was drawn anew may be lost.
        expect(await run('return arguments[0].value', { [elementKey]: id })).toBe(text);
      }).toPass();
    },
    async type(...strokes) {
      const actions = strokes.flatMap((stroke) => {
        const all = typeof stroke === 'string' ? [stroke] : stroke;
        const down = all.map((value) => ({ type: 'keyDown', value }));
        return [...down, ...all.toReversed().map((value) => ({ type: 'keyUp', value }))];
      });
      await send('perform', { actions: [{ type: 'key', id: 'keyboard', actions }] });
    },
    async says(text) {
      const shown = () => run('return document.body.innerText.replace(/\\s+/g, " ")');
      if (typeof text === 'string') await expect.poll(shown).toContain(text);
      else await expect.poll(shown).toMatch(text);
    },
    path: async () => String(await run('return location.pathname + location.search + location.hash')),
  };
}
