import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Draft, utf8Octets } from '@/lib/http-auth/draft';
import { readShared, shareDraft, templateFragment } from './share';
import { expandDraft, templateDraft } from './template';

const wallet = {
  username: 'zoë',
  password: 'open: sésame',
  token: 'eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJhZGEifQ.c2ln',
  key: 'toy-7',
};
const base64 = (text: string) => btoa(utf8Octets(text));
const carrying = (value: string): Draft => ({ method: 'GET', path: '/', fields: [['Authorization', value]] });
const contentOf = (fragment: string) =>
  Buffer.from(fragment.slice('draft='.length), 'base64url').toString('utf8');
const throughLink = (draft: Draft, to: Record<string, string> = wallet) => {
  const shared = readShared(`#${shareDraft(draft, wallet)}`, to);
  if (!shared?.ok) throw new Error(shared?.reason ?? 'not about a draft');
  return shared.draft;
};

const pieces = fc.constantFrom(
  ...Object.values(wallet),
  ...Object.keys(wallet).map((name) => `{${name}}`),
  base64(`${wallet.username}:${wallet.password}`),
  base64(`${wallet.username}:${wallet.password}\n`),
  base64(base64(wallet.key)),
  encodeURIComponent(wallet.password),
  ...[
    '{',
    '}',
    '{:}',
    ':',
    '%',
    '=',
    '{base64:',
    'base64=',
    '{percent=%7Bkey%7D}',
    'Basic ',
    '\n',
    'é',
    'AAAA',
    'x',
  ],
);
const text = fc.array(pieces, { maxLength: 8 }).map((parts) => parts.join(''));
const drafts: fc.Arbitrary<Draft> = fc.record({
  method: text,
  path: text.map((rest) => `/${rest}`),
  fields: fc.array(fc.tuple(text, text), { maxLength: 3 }),
  body: text,
});

describe('placeholders', () => {
  it('stand for values of the wallet and Base64 of them', () => {
    const expanded = expandDraft(carrying('{key} {base64:username:password} {base64:key}'), wallet);
    const encoded = base64(`${wallet.username}:${wallet.password}`);
    expect(expanded.fields[0]?.[1]).toBe(`toy-7 ${encoded} ${base64('toy-7')}`);
  });

  it('may hold text around the values, percent-encoded', () => {
    expect(expandDraft(carrying('{base64=%7Bkey%7D%0A}'), wallet).fields[0]?.[1]).toBe(base64('toy-7\n'));
    expect(expandDraft(carrying('{latin1=%7Busername%7D}'), wallet).fields[0]?.[1]).toBe(btoa('zoë'));
  });

  it('stay as typed where the wallet does not know them', () => {
    const odd = carrying('{nobody} {base64:nobody:key} {constructor} {} {base64=%} {latin1=%E2%82%AC}');
    expect(expandDraft(odd, wallet)).toEqual(odd);
  });

  it('can be put in and taken out again without a loss', () => {
    fc.assert(
      fc.property(
        drafts,
        (draft) => void expect(expandDraft(templateDraft(draft, wallet), wallet)).toEqual(draft),
      ),
    );
  });

  it('are as short as a person would write them', () => {
    const [, value] = templateDraft(carrying(`Basic ${base64('zoë:open: sésame')}`), wallet).fields[0] ?? [];
    expect(value).toBe('Basic {base64:username:password}');
  });
});

describe('a shared link', () => {
  it('brings the same draft back to the same wallet, and its own credentials to another', () => {
    const draft = {
      ...carrying(`Basic ${base64('zoë:open: sésame')}`),
      path: '/notes?key=toy-7',
      body: '{"password":"x"}',
    };
    expect(throughLink(draft)).toEqual(draft);
    const other = { username: 'grace', password: 'pebble', token: 't', key: 'toy-8' };
    expect(throughLink(draft, other)).toEqual({
      ...draft,
      path: '/notes?key=toy-8',
      fields: [['Authorization', `Basic ${base64('grace:pebble')}`]],
    });
  });

  it('holds no value of the wallet, plain or in Base64, whatever the draft is', () => {
    fc.assert(
      fc.property(drafts, (draft) => {
        const content = contentOf(shareDraft(draft, wallet));
        for (const value of Object.values(wallet)) {
          expect(content).not.toContain(value);
          expect(content).not.toContain(encodeURIComponent(value));
          expect(content).not.toContain(base64(value).replace(/=+$/, '').slice(0, -1));
        }
        expect(content).not.toContain(base64('zoë:open: sésame').slice(0, 20));
      }),
    );
  });

  it('leaves out Base64 of a credential that no placeholder can express', () => {
    const shifted = `AAA${base64(`ada:${wallet.password}`)}`;
    expect(throughLink(carrying(`Basic ${shifted}`)).fields[0]?.[1]).toMatch(/\[withheld\]/);
  });

  it('keeps a token that was tampered with', () => {
    const forged = `Bearer ${btoa('{"alg":"none"}').replace(/=+$/, '')}.${wallet.token.split('.')[1]}.`;
    expect(throughLink(carrying(forged))).toEqual(carrying(forged));
  });

  it('may be about something else', () => {
    expect(readShared('', wallet)).toBeUndefined();
    expect(readShared('#step-2', wallet)).toBeUndefined();
  });

  it.each([
    '#draft=',
    '#draft=%%%',
    '#draft=e30',
    `#draft=${btoa('["GET"]')}`,
    `#draft=${btoa('["GET","no slash",[]]')}`,
    `#draft=${btoa('["GET","/",[["a"]]]')}`,
    `#draft=${btoa('["GET","/",[],7]')}`,
    `#draft=${btoa(JSON.stringify(['GET', '/', Array(65).fill(['a', 'b'])]))}`,
  ])('is refused with a reason where it is damaged: %s', (fragment) => {
    expect(readShared(fragment, wallet)).toEqual({ ok: false, reason: expect.any(String) });
  });

  it('is refused where it is too long', () => {
    expect(readShared(`#draft=${'A'.repeat(20_000)}`, wallet)).toMatchObject({ ok: false });
  });

  it('never throws, whatever follows the mark', () => {
    fc.assert(fc.property(fc.string(), (rest) => void readShared(`#draft=${rest}`, wallet)));
  });

  it('can be written with placeholders by hand', () => {
    const read = readShared(templateFragment(carrying('Bearer {token}')), wallet);
    expect(read).toEqual({ ok: true, draft: carrying(`Bearer ${wallet.token}`), credentials: 'wallet' });
  });
});
