import type { Draft } from '@/lib/http-auth/draft';
import { anyone } from '@/lib/http-auth/policies';
import { signature } from '@/lib/http-auth/schemes/signature/signature';
import { defineExercise, type Wallet } from '../exercise';
import { hmacKey, signed } from '../signing';

const key = (w: Wallet<'hmac-keyid' | 'hmac-secret'>) => ({
  keyid: w['hmac-keyid'],
  secret: w['hmac-secret'],
});
const order: Draft = {
  method: 'POST',
  path: '/orders',
  fields: [['Content-Type', 'application/json']],
  body: '{"rolls": 12}',
};
const withoutDigest = ['@method', '@authority', '@path', '@query'];

export default defineExercise({
  title: 'A digest that nobody signed',
  task: 'Grace’s order for twelve rolls is signed and has a Content-Digest, but the bakery refuses it. Sign the content, too.',
  level: 3,
  goal: { status: 200, method: 'POST', path: '/orders' },
  hints: [
    'Compare the list in Accept-Signature with the one in Signature-Input.',
    'The second gate refused you: Content-Digest is not signed. An attacker who changes the order can also change that header.',
    'Signature-Input: sig1=("@method" "@authority" "@path" "@query" ____);created=…;keyid="…";nonce="…", then sign again over all lines.',
  ],
  async resource(attempt) {
    const shared = await hmacKey(attempt, { name: 'grace' });
    return {
      realm: 'bakery',
      schemes: [signature({ keys: [shared.verification], nonceKey: await attempt.derive('nonces', 32) })],
      routes: {
        '/orders': { policy: anyone, methods: ['GET', 'POST'], content: { ordered: 'rolls', ready: '7:30' } },
      },
      wallet: async () => ({ 'hmac-keyid': shared.keyid, 'hmac-secret': shared.secret }),
    };
  },
  start: async (w, ask) => signed(order, ask, { ...key(w), components: withoutDigest }),
  solution: (w, ask) => signed(order, ask, key(w)),
  reasons: [
    'The header Accept-Signature brings a nonce for the signature.',
    'The signature covers Content-Digest too, so nobody can change the body unnoticed.',
  ],
  mistakes: [
    {
      name: 'no digest at all',
      draft: (w, ask) => signed(order, ask, { ...key(w), bare: true }),
      status: 401,
      fails: 'all that this server asks for is signed',
      misconception: 'a-signature-covers-everything',
    },
    {
      name: 'the digest added to the list, the signature left as it was',
      draft: async (w, ask) => {
        const draft = await signed(order, ask, { ...key(w), components: withoutDigest });
        return {
          ...draft,
          fields: draft.fields.map(([name, value]) => [
            name,
            value.replace('"@query")', '"@query" "content-digest")'),
          ]),
        };
      },
      status: 401,
      fails: 'signature verifies',
      misconception: 'a-signature-can-be-edited',
    },
    {
      name: 'more rolls after signing',
      draft: async (w, ask) => ({ ...(await signed(order, ask, key(w))), body: '{"rolls": 144}' }),
      status: 401,
      fails: 'Content-Digest is that of the content',
      misconception: 'a-signature-covers-everything',
    },
    {
      name: 'more rolls and their digest after signing',
      draft: async (w, ask) => {
        const [small, large] = await Promise.all(
          [order, { ...order, body: '{"rolls": 144}' }].map((draft) => signed(draft, ask, key(w))),
        );
        const digest = large?.fields.find(([name]) => name === 'Content-Digest') ?? ['Content-Digest', ''];
        const fields = (small?.fields ?? []).map((line) => (line[0] === 'Content-Digest' ? digest : line));
        return { ...order, fields, body: '{"rolls": 144}' };
      },
      status: 401,
      fails: 'signature verifies',
      misconception: 'a-digest-protects-itself',
    },
    {
      name: 'the digest signed, the query left out',
      draft: (w, ask) =>
        signed(order, ask, { ...key(w), components: ['@method', '@authority', '@path', 'content-digest'] }),
      status: 401,
      fails: 'all that this server asks for is signed',
      misconception: 'a-signature-covers-everything',
    },
    {
      name: 'the name in quotation marks of another kind',
      draft: async (w, ask) => {
        const draft = await signed(order, ask, key(w));
        return {
          ...draft,
          fields: draft.fields.map(([name, value]) => [
            name,
            value.replace('"content-digest"', "'content-digest'"),
          ]),
        };
      },
      status: 400,
      fails: 'the signature headers are dictionaries',
    },
  ],
});
