import { type Check, failed, passed, type Step } from '@/lib/http-auth/decision';
import type { Policy } from '@/lib/http-auth/policies';
import { basic } from '@/lib/http-auth/schemes/basic/basic';
import { member, readJsonObject } from '@/lib/http-auth/schemes/strict-json';
import { basicLine, get, send, sendJson } from '../drafts';
import { type Ask, type Call, defineExercise, type Reply, type Wallet } from '../exercise';
import { person } from '../people';
import { roleTable } from '../role-table';

type Names = 'ada-username' | 'ada-password' | 'alan-username' | 'alan-password';

const path = '/book/7';
const life = 4 * 3_600_000;

const open: Check = {
  stage: 'authorization',
  check: 'the book is not archived',
  failure: 'the book is archived',
  rule: 'RFC 9110 §15.5.4',
};
const readable: Check = {
  stage: 'syntax',
  check: 'archived is true or false',
  failure: 'the member archived is neither true nor false',
  rule: 'RFC 9110 §15.5.1',
};

const roles = roleTable({ editor: ['GET', 'POST', 'DELETE'], administrator: ['GET', 'POST', 'DELETE'] });

/** Roles first; then, whoever asks, nothing in an archived book changes. */
const unlessArchived: Policy = {
  checks: [...roles.checks, open],
  async judge(principal, message, note, env) {
    const verdict = await roles.judge(principal, message, note, env);
    if (!verdict.granted || message.method === 'GET' || message.method === 'HEAD') return verdict;
    const archived = (await env.recall('archived')) !== 'false';
    if (!archived) {
      note(passed(open, 'open'));
      return { granted: true };
    }
    const expected = 'an open book; an editor opens it with POST /book and {"archived": false}';
    note(failed(open, 'a book that is archived, so read-only for everybody', expected));
    return { granted: false };
  },
};

async function setArchived({ message, env }: Call): Promise<Reply> {
  const read = readJsonObject(message.body);
  const archived = read.ok ? member(read.object, 'archived') : undefined;
  const trace = (step: Step) => ({ trace: [step] });
  if (typeof archived !== 'boolean') {
    const saw = read.ok ? 'no archived that is true or false' : read.saw;
    return { status: 400, ...trace(failed(readable, saw, '{"archived": false}')) };
  }
  await env.remember('archived', String(archived), new Date(env.now().getTime() + life));
  return { status: 200, content: { archived: archived }, ...trace(passed(readable, String(archived))) };
}

const ada = (w: Wallet<Names>) => basicLine(w, 'ada');
const alan = (w: Wallet<Names>) => basicLine(w, 'alan');
const archive = (w: Wallet<Names>, ask: Ask, archived: boolean) =>
  ask(sendJson('/book', { archived }, ada(w)));

export default defineExercise<Names>({
  title: 'A 403 that no role can change',
  task: 'Ada is an editor, but the server refuses to delete page 7 of the old cookbook. Alan is an administrator; you have his credentials, too. Find out why the server refuses, and delete the page.',
  level: 2,
  goal: { status: 200, method: 'DELETE', path },
  hints: [
    'The body lists two checks of the third gate. Which of them passed, and which failed?',
    'The third gate refused Ada, but not because of her role. Change the thing that the failed check is about. Another person does not help.',
    'POST /book with {"archived": ____} and the credentials of an editor; then the same DELETE as before.',
  ],
  async resource(attempt) {
    const [first, other] = [await person(attempt, 'ada'), await person(attempt, 'alan')];
    return {
      realm: 'cookbook',
      schemes: [
        basic({
          accounts: [
            { ...first, principal: { name: 'ada', roles: ['editor'] } },
            { ...other, principal: { name: 'alan', roles: ['administrator'] } },
          ],
        }),
      ],
      routes: {
        [path]: {
          policy: unlessArchived,
          methods: ['GET', 'DELETE'],
          content: { page: 7, recipe: 'Eel in aspic' },
        },
        '/book': { policy: roles, methods: ['POST'], handle: setArchived },
      },
      wallet: async () => ({
        'ada-username': { label: "Ada's user name", value: first.username },
        'ada-password': { label: "Ada's password", value: first.password },
        'alan-username': { label: "Alan's user name", value: other.username },
        'alan-password': { label: "Alan's password", value: other.password },
      }),
    };
  },
  start: (w) => send('DELETE', path, ada(w)),
  solution: async (w, ask) => {
    await archive(w, ask, false);
    return send('DELETE', path, ada(w));
  },
  reasons: [
    'The book is archived, so nobody may delete a page of it; an editor may take it out of the archive.',
    'The book is no longer archived, so the same request as before is allowed now.',
  ],
  mistakes: [
    {
      name: 'Ada once more',
      async draft(w, ask) {
        await archive(w, ask, true);
        return send('DELETE', path, ada(w), ['Cache-Control', 'no-cache']);
      },
      status: 403,
      fails: 'the book is not archived',
      misconception: 'log-in-again',
    },
    {
      name: 'Alan in place of Ada',
      async draft(w, ask) {
        await archive(w, ask, true);
        return send('DELETE', path, alan(w));
      },
      status: 403,
      fails: 'the book is not archived',
      misconception: 'a-bigger-role-cures-every-403',
    },
    {
      name: 'Ada reads the page',
      draft: (w) => get(path, ada(w)),
      status: 200,
    },
    {
      name: 'the book opened, the page forgotten',
      draft: (w) => sendJson('/book', { archived: false }, ada(w)),
      status: 200,
    },
    {
      name: 'nobody opens the book',
      draft: () => sendJson('/book', { archived: false }),
      status: 401,
      fails: 'credentials are presented',
      misconception: 'unauthorized-means-not-allowed',
    },
    {
      name: 'an archived that is neither',
      draft: (w) => sendJson('/book', { archived: 'no' }, ada(w)),
      status: 400,
      fails: 'archived is true or false',
    },
    {
      name: 'the archive opened in the query',
      async draft(w, ask) {
        await archive(w, ask, true);
        return send('DELETE', `${path}?archived=false`, ada(w));
      },
      status: 403,
      fails: 'the book is not archived',
      misconception: 'the-client-says-who-it-is',
    },
  ],
});
