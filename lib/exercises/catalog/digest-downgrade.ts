import { anyone } from '@/lib/http-auth/policies';
import { digest } from '@/lib/http-auth/schemes/digest/digest';
import { digestDraft, editedDraft } from '../digest-answers';
import { get } from '../drafts';
import { defineExercise } from '../exercise';
import { person } from '../people';

const asMd5 = { params: [['algorithm', 'MD5', 'token']] } as const;

export default defineExercise({
  title: 'Digest with another algorithm',
  task: "Alan's old download tool knows the password, but it knows only MD5. The server asked for SHA-256. Answer with SHA-256.",
  level: 2,
  goal: { status: 200, path: '/backup' },
  hints: [
    'Compare algorithm in the challenge with what was sent, and count the digits of response.',
    'The second gate refused you before it looked at the password: the algorithm is not that of the challenge.',
    'Compute response again with SHA-256, and name it: algorithm=____.',
  ],
  async resource(attempt) {
    const alan = await person(attempt, 'alan');
    const nonceKey = await attempt.derive('nonces', 32);
    const accounts = [{ ...alan, principal: { name: 'alan' } }];
    return {
      realm: 'backups',
      schemes: [digest({ accounts, nonceKey, nonceSeconds: 1800 })],
      routes: { '/backup': { policy: anyone, content: { megabytes: 640 } } },
      wallet: async () => ({
        username: { label: "Alan's user name", value: alan.username },
        password: { label: "Alan's password", value: alan.password },
      }),
    };
  },
  start: async (wallet, ask) =>
    editedDraft(await digestDraft(ask, get('/backup'), wallet, asMd5), (value) =>
      value.replace(', algorithm=MD5', ''),
    ),
  solution: (wallet, ask) => digestDraft(ask, get('/backup'), wallet),
  reasons: [
    'The challenge names the algorithm SHA-256 and brings a nonce.',
    'The response is computed with SHA-256 and with that nonce, as the challenge asks.',
  ],
  mistakes: [
    { name: 'no credentials', draft: () => get('/backup'), status: 401, fails: 'credentials are presented' },
    {
      name: 'MD5, and saying so',
      draft: (wallet, ask) => digestDraft(ask, get('/backup'), wallet, asMd5),
      status: 401,
      fails: 'algorithm is the one of the challenge',
      misconception: 'any-hash-will-do',
    },
    {
      name: 'MD5 under the name SHA-256',
      draft: async (wallet, ask) =>
        editedDraft(await digestDraft(ask, get('/backup'), wallet, asMd5), (value) =>
          value.replace('algorithm=MD5', 'algorithm=SHA-256'),
        ),
      status: 401,
      fails: 'response proves the password',
      misconception: 'any-hash-will-do',
    },
    {
      name: 'SHA-256 without its name',
      draft: async (wallet, ask) =>
        editedDraft(await digestDraft(ask, get('/backup'), wallet), (value) =>
          value.replace(', algorithm=SHA-256', ''),
        ),
      status: 401,
      fails: 'algorithm is the one of the challenge',
    },
    {
      name: 'a stronger hash than was asked for',
      draft: (wallet, ask) =>
        digestDraft(ask, get('/backup'), wallet, { params: [['algorithm', 'SHA-512-256', 'token']] }),
      status: 401,
      fails: 'algorithm is the one of the challenge',
      misconception: 'any-hash-will-do',
    },
    {
      name: 'the name of -sess on a plain response',
      draft: async (wallet, ask) =>
        editedDraft(await digestDraft(ask, get('/backup'), wallet), (value) =>
          value.replace('algorithm=SHA-256', 'algorithm=SHA-256-sess'),
        ),
      status: 401,
      fails: 'response proves the password',
    },
    {
      name: 'half of the answer left out',
      draft: async (wallet, ask) =>
        editedDraft(await digestDraft(ask, get('/backup'), wallet, asMd5), (value) =>
          value.replace(/, (?:qop|nc|cnonce)=(?:"[^"]*"|[^,]*)/g, ''),
        ),
      status: 400,
      fails: 'every parameter that Digest needs is there',
    },
  ],
});
