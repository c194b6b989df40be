import type { Draft } from '@/lib/http-auth/draft';
import type { Field } from '@/lib/http-auth/message';
import { anyone } from '@/lib/http-auth/policies';
import {
  olderWebhookSignature,
  webhook,
  webhookField,
  webhookSignature,
} from '@/lib/http-auth/schemes/webhook/webhook';
import { sendJson } from '../drafts';
import { defineExercise } from '../exercise';
import { toyKey } from '../people';

const event = { action: 'opened', number: 7 };
const octets = (draft: Draft) => new TextEncoder().encode(draft.body ?? '');

/** The event with this signature and no other. */
const signed = (value: string, name = webhookField, ...more: Field[]) =>
  sendJson('/', event, [name, value], ...more);
const rightly = (secret: string) => webhookSignature(secret, octets(sendJson('/', event)));

export default defineExercise({
  title: 'Open door: a signed webhook',
  task: 'A receiver of webhooks, for testing what your own sender signs: an HMAC with SHA-256 over the content, in X-Hub-Signature-256 as GitHub sends it. No RFC defines that header; the challenge is ours.',
  level: 2,
  open: true,
  goal: { status: 200, method: 'POST' },
  hints: [
    'The challenge names the header. The secret itself is never sent.',
    'The second gate computes the HMAC once more, over the bytes that came.',
    'X-Hub-Signature-256: sha256=____, the HMAC of the content in hexadecimal digits.',
  ],
  async resource(attempt) {
    const secret = await toyKey(attempt, 'webhook secret');
    return {
      realm: 'open door',
      schemes: [webhook({ secret, principal: { name: 'sender' } })],
      routes: { '/': { policy: anyone, methods: ['POST'] } },
      wallet: async () => ({ secret: { label: 'Shared secret', value: secret } }),
    };
  },
  start: () => sendJson('/', event),
  solution: ({ secret }) => signed(rightly(secret)),
  mistakes: [
    {
      name: 'no signature',
      draft: () => sendJson('/', event),
      status: 401,
      fails: 'credentials are presented',
    },
    {
      name: 'by a secret of its own',
      draft: () => signed(rightly('a guess')),
      status: 401,
      fails: 'the signature is that of the content, byte by byte',
    },
    {
      name: 'with other white space in the JSON than was signed',
      draft: ({ secret }) => ({ ...signed(rightly(secret)), body: JSON.stringify(event, null, 2) }),
      status: 401,
      fails: 'the signature is that of the content, byte by byte',
    },
    {
      name: 'by SHA-1, as older senders sign',
      draft: ({ secret }) =>
        signed(olderWebhookSignature(secret, octets(sendJson('/', event))), 'X-Hub-Signature'),
      status: 401,
      fails: 'credentials are presented',
    },
    {
      name: 'without sha256=',
      draft: ({ secret }) => signed(rightly(secret).slice('sha256='.length)),
      status: 401,
      fails: 'the signature is sha256= with 64 hexadecimal digits',
    },
    {
      name: 'twice',
      draft: ({ secret }) => signed(rightly(secret), webhookField, [webhookField, rightly(secret)]),
      status: 400,
      fails: 'the signature comes in one header line',
    },
  ],
});
