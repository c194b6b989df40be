import { anyone } from '@/lib/http-auth/policies';
import { signature } from '@/lib/http-auth/schemes/signature/signature';
import { get } from '../drafts';
import { type Ask, defineExercise, type Wallet } from '../exercise';
import { ed25519Key, signed } from '../signing';

type Names = 'ed25519-keyid' | 'ed25519-private-jwk';
const key = (w: Wallet<Names>) => ({ keyid: w['ed25519-keyid'], secret: w['ed25519-private-jwk'] });
const ago = (ask: Ask, seconds: number) => Math.floor(ask.now().getTime() / 1000) - seconds;

export default defineExercise<Names>({
  title: 'A signature that is too old',
  task: 'Ada signed this request two hours ago, and nothing in it has changed since. Get the telescope’s log with a new signature.',
  level: 3,
  goal: { status: 200, path: '/log' },
  hints: [
    'How old is the signature? The trace shows it.',
    'The second gate refused you. A signature carries its time, so that a stolen one does not work for ever.',
    'Signature-Input: sig1=("@method" "@authority" "@path" "@query");created=____;keyid="…";nonce="____", then a new signature.',
  ],
  async resource(attempt) {
    const key = await ed25519Key(attempt, { name: 'ada' });
    return {
      realm: 'observatory',
      schemes: [signature({ keys: [key.verification], nonceKey: await attempt.derive('nonces', 32) })],
      routes: { '/log': { policy: anyone, content: { seen: 'Saturn, with its rings' } } },
      wallet: async () => ({ 'ed25519-keyid': key.keyid, 'ed25519-private-jwk': key.secret }),
    };
  },
  start: (w, ask) => signed(get('/log'), ask, { ...key(w), params: { created: ago(ask, 7200) } }),
  solution: (w, ask) => signed(get('/log'), ask, key(w)),
  reasons: [
    'The header Accept-Signature brings a nonce for the signature.',
    'The signature has the time of now and that nonce.',
  ],
  mistakes: [
    {
      name: 'created changed, the signature left as it was',
      draft: async (w, ask) => {
        const created = ago(ask, 7200);
        const draft = await signed(get('/log'), ask, { ...key(w), params: { created } });
        const now = (value: string) => value.replace(`created=${created}`, `created=${ago(ask, 0)}`);
        return { ...draft, fields: draft.fields.map(([name, value]) => [name, now(value)]) };
      },
      status: 401,
      fails: 'signature verifies',
      misconception: 'a-signature-can-be-edited',
    },
    {
      name: 'created in milliseconds',
      draft: (w, ask) => signed(get('/log'), ask, { ...key(w), params: { created: ask.now().getTime() } }),
      status: 401,
      fails: 'created is recent and expires is to come',
      misconception: 'a-time-is-in-milliseconds',
    },
    {
      name: 'created left out',
      draft: (w, ask) => signed(get('/log'), ask, { ...key(w), params: { created: undefined } }),
      status: 401,
      fails: 'created is recent and expires is to come',
      misconception: 'a-signature-is-good-for-ever',
    },
    {
      name: 'dated tomorrow, to last longer',
      draft: (w, ask) => signed(get('/log'), ask, { ...key(w), params: { created: ago(ask, -86_400) } }),
      status: 401,
      fails: 'created is recent and expires is to come',
    },
    {
      name: 'no nonce',
      draft: (w, ask) => signed(get('/log'), ask, { ...key(w), params: { nonce: undefined } }),
      status: 401,
      fails: 'nonce was given out here',
      misconception: 'a-nonce-is-any-number',
    },
    {
      name: 'a nonce of its own',
      draft: (w, ask) => signed(get('/log'), ask, { ...key(w), params: { nonce: 'b3k2pp5k7z-50gnwp.yemd' } }),
      status: 401,
      fails: 'nonce was given out here',
      misconception: 'a-nonce-is-any-number',
    },
  ],
});
