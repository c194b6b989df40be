import { describe, expect, it } from 'vitest';
import { env, now, request, verified } from '@/lib/http-auth/fixtures';
import type { Field, Message } from '@/lib/http-auth/message';
import {
  ada,
  body,
  edited,
  fieldsOf,
  hmac,
  nonceAt,
  type Params,
  post,
  posted,
  refusal,
  scheme,
  seconds,
  signed,
} from './fixtures';

describe('signature recognises', () => {
  it('a request signed with Ed25519, and brings the next nonce (RFC 9421 §5)', async () => {
    const { authentication, steps } = await verified(scheme, await signed());
    expect(authentication).toMatchObject({ outcome: 'authenticated', principal: ada });
    expect(JSON.stringify(authentication)).toContain('Accept-Signature');
    const reached = scheme.checks.filter(({ check }) => !check.startsWith('Content-Digest'));
    expect(steps.map(({ check }) => check)).toEqual(reached.map(({ check }) => check));
    expect(steps.map(({ saw }) => saw).join()).toContain('"@path": /door\\n"@query": ?a=1');
  });

  it.each([
    ['with HMAC', { keyid: 'grace' }, { key: hmac }],
    ['with alg named', { alg: 'ed25519' }, {}],
    ['with expires', { expires: seconds + 10 }, {}],
    ['over the whole target (RFC 9421 §2.2.2)', {}, { components: ['@method', '@target-uri'] }],
    ['under another label', {}, { label: 'my-sig' }],
  ])('one %s', async (_title, params, more) => {
    const { authentication } = await verified(scheme, await signed(params, more));
    expect(authentication.outcome).toBe('authenticated');
  });

  it('content whose digest is signed (RFC 9530 §2)', async () => {
    const { authentication } = await verified(scheme, await posted());
    expect(authentication.outcome).toBe('authenticated');
  });

  it('its own signature among others (RFC 9421 §4.3)', async () => {
    const message = edited(await signed(), /^sig1=/, 'proxy=("@method");keyid="p", sig1=');
    const both = {
      ...message,
      fields: message.fields.map(
        ([name, value]): Field =>
          name === 'Signature'
            ? [name, `proxy=:aGVsbG8=:, ${value.slice(value.lastIndexOf('sig1='))}`]
            : [name, value],
      ),
    };
    expect((await verified(scheme, both)).authentication.outcome).toBe('authenticated');
  });
});

describe('signature finds nothing', () => {
  it.each([
    ['without its fields', request([]), 'no Authorization header, no Signature-Input header'],
    [
      'in Authorization, as drafts before the RFC had it',
      request([['Authorization', 'Signature keyId="ada"']]),
      'Authorization with the scheme Signature, no Signature-Input header',
    ],
  ])('%s', async (_title, message, saw) => {
    expect((await verified(scheme, message)).authentication).toEqual({ outcome: 'absent', saw });
  });
});

describe('signature cannot read (400)', () => {
  it.each([
    [
      'broken structured fields',
      fieldsOf('sig1=("@method","@path")', 'sig1=:AA==:'),
      'a comma at byte 16 of Signature-Input',
    ],
    [
      'a signature without colons',
      fieldsOf('sig1=("@method")', 'sig1=AA=='),
      'an equals sign at byte 8 of Signature',
    ],
    ['an unfinished field', fieldsOf('sig1=(', 'sig1=:AA==:'), 'the end at byte 7 of Signature-Input'],
    ['an empty field', fieldsOf('', ''), 'Signature without Signature-Input'],
    ['Signature alone', request([['Signature', 'sig1=:AA==:']]), 'Signature without Signature-Input'],
    [
      'Signature-Input alone',
      request([['Signature-Input', 'sig1=("@method")']]),
      'Signature-Input without Signature',
    ],
    [
      'an unknown label',
      fieldsOf('sig1=("@method")', 'sig2=:AA==:'),
      'the label sig1 in Signature-Input alone',
    ],
    ['a second label', fieldsOf('a=("@method")', 'a=:AA==:, b=:AA==:'), 'the label b in Signature alone'],
    [
      'a signature that is no octets',
      fieldsOf('a=("@method")', 'a="AA=="'),
      'a signature a that is not Base64 between colons',
    ],
    ['no list', fieldsOf('a=1', 'a=:AA==:'), 'a value that is not a list of names in quotation marks'],
    [
      'names without quotation marks',
      fieldsOf('a=(date)', 'a=:AA==:'),
      'a value that is not a list of names in quotation marks',
    ],
    ['nothing signed', fieldsOf('a=()', 'a=:AA==:'), 'an empty list: the signature would cover nothing'],
    ['a component twice', fieldsOf('a=("date" "date")', 'a=:AA==:'), '"date" more than once'],
    ['upper case', fieldsOf('a=("Date")', 'a=:AA==:'), 'the name Date, which is not in lower case'],
    [
      'its own parameters',
      fieldsOf('a=("@signature-params")', 'a=:AA==:'),
      '@signature-params, which is added by itself',
    ],
    [
      'a label twice',
      fieldsOf('a=("date"), a=("host")', 'a=:AA==:'),
      'the character a at byte 13 of Signature-Input',
    ],
    [
      'a broken digest',
      request([
        ['Signature', ''],
        ['Content-Digest', 'sha-256=('],
      ]),
      'the end at byte 10 of Content-Digest',
    ],
  ])('%s (RFC 9421 §4)', async (_title, message, saw) => {
    const { authentication, last } = await verified(scheme, message);
    expect(authentication).toEqual({ outcome: 'malformed', params: [] });
    expect(last).toMatchObject({ stage: 'syntax', outcome: 'failed', saw });
  });
});

describe('signature refuses (401)', () => {
  const check = 'created is recent and expires is to come';
  it.each([
    ['no keyid', { keyid: undefined }, 'keyid names a key of this server', 'no keyid'],
    ['a number as keyid', { keyid: 7 }, 'keyid names a key of this server', 'a keyid that is not a string'],
    ['an unknown keyid', { keyid: '__proto__' }, 'keyid names a key of this server', '__proto__'],
    ['another alg than the key has', { alg: 'hmac-sha256' }, 'alg is that of the key', 'hmac-sha256'],
    ['no created', { created: undefined }, check, 'no created'],
    ['text as created', { created: 'now' }, check, 'created is not a whole number'],
    ['an old signature', { created: seconds - 301 }, check, 'created 301 seconds ago'],
    ['one from the future', { created: seconds + 61 }, check, 'created 61 seconds in the future'],
    ['milliseconds', { created: seconds * 1000 }, check, 'created in milliseconds'],
    ['one that has expired', { expires: seconds }, check, 'expired 0 seconds ago'],
    ['no nonce', { nonce: undefined }, 'nonce was given out here', 'no nonce'],
    ['an invented nonce', { nonce: 'my-own-nonce-1' }, 'nonce was given out here', 'my-o… (14 bytes)'],
    ['no tag', { tag: undefined }, 'tag is that of this application', 'no tag'],
    ['another tag', { tag: 'gnap' }, 'tag is that of this application', 'gnap'],
  ])('%s (RFC 9421 §3.2, §7.2)', async (_title, params: Params, name, saw) => {
    expect(await refusal(await signed(params))).toMatchObject({ check: name, saw });
  });

  it('a nonce that is too old (RFC 9421 §7.2.2)', async () => {
    const message = await signed({ nonce: await nonceAt(new Date(now.getTime() - 301_000)) });
    expect(await refusal(message)).toMatchObject({ saw: 'a nonce of 301 seconds ago' });
  });

  it('a nonce that was used (RFC 9421 §7.2.2)', async () => {
    const steps: string[] = [];
    const used = { ...env, firstUse: async () => false };
    const authentication = await scheme.verify(await signed(), 'lobby', used, ({ check }) =>
      steps.push(check),
    );
    expect(authentication.outcome).toBe('refused');
    expect(steps.at(-1)).toBe('nonce is used once');
  });

  it.each([
    ['@method', ['@authority', '@path', '@query'], 'a signature without @method'],
    ['the query', ['@method', '@authority', '@path'], 'a signature without @query'],
    ['the host', ['@method', '@request-target'], 'a signature without @authority'],
  ])('a signature that does not cover %s (RFC 9421 §7.2.1)', async (_title, names, saw) => {
    const last = await refusal(await signed({}, { components: names }));
    expect(last).toMatchObject({ check: 'all that this server asks for is signed', saw });
  });

  it('content whose digest is not covered (RFC 9421 §7.2.8)', async () => {
    expect(await refusal(await signed({}, {}, await post()))).toMatchObject({
      saw: 'a signature without content-digest',
    });
  });

  it('other content than was hashed (RFC 9530 §2)', async () => {
    const message = await posted(await post(new TextEncoder().encode('bye')));
    const saw = 'sha-256 of other content than the 5 bytes that came';
    expect(await refusal(message)).toMatchObject({ check: 'Content-Digest is that of the content', saw });
  });

  it('a digest by an algorithm that is not known (RFC 9530 §5)', async () => {
    const message = await posted(request([['Content-Digest', 'md5=:AA==:']], { method: 'POST', body }));
    expect(await refusal(message)).toMatchObject({ saw: 'no hash that is known here' });
  });

  it('a component that the message lacks (RFC 9421 §2.5)', async () => {
    const message = edited(await signed(), '"@query")', '"@query" "date")');
    expect(await refusal(message)).toMatchObject({ saw: '"date": the request has no such header' });
  });

  it.each([
    ['method', (message: Message) => ({ ...message, method: 'DELETE' })],
    ['target', (message: Message) => ({ ...message, target: '/door?a=2' })],
    ['host', (message: Message) => edited(message, /^doorman\.example$/, 'evil.example')],
    ['parameters', (message: Message) => edited(message, ';tag="door"', ';tag="door";x')],
    ['signature', (message: Message) => edited(message, /^sig1=:.{4}/, 'sig1=:AAAA')],
  ])('another %s than was signed (RFC 9421 §3.2)', async (_title, change) => {
    const last = await refusal(change(await signed()));
    expect(last?.check).toBe('signature verifies');
    expect(last?.expected).toContain('"@signature-params": ("@method"');
  });

  it('a signature by the other key (RFC 9421 §3.3)', async () => {
    expect(await refusal(await signed({ keyid: 'grace' }))).toMatchObject({ check: 'signature verifies' });
  });
});
