import { type Check, failed, passed } from '@/lib/http-auth/decision';
import { anyone, requireScope } from '@/lib/http-auth/policies';
import { bearer } from '@/lib/http-auth/schemes/bearer/bearer';
import { opaqueTokens } from '@/lib/http-auth/schemes/token';
import { authorization, get, send } from '../drafts';
import { type Ask, type Call, defineExercise, type Reply } from '../exercise';
import { toyKey } from '../people';

/** What each of the four programs writes behind `Authorization:`. */
const broken = {
  calendar: (token: string) => `Bearer "${token}"`,
  notes: (token: string) => `Bearer: ${token}`,
  photos: (token: string) => `Bearer${token}`,
  songs: (token: string) => `Authorization: Bearer ${token}`,
};
type Program = keyof typeof broken;
const programs = Object.keys(broken) as Program[];
type Lines = Readonly<Record<`${Program}-line`, string>>;

const allMended: Check = {
  stage: 'authorization',
  check: 'all four programs have been let in',
  failure: 'not all four programs were let in',
  rule: 'RFC 9110 §15.5.10',
};

/** Keeps in mind for this attempt that a program was let in. */
function letIn(program: Program, content: Readonly<Record<string, unknown>>) {
  return async ({ env }: Call): Promise<Reply> => {
    await env.remember(program, 'in', new Date(env.now().getTime() + 4 * 3_600_000));
    return { status: 200, content };
  };
}

/** GET answers once all four were let in, DELETE begins again. */
async function goodMorning({ message, env }: Call): Promise<Reply> {
  if (message.method === 'DELETE') {
    for (const program of programs) await env.remember(program, 'out', env.now());
    return { status: 200, content: { message: 'None of the four is let in now.' } };
  }
  const states = await Promise.all(programs.map((program) => env.recall(program)));
  const missing = programs.filter((_, at) => states[at] !== 'in').map((program) => `/${program}`);
  if (missing.length) {
    const saw = `no 200 yet from ${missing.join(', ')}`;
    return { status: 409, trace: [failed(allMended, saw, 'a 200 from each of the four paths')] };
  }
  return {
    status: 200,
    content: { message: 'Good morning, Grace. It rains, and all four of us are here.' },
    trace: [passed(allMended, programs.map((program) => `/${program}`).join(', '))],
  };
}

/** The line as it should be: one scheme, one space, one token. */
function corrected(line: string): string {
  return `Bearer ${/toy-\w+/.exec(line)?.[0] ?? ''}`;
}

async function correctAll(wallet: Lines, ask: Ask): Promise<void> {
  for (const program of programs)
    await ask(get(`/${program}`, authorization(corrected(wallet[`${program}-line`]))));
}

const beginAgain = (wallet: Lines, ask: Ask) =>
  ask(send('DELETE', '/good-morning', authorization(corrected(wallet['calendar-line']))));

export default defineExercise({
  title: 'Four broken Bearer headers',
  task: 'Grace’s morning needs four programs: /calendar, /notes, /photos, /songs. Each has a valid token and writes its Authorization header wrongly. Fix the four headers and send each to its path. Then send GET /good-morning with one of them.',
  level: 2,
  minutes: 6,
  goal: { status: 200, method: 'GET', path: '/good-morning' },
  hints: [
    'Take the four lines from your credentials, one after the other. A token begins with toy-. Look at what is around it.',
    'Some are refused by the first gate, some by the second. A 403 means that a right header went to another program’s path. A 409 says which paths are left.',
    'Authorization: Bearer ____ for each of the four, the token with nothing around it.',
  ],
  async resource(attempt) {
    const tokens = await Promise.all(
      programs.map(async (program) => [program, await toyKey(attempt, `token of ${program}`)] as const),
    );
    const table = tokens.map(
      ([program, token]) => [token, { principal: { name: 'grace', scopes: [program] } }] as const,
    );
    const route = (program: Program, content: Readonly<Record<string, unknown>>) => ({
      policy: requireScope(program),
      handle: letIn(program, content),
    });
    return {
      realm: 'morning',
      schemes: [bearer({ tokens: opaqueTokens(new Map(table)) })],
      routes: {
        '/calendar': route('calendar', { today: 'dentist, then cake' }),
        '/notes': route('notes', { note: 'Buy string.' }),
        '/photos': route('photos', { photos: 14 }),
        '/songs': route('songs', { song: 'Daisy Bell' }),
        '/good-morning': { policy: anyone, methods: ['GET', 'DELETE'], handle: goodMorning },
      },
      wallet: async () => {
        const lines = tokens.map(([program, token]) => [
          `${program}-line`,
          { label: `What the program for /${program} writes`, value: broken[program](token) },
        ]);
        return Object.fromEntries(lines) as Record<keyof Lines, { label: string; value: string }>;
      },
    };
  },
  start: (w) => get('/calendar', authorization(w['calendar-line'])),
  solution: async (w, ask) => {
    await correctAll(w, ask);
    return get('/good-morning', authorization(corrected(w['songs-line'])));
  },
  reasons: [
    'This line needs Bearer, one space and the token, with nothing around it.',
    'The same form fixes the second line.',
    'The same form fixes the third line.',
    'The same form fixes the fourth line.',
    'All four programs got through, so this path opens with any of the four tokens.',
  ],
  mistakes: [
    {
      name: 'a colon after Bearer',
      draft: (w) => get('/notes', authorization(w['notes-line'])),
      status: 400,
      fails: 'Authorization is a scheme with its credentials',
      misconception: 'a-scheme-ends-with-a-colon',
    },
    {
      name: 'no space after Bearer',
      draft: (w) => get('/photos', authorization(w['photos-line'])),
      status: 401,
      fails: 'credentials are presented',
      misconception: 'the-space-is-decoration',
    },
    {
      name: 'the name of the field inside the value',
      draft: (w) => get('/songs', authorization(w['songs-line'])),
      status: 400,
      fails: 'Authorization is a scheme with its credentials',
      misconception: 'the-tool-adds-it',
    },
    {
      name: 'small letters and three spaces',
      draft: (w) =>
        get('/calendar', authorization(corrected(w['calendar-line']).replace('Bearer ', 'bearer   '))),
      status: 200,
      misconception: 'one-space-and-no-more',
    },
    {
      name: 'capitals',
      draft: (w) =>
        get('/calendar', authorization(corrected(w['calendar-line']).replace('Bearer', 'BEARER'))),
      status: 200,
      misconception: 'case-always-matters',
    },
    {
      name: 'a tab for the space',
      draft: (w) => get('/calendar', authorization(corrected(w['calendar-line']).replace(' ', '\t'))),
      status: 400,
      fails: 'Authorization is a scheme with its credentials',
      misconception: 'the-space-is-decoration',
    },
    {
      name: 'the token in capitals',
      draft: (w) =>
        get('/calendar', authorization(`Bearer ${corrected(w['calendar-line']).slice(7).toUpperCase()}`)),
      status: 401,
      fails: 'token is known',
      misconception: 'case-never-matters',
    },
    {
      name: 'a good line at another path',
      draft: (w) => get('/notes', authorization(corrected(w['calendar-line']))),
      status: 403,
      fails: 'scope notes is granted',
      misconception: 'a-valid-token-is-valid-everywhere',
    },
    {
      name: 'asked too early',
      draft: async (w, ask) => {
        await beginAgain(w, ask);
        return get('/good-morning', authorization(corrected(w['notes-line'])));
      },
      status: 409,
      fails: 'all four programs have been let in',
    },
  ],
});
