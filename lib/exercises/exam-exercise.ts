/** What every exam is: incidents that are drawn for an attempt, and a badge for all of them. */
import { get, send, sendJson, unsigned } from './drafts';
import { exam } from './exam';
import { type Ask, type Attempt, defineExercise, type Exercise, type Mistake, type Wallet } from './exercise';
import type { Incident } from './incident';
import { incidentPool } from './incident-pool';

interface Board {
  readonly incidents: readonly { readonly path: string }[];
}

/** The paths of the incidents of an attempt, as its board lists them. */
export const listed = async (ask: Ask) => (JSON.parse((await ask(get('/'))).body) as Board).incidents;

/** Sends what mends each incident of this attempt, but for the last `left`. */
async function fixAll(wallet: Wallet, ask: Ask, left = 0): Promise<void> {
  const incidents = await listed(ask);
  for (const { path } of incidents.slice(0, incidents.length - left)) {
    const incident = incidentPool.find(({ captured }) => captured({}).path === path);
    if (incident) await ask(await incident.fix(wallet, ask));
  }
}

const forget = (ask: Ask) => ask(send('DELETE', '/progress'));

async function badge(wallet: Wallet, ask: Ask): Promise<string> {
  await fixAll(wallet, ask);
  const { badge = '' } = JSON.parse((await ask(get('/badge'))).body) as { badge?: string };
  return badge;
}

/** The badge with one letter of its signature changed. */
function altered(text: string): string {
  const at = text.lastIndexOf('.') + 1;
  return text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1);
}

export interface ExamParts {
  readonly title: string;
  readonly task: string;
  readonly minutes: number;
  readonly draw: (attempt: Attempt) => Promise<readonly Incident[]>;
  /** Mistakes that this exam has besides those of all exams. */
  readonly mistakes?: readonly Mistake[];
}

/** An exam as an exercise: the three hints and the mistakes of all exams are the same. */
export function examExercise({ title, task, minutes, draw, mistakes = [] }: ExamParts): Exercise {
  return defineExercise({
    title,
    task,
    level: 3,
    minutes,
    exam: true,
    goal: { status: 200, method: 'GET', path: '/badge' },
    hints: [
      'Take one incident at a time. Send it as it was captured, and read the response before you change anything.',
      'Can it be read, was a user recognised, may this user do it? Fix the first of these that fails. A 404 may hide a refusal of the third gate.',
      'Change ____ line of the request and leave the rest as it is. You have more credentials than you need, and a JWT says what it is for.',
    ],
    resource: async (attempt) => exam(title, await draw(attempt), attempt),
    start: () => get('/badge'),
    solution: async (wallet, ask) => {
      await fixAll(wallet, ask);
      return get('/badge');
    },
    mistakes: [
      {
        name: 'the badge before the work',
        draft: async (_wallet, ask) => {
          await forget(ask);
          return get('/badge');
        },
        status: 403,
        fails: 'every incident is solved',
        misconception: 'signing-in-is-enough',
      },
      {
        name: 'all but one',
        draft: async (wallet, ask) => {
          await forget(ask);
          await fixAll(wallet, ask, 1);
          return get('/badge');
        },
        status: 403,
        fails: 'every incident is solved',
        misconception: 'retry-until-it-works',
      },
      {
        name: 'an incident that was not drawn',
        draft: async () => get('/cellar'),
        status: 404,
        misconception: '404-means-a-typo',
      },
      {
        name: 'a badge that was changed',
        draft: async (wallet, ask) => sendJson('/badge/verify', { badge: altered(await badge(wallet, ask)) }),
        status: 422,
        fails: 'the badge was signed by this server',
        misconception: 'a-jwt-can-be-edited',
      },
      {
        name: 'a badge that claims to need no signature',
        draft: async (wallet, ask) =>
          sendJson('/badge/verify', { badge: unsigned(await badge(wallet, ask)) }),
        status: 422,
        fails: 'the badge was signed by this server',
        misconception: 'a-jwt-can-be-edited',
      },
      {
        name: 'the badge as plain text',
        draft: async (wallet, ask) => ({
          method: 'POST',
          path: '/badge/verify',
          fields: [],
          body: await badge(wallet, ask),
        }),
        status: 400,
        fails: 'the content is a badge',
      },
      {
        name: 'the badge, checked',
        draft: async (wallet, ask) => sendJson('/badge/verify', { badge: await badge(wallet, ask) }),
        status: 200,
      },
      ...mistakes,
    ],
  });
}
