import { createHmac } from 'node:crypto';
import { expect, it } from 'vitest';
import { request, verified } from '@/lib/http-auth/fixtures';
import type { Field } from '@/lib/http-auth/message';
import { webhook, webhookField, webhookSignature } from './webhook';

const secret = 'toy-secret';
const scheme = webhook({ secret, principal: { name: 'sender' } });
const octets = (text: string) => new TextEncoder().encode(text);
const body = octets('{"a": 1}');
const sent = (...fields: Field[]) => verified(scheme, request(fields, { method: 'POST', body }));
const by = (text: string) => webhookSignature(secret, octets(text));

it('makes the HMAC that node:crypto makes (RFC 2104 §2)', () => {
  const hex = createHmac('sha256', secret).update(body).digest('hex');
  expect(webhookSignature(secret, body)).toBe(`sha256=${hex}`);
});

it('recognises the sender by the signature of the content', async () => {
  expect((await sent([webhookField, by('{"a": 1}')])).authentication).toEqual({
    outcome: 'authenticated',
    principal: { name: 'sender' },
  });
});

it.each([
  ['nothing', '', 'an empty value'],
  ['the bare digits', by('{"a": 1}').slice(7), 'the digits without sha256= before them'],
  ['upper case', by('{"a": 1}').replace(/[a-f]/g, (digit) => digit.toUpperCase()), 'digits in upper case'],
  ['an example', 'sha256=757107ea...', 'a placeholder: an ellipsis in place of the rest'],
  ['SHA-1', `sha1=${'a'.repeat(40)}`, 'a signature by SHA-1'],
  ['Base64', `sha256=${createHmac('sha256', secret).update(body).digest('base64')}`, 'the HMAC in Base64'],
  ['empty content', by(''), 'the signature of empty content'],
  ['a line feed more', by('{"a": 1}\n'), 'the signature of content with another end: a line feed'],
  ['JSON anew', by('{"a":1}'), 'the signature of JSON that was read and written again: the bytes differ'],
  ['another secret', webhookSignature('x', body), 'the signature of other content, or by another secret'],
])('%s is refused with its reason', async (_title, value, saw) => {
  const { authentication, last } = await sent([webhookField, value]);
  expect(authentication).toEqual({ outcome: 'refused', params: [] });
  expect(last).toMatchObject({ outcome: 'failed', saw });
});

it.each([
  [[], 'no X-Hub-Signature-256 header'],
  [
    [['X-Hub-Signature', `sha1=${'a'.repeat(40)}`]],
    'X-Hub-Signature, which is made with SHA-1, no X-Hub-Signature-256 header',
  ],
  [[['X-Signature', 'abc']], 'the header X-Signature, no X-Hub-Signature-256'],
] as [Field[], string][])('names what stands in its place: %j', async (fields, saw) => {
  expect((await sent(...fields)).authentication).toEqual({ outcome: 'absent', saw });
});
