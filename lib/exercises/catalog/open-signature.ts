import { anyone, requireRole } from '@/lib/http-auth/policies';
import { signature } from '@/lib/http-auth/schemes/signature/signature';
import { get } from '../drafts';
import { defineExercise, type Wallet } from '../exercise';
import { ed25519Key, hmacKey, signed } from '../signing';

type Names = 'ed25519-keyid' | 'ed25519-private-jwk' | 'hmac-keyid' | 'hmac-secret';
const ed25519 = (w: Wallet<Names>) => ({ keyid: w['ed25519-keyid'], secret: w['ed25519-private-jwk'] });
const hmac = (w: Wallet<Names>) => ({ keyid: w['hmac-keyid'], secret: w['hmac-secret'] });
const post = { method: 'POST', path: '/', fields: [['Content-Type', 'text/plain']], body: 'hello' } as const;

export default defineExercise<Names>({
  title: 'Open door: HTTP Message Signatures',
  task: 'Signed requests, by Ed25519 or HMAC, for testing your own client. Accept-Signature says what to sign and brings a nonce, which counts once. The challenge is ours.',
  level: 3,
  open: true,
  goal: { status: 200 },
  hints: [
    'Accept-Signature lists the components, in order, and the nonce and tag to use.',
    'What cannot be read gets 400, a signature that does not verify 401, a key without the role 403.',
    'Signature-Input: sig1=("@method" "@authority" "@path" "@query");created=____;keyid="____";nonce="____";tag="doorman"',
  ],
  async resource(attempt) {
    const key = await ed25519Key(attempt, { name: 'ada', roles: ['administrator'] });
    const shared = await hmacKey(attempt, { name: 'grace', roles: ['reader'] });
    return {
      realm: 'open door',
      schemes: [
        signature({
          keys: [key.verification, shared.verification],
          nonceKey: await attempt.derive('nonces', 32),
          tag: 'doorman',
        }),
      ],
      routes: {
        '/': { policy: anyone, methods: ['GET', 'POST'] },
        '/admin': { policy: requireRole('administrator') },
      },
      wallet: async () => ({
        'ed25519-keyid': key.keyid,
        'ed25519-private-jwk': key.secret,
        'hmac-keyid': shared.keyid,
        'hmac-secret': shared.secret,
      }),
    };
  },
  start: () => get('/'),
  solution: (w, ask) => signed(get('/'), ask, ed25519(w)),
  mistakes: [
    { name: 'nobody', draft: () => get('/'), status: 401, fails: 'credentials are presented' },
    {
      name: 'a signature without its input',
      draft: () => get('/', ['Signature', 'sig1=:aGVsbG8=:']),
      status: 400,
      fails: 'each label stands in Signature-Input and in Signature',
    },
    {
      name: 'a list with commas',
      draft: () =>
        get('/', ['Signature-Input', 'sig1=("@method","@path")'], ['Signature', 'sig1=:aGVsbG8=:']),
      status: 400,
      fails: 'the signature headers are dictionaries',
    },
    {
      name: 'a key that is not allowed here',
      draft: (w, ask) => signed(get('/admin'), ask, hmac(w)),
      status: 403,
      fails: 'role administrator is held',
    },
    {
      name: 'one key under the name of the other',
      draft: (w, ask) => signed(get('/'), ask, { ...hmac(w), keyid: w['ed25519-keyid'] }),
      status: 401,
      fails: 'signature verifies',
    },
    {
      name: 'an unknown key',
      draft: (w, ask) => signed(get('/'), ask, { ...hmac(w), keyid: 'somebody' }),
      status: 401,
      fails: 'keyid names a key of this server',
    },
    {
      name: 'content without a signed digest',
      draft: (w, ask) => signed(post, ask, { ...ed25519(w), bare: true }),
      status: 401,
      fails: 'all that this server asks for is signed',
    },
    {
      name: 'other content than was signed',
      draft: async (w, ask) => ({ ...(await signed(post, ask, hmac(w))), body: 'bye' }),
      status: 401,
      fails: 'Content-Digest is that of the content',
    },
    {
      name: 'an invented nonce',
      draft: (w, ask) => signed(get('/'), ask, { ...hmac(w), params: { nonce: 'my-own-nonce' } }),
      status: 401,
      fails: 'nonce was given out here',
    },
  ],
});
