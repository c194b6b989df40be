import { type Check, failed } from '@/lib/http-auth/decision';
import { anyone } from '@/lib/http-auth/policies';
import { basic } from '@/lib/http-auth/schemes/basic/basic';
import { basicLine, get } from '../drafts';
import { type Call, defineExercise, type Reply, type Route } from '../exercise';
import { person } from '../people';

const file = '/photos/teapot.txt';

const listed: Check = {
  stage: 'authorization',
  check: 'the folder has an index, or may be listed',
  failure: 'the folder has no index and may not be listed',
  rule: 'RFC 9110 §15.5.4',
};
const readable: Check = {
  stage: 'authorization',
  check: 'the server’s own account may read the file',
  failure: 'the account of the server may not read the file',
  rule: 'RFC 9110 §15.5.4',
};

const open = (handle: (call: Call) => Reply): Route => ({
  policy: anyone,
  open: true,
  handle: async (call) => handle(call),
});
const content200 = (content: Readonly<Record<string, unknown>>) => open(() => ({ status: 200, content }));

/** A folder that was asked for without its slash is sent on to the name with it, as file servers do. */
const moved = open(({ resource }) => ({ status: 301, fields: [['Location', `${resource}/photos/`]] }));
const unlisted = open(() => ({
  status: 403,
  trace: [failed(listed, 'no index.html, and listing is off', 'the name of a file in it')],
}));
const unreadable = open(() => ({
  status: 403,
  trace: [failed(readable, 'mode 600, owned by grace', 'mode 644, set by the owner of the file')],
}));

export default defineExercise({
  title: 'A folder without an index',
  task: 'Grace keeps photos on a file server and sends the link /photos/. Everybody gets 403 there, Grace too. Her front page at / names a picture. Open it.',
  level: 1,
  goal: { status: 200, path: file },
  hints: [
    'This 403 has no challenge. What can it be about, if not about a person?',
    'The third gate refused a folder, not a person: nobody may list what is in it.',
    'GET /photos/____, the picture that the page at / names.',
  ],
  async resource(attempt) {
    const grace = await person(attempt, 'grace');
    return {
      realm: 'guest book',
      schemes: [basic({ accounts: [{ ...grace, principal: { name: 'grace' } }] })],
      routes: {
        '/': content200({ page: 'Photographs by Grace', latest: file }),
        '/photos': moved,
        '/photos/': unlisted,
        [file]: content200({ picture: 'a teapot, seen from above' }),
        '/photos/draft.txt': unreadable,
        '/guests': { policy: anyone, content: { guests: ['Ada', 'Alan'] } },
      },
      wallet: async () => ({
        'grace-username': { label: "Grace's user name, for /guests", value: grace.username },
        'grace-password': { label: "Grace's password, for /guests", value: grace.password },
      }),
    };
  },
  start: () => get('/photos/'),
  solution: () => get(file),
  reasons: ['The server lists no folder, but the picture that the front page names can be read.'],
  mistakes: [
    {
      name: 'the password of somebody who is known here',
      draft: (w) => get('/photos/', basicLine(w, 'grace')),
      status: 403,
      fails: 'the folder has an index, or may be listed',
      misconception: '403-means-sign-in',
    },
    {
      name: 'without the slash',
      draft: () => get('/photos'),
      status: 301,
    },
    {
      name: 'an index by guess',
      draft: () => get('/photos/index.html'),
      status: 404,
      misconception: '404-means-a-typo',
    },
    {
      name: 'a file that the server itself may not read',
      draft: () => get('/photos/draft.txt'),
      status: 403,
      fails: 'the server’s own account may read the file',
      misconception: 'every-refusal-is-about-the-person',
    },
    {
      name: 'once more, without the cache',
      draft: () => get('/photos/', ['Cache-Control', 'no-cache']),
      status: 403,
      fails: 'the folder has an index, or may be listed',
      misconception: 'clear-history',
    },
    {
      name: 'the same credentials where a name is asked for',
      draft: (w) => get('/guests', basicLine(w, 'grace')),
      status: 200,
    },
    { name: 'the front page alone', draft: () => get('/'), status: 200 },
  ],
});
