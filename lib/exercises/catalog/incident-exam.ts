import { get, send, sendJson, unsigned } from '../drafts';
import { exam } from '../exam';
import { type Ask, defineExercise, type Wallet } from '../exercise';
import { incidentPool } from '../incident-pool';

interface Board {
  readonly incidents: readonly { readonly path: string }[];
}

const listed = async (ask: Ask) => (JSON.parse((await ask(get('/'))).body) as Board).incidents;

/** Sends what mends each incident of this attempt, but for the last `left`. */
async function mendAll(wallet: Wallet, ask: Ask, left = 0): Promise<void> {
  const incidents = await listed(ask);
  for (const { path } of incidents.slice(0, incidents.length - left)) {
    const incident = incidentPool.find(({ captured }) => captured({}).path === path);
    if (incident) await ask(await incident.mended(wallet, ask));
  }
}

const forget = (ask: Ask) => ask(send('DELETE', '/progress'));

async function badge(wallet: Wallet, ask: Ask): Promise<string> {
  await mendAll(wallet, ask);
  const { badge = '' } = JSON.parse((await ask(get('/badge'))).body) as { badge?: string };
  return badge;
}

/** The badge with one letter of its signature changed. */
function altered(text: string): string {
  const at = text.lastIndexOf('.') + 1;
  return text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1);
}

export default defineExercise({
  title: 'The night shift',
  task: 'Six incidents came in. GET / shows each one: what people say, and the request that failed. Send each request so that it succeeds, with any client you like. When all six are solved, GET /badge gives you the badge.',
  level: 3,
  minutes: 20,
  exam: true,
  goal: { status: 200, method: 'GET', path: '/badge' },
  hints: [
    'Take one incident at a time. Send it as it was captured, and read the response before you change anything.',
    'Can it be read, was somebody recognised, may they? Fix the first of these that fails. A 404 may hide a refusal of the third gate.',
    'Change ____ line of the request and leave the rest as it is. You have more credentials than you need, and a JWT says what it is for.',
  ],
  door: (attempt) => exam(incidentPool, attempt),
  start: () => get('/badge'),
  solution: async (wallet, ask) => {
    await mendAll(wallet, ask);
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
      name: 'five of six',
      draft: async (wallet, ask) => {
        await forget(ask);
        await mendAll(wallet, ask, 1);
        return get('/badge');
      },
      status: 403,
      fails: 'every incident is solved',
      misconception: 'retry-until-it-works',
    },
    {
      name: 'an unreadable request once more, as it was captured',
      draft: async (wallet, ask) => {
        const paths = (await listed(ask)).map(({ path }) => path);
        const incident = incidentPool.find(({ ward, path }) => ward === 'syntax' && paths.includes(path));
        return incident?.captured(wallet) ?? get('/');
      },
      status: 400,
      fails: 'Bearer is followed by one token',
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
      draft: async (wallet, ask) => sendJson('/badge/verify', { badge: unsigned(await badge(wallet, ask)) }),
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
  ],
});
