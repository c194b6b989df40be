// Asks a stack every question in each of its variants, and makes the record of it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { alwaysVolatile } from './compare.mjs';
import { start, Trouble, versionsOf } from './program.mjs';
import { passwords, questions } from './questions.mjs';
import { logIn, loginForm } from './session.mjs';
import { exchange, NoAnswer, requestText, storable } from './wire.mjs';

const paths = {
  private: '/private',
  admin: '/admin',
  hidden: '/hidden',
  unknown: '/nothing-here',
  transfer: '/transfer',
  login: '/login',
};

/**
 * Records a stack anew. Throws a Trouble where it does not start, hangs, or answers nothing.
 * @param {import('./declaration.mjs').Stack} stack
 */
export async function recordStack(stack) {
  /** @type {Record<string, Record<string, unknown>>} */
  const answers = {};
  for (const variant of Object.keys(stack.variants)) answers[variant] = await askAll(stack, variant);
  return {
    name: stack.name,
    title: stack.title,
    language: stack.language,
    kind: stack.kind,
    from: stack.from,
    recorded: new Date().toISOString().slice(0, 10),
    versions: versionsOf(stack),
    schemes: stack.door.schemes,
    chosenByProgram: stack.chosenByProgram,
    volatile: [...alwaysVolatile, ...stack.volatile],
    program: Object.fromEntries(
      stack.program.map((file) => [file, readFileSync(join(stack.folder, file), 'utf8')]),
    ),
    variants: Object.fromEntries(
      Object.entries(stack.variants).map(([name, { title, door: resource }]) => [
        name,
        { title, schemes: resource?.schemes ?? stack.door.schemes },
      ]),
    ),
    answers,
  };
}

/** @param {import('./declaration.mjs').Stack} stack @param {string} variant */
async function askAll(stack, variant) {
  const changed = /** @type {Partial<typeof stack.door>} */ (stack.variants[variant]?.door ?? {});
  const resource = /** @type {import('./questions.mjs').ProgramResource & { login: any }} */ ({
    ...stack.door,
    ...changed,
    paths: { ...paths, ...stack.door.paths, ...changed.paths },
  });
  const { port, stop } = await start(stack, variant);
  /** @type {Record<string, unknown>} */
  const answers = {};
  try {
    for (const { id, ask } of questions) {
      const reason = stack.variants[variant]?.notApplicable[id] ?? stack.notApplicable[id];
      const asked = reason ? { notApplicable: reason } : ask(resource.paths, resource);
      answers[id] = 'notApplicable' in asked ? asked : await send(port, resource, asked);
    }
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error;
    const last = questions[Object.keys(answers).length];
    throw new Trouble(`${variant}, ${last?.title}: ${error.message}`);
  } finally {
    await stop();
  }
  const good = /** @type {any} */ (answers.good);
  if (good.response && !/^HTTP\/1\.[01] 2/.test(good.response)) {
    throw new Trouble(
      `${variant}: it refuses its own good credentials with ${good.response.split('\r\n')[0]}.`,
    );
  }
  return answers;
}

/** @param {number} port @param {any} resource @param {import('./questions.mjs').Ask} ask */
async function send(port, resource, ask) {
  /** @type {{ request: string, response: unknown }[]} */
  let before = [];
  let whole = ask;
  if (ask.form) {
    const form = await loginForm(port, resource, ask.form);
    before = form.before;
    whole = form.ask;
  } else if (ask.login) {
    const session = await logIn(port, resource, { username: ask.login, password: passwords[ask.login] });
    before = session.before;
    whole = { ...ask, lines: [...session.lines, ...ask.lines] };
  }
  const request = requestText(whole, resource.proxy);
  const response = storable(await exchange(port, request));
  return { ...(before.length ? { before } : {}), request, response };
}
