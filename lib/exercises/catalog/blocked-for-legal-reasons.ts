import { type Check, failed } from '@/lib/http-auth/decision';
import { anyone } from '@/lib/http-auth/policies';
import { basic } from '@/lib/http-auth/schemes/basic/basic';
import { basicLine, get } from '../drafts';
import { type Ask, type Call, defineExercise, type Reply } from '../exercise';
import { person, toyWords } from '../people';
import { answered } from '../token-drafts';

const demanded: Check = {
  stage: 'authorization',
  check: 'no law stands against it',
  failure: 'the law forbids it',
  rule: 'RFC 7725 §3',
};

/** Refuses for a reason that lies outside of the server, and says who does the refusing (RFC 7725 §4). */
async function blocked({ resource }: Call): Promise<Reply> {
  return {
    status: 451,
    fields: [['Link', `<${resource}/notice>; rel="blocked-by"`]],
    trace: [failed(demanded, 'an order about the recording', 'another resource, or another law')],
  };
}

/** The path of the sheet of notes, as the notice names it. */
const sheet = async (ask: Ask) => answered(await ask(get('/notice')), 'instead');

export default defineExercise({
  title: '451: blocked for legal reasons',
  task: 'Ada pays for a music library, but /songs/7 is refused. Find out who blocks it and what you may have instead. Then get that.',
  level: 2,
  goal: { status: 200 },
  hints: [
    'Look at the status first: a password does not help here. Then read the header Link.',
    'The third gate refused, but not because of who asks. The address in Link, with rel="blocked-by", says who blocks it.',
    'GET /notice; then GET ____, the path that it names, with Ada’s Basic credentials.',
  ],
  async resource(attempt) {
    const ada = await person(attempt, 'ada');
    const free = `/songs/7/${await toyWords(attempt, 'sheet of notes')}`;
    return {
      realm: 'songs',
      schemes: [basic({ accounts: [{ ...ada, principal: { name: 'ada' } }] })],
      routes: {
        '/songs/7': { policy: anyone, open: true, handle: blocked },
        '/notice': {
          policy: anyone,
          open: true,
          handle: async () => ({
            status: 200,
            content: {
              blockedBy: 'The library of songs itself',
              because: 'A toy court forbids us to play this recording. It did not forbid the notes.',
              instead: free,
            },
          }),
        },
        [free]: { policy: anyone, content: { notes: 'C D E C, C D E C, E F G' } },
      },
      wallet: async () => ({
        'ada-username': { label: "Ada's user name", value: ada.username },
        'ada-password': { label: "Ada's password", value: ada.password },
      }),
    };
  },
  start: () => get('/songs/7'),
  solution: async (w, ask) => get(await sheet(ask), basicLine(w, 'ada')),
  reasons: [
    'This page says who blocks the song and which path is free.',
    'It is the path that the notice names, with Ada’s credentials.',
  ],
  mistakes: [
    {
      name: 'the song, by somebody who pays',
      draft: (w) => get('/songs/7', basicLine(w, 'ada')),
      status: 451,
      fails: 'no law stands against it',
      misconception: 'every-refusal-is-about-the-person',
    },
    {
      name: 'an address elsewhere, by one’s own word',
      draft: () => get('/songs/7', ['X-Forwarded-For', '192.0.2.7']),
      status: 451,
      fails: 'no law stands against it',
      misconception: 'the-client-says-who-it-is',
    },
    {
      name: 'another language',
      draft: () => get('/songs/7', ['Accept-Language', 'is']),
      status: 451,
      fails: 'no law stands against it',
      misconception: 'retry-until-it-works',
    },
    {
      name: 'the notes by nobody',
      draft: async (_w, ask) => get(await sheet(ask)),
      status: 401,
      fails: 'credentials are presented',
    },
    {
      name: 'another number, by guess',
      draft: (w) => get('/songs/8', basicLine(w, 'ada')),
      status: 404,
      misconception: '404-means-a-typo',
    },
    { name: 'the notice alone', draft: () => get('/notice'), status: 200 },
  ],
});
